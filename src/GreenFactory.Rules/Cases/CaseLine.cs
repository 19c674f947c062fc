namespace GreenFactory.Rules.Cases;

/// <summary>One thing a case looks at: what it expects and what it got, both as people write them.</summary>
internal sealed record CaseLine(string What, string Expected, string Actual, bool Same)
{
    public LocalizedText Difference => new($"{What}：应为 {Expected}，实为 {Actual}", $"{What}: expected {Expected}, got {Actual}");
}
