namespace GreenFactory.Rules.Authoring;

/// <summary>
/// Writes what is made once from reference data and then kept in the repository. Nothing here runs in a build or a test.
/// <c>quotas SOURCE OUT</c>: energy-quotas.yaml in SOURCE becomes one benchmark set a standard in OUT.
/// <c>checklist SOURCE OUT</c>: every number the reference data has seen, and where it went.
/// <c>prose SOURCE OUT</c>: every number the prose of the reference's standards has seen, and where it went.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["quotas", var source, var output]:
                Console.Error.WriteLine(QuotaLibrary.Write(source, output));
                return 0;
            case ["checklist", var source, var output]:
                Console.Error.WriteLine(Checklist.Write(source, output));
                return 0;
            case ["prose", var source, var output]:
                Console.Error.WriteLine(ProseChecklist.Write(source, output));
                return 0;
            default:
                Console.Error.WriteLine("usage: quotas SOURCE FOLDER | checklist SOURCE FILE | prose SOURCE FILE");
                return 2;
        }
    }
}
