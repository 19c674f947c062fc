using GreenFactory.Rules.NRules;

namespace GreenFactory.Rules.Speed;

/// <summary>The mode <c>nrules</c> of a build without that engine.</summary>
internal static class NRulesMode
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        error.WriteLine($"{args[0]}: this build has no {NRulesSwitch.EngineName} engine. Build again with -p:{NRulesSwitch.Property}=true.");
        return 2;
    }
}
