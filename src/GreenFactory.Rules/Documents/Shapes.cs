namespace GreenFactory.Rules.Documents;

/// <summary>What a reader may find in place of what it wanted.</summary>
internal static class Shapes
{
    public static readonly LocalizedText Map = new("键值对（key: value）", "a map (key: value)");

    public static readonly LocalizedText List = new("列表", "a list");

    public static readonly LocalizedText Scalar = new("单个值", "a single value");
}
