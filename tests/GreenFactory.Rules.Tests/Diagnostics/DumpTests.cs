namespace GreenFactory.Rules.Tests.Diagnostics;

public sealed class DumpTests
{
    [Fact]
    public void Dump()
    {
        var lines = new List<string>();
        foreach (var e in InvalidExample.All)
        {
            try
            {
                lines.Add("== " + e.Kind + "/" + e.Name);
                lines.AddRange(e.Actual());
                lines.AddRange(e.Diagnose().Take(5).Select(t => "   " + t.Place + "\n      " + t.Message.Zh + "\n      " + t.Message.En));
            }
            catch (Exception x)
            {
                lines.Add("!! " + x);
            }
        }

        File.WriteAllLines("/tmp/gf/diag/actual.txt", lines);
    }
}
