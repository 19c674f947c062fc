namespace GreenFactory.Rules.Packs.Layers;

/// <summary>Why a layer does not change what it names.</summary>
internal static class LayerFaults
{
    public static LocalizedText WithoutKey(string key) => new($"这条规则没有 {key}，叠加层不改变评判的写法", $"the rule has no {key}, and a layer does not change the way of judging");
}
