namespace GreenFactory.Rules.Authoring;

/// <summary>
/// Writes what is made once from reference data and then kept in the repository. Nothing here runs in a build or a test.
/// <c>quotas SOURCE OUT</c>: energy-quotas.yaml in SOURCE becomes one benchmark set a standard in OUT.
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
            default:
                Console.Error.WriteLine("usage: quotas SOURCE OUT");
                return 2;
        }
    }
}
