using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>Who set a value, and where.</summary>
internal sealed record Setting(Layer Layer, SourceSpan Span);

/// <summary>A rule, group, tier or the like while layers are laid on each other.</summary>
internal sealed class LayerItem(string section, string id, MapNode node, Setting declared)
{
    private readonly Dictionary<string, Setting> _keys = new(StringComparer.Ordinal);

    public string Section { get; } = section;

    public string Id { get; } = id;

    public MapNode Node { get; set; } = node;

    /// <summary>The group a nested group stands in.</summary>
    public string? Parent { get; init; }

    /// <summary>The layer that wrote the item as a whole.</summary>
    public Setting Declared { get; } = declared;

    /// <summary>The layer that took it out; null while it is in.</summary>
    public Setting? Removed { get; set; }

    public string Path => $"{Section}.{Id}";

    public Setting SetBy(string key) => _keys.GetValueOrDefault(key) ?? Declared;

    public void Set(string key, Setting setting) => _keys[key] = setting;

    /// <summary>Every layer that has a word in this item: the one that wrote it, and those that changed a value.</summary>
    public IEnumerable<Setting> Voices => _keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value).Prepend(Declared);
}
