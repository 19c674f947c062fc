using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>
/// Lays packs and overlays on each other, lowest first, and notes for every value which layer set it and what it replaced.
/// Works on documents, not on what they mean: the result is a pack file again and is read like any other.
/// </summary>
/// <param name="hasGaps">True when a pack below could not be found: then names that seem unknown may be its.</param>
/// <param name="bag">Takes every fault.</param>
internal sealed class LayerStack(bool hasGaps, DiagnosticBag bag)
{
    private readonly Dictionary<string, List<LayerItem>> _items = Sections.IdKeys.Keys.ToDictionary(s => s, _ => new List<LayerItem>(), StringComparer.Ordinal);
    private readonly Dictionary<string, LayerItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LaidSetting> _settings = new(StringComparer.Ordinal);
    private readonly List<string> _settingOrder = [];
    private readonly Dictionary<string, Conflict> _conflicts = new(StringComparer.Ordinal);
    private readonly List<Node> _strays = [];
    private readonly List<PackChange> _changes = [];
    private MapNode? _identity;
    private Layer? _lowest;

    public IReadOnlyList<PackChange> Changes => _changes;

    /// <summary>Lays one more layer on.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isPack">False for an overlay, which says nothing of what the pack is called and when it holds.</param>
    public void Lay(Layer layer, bool isPack)
    {
        _lowest ??= layer;
        if (isPack)
        {
            _identity = layer.Content;
        }

        Take(layer);
        foreach (var entry in layer.Content.Entries)
        {
            if (Sections.IdKeys.TryGetValue(entry.Key.Text, out var idKey) && entry.Value is ListNode list)
            {
                LayItems(layer, entry.Key.Text, idKey, list.Items, parent: null);
            }
            else if (!Sections.Identity.Contains(entry.Key.Text) && !Sections.Making.Contains(entry.Key.Text) && !entry.Value.IsNull)
            {
                LaySetting(layer, entry);
            }
        }

        foreach (var node in layer.Content.Items(Layers.Changes.Refine).OfType<MapNode>())
        {
            Refine(layer, node);
        }
    }

    /// <summary>The pack that all layers make. Faults between layers of equal rank are told here: a layer above both may have settled them.</summary>
    public MapNode Build()
    {
        foreach (var path in _conflicts.Keys.Order(StringComparer.Ordinal))
        {
            var (first, second) = _conflicts[path];
            bag.Add(DiagnosticCodes.EqualLayersCollide, second.Span, first.Layer.Id, second.Layer.Id, path, first.Span);
        }

        var entries = _identity!.Entries.Where(e => Sections.Identity.Contains(e.Key.Text)).ToList();
        foreach (var section in Sections.IdKeys.Keys)
        {
            var nodes = section == Sections.Groups ? NestedGroups() : Present(section).Select(i => (Node)i.Node).ToList();
            if (section == Sections.Rules)
            {
                entries.AddRange(_settingOrder.Select(key => _settings[key].Entry));
                nodes.AddRange(_strays);
            }

            if (nodes.Count > 0)
            {
                entries.Add(new MapEntry(NodeEditing.Key(section, nodes[0].Span), new ListNode(nodes, nodes[0].Span)));
            }
        }

        return new MapNode(entries, _identity.Span);
    }

    /// <summary>Which layer set a value; null when nothing is there.</summary>
    public string? LayerOf(string path)
    {
        if (_settings.TryGetValue(path, out var setting))
        {
            return setting.Setting.Layer.Id;
        }

        var item = _byId.Values.Where(i => i.Removed is null && (path == i.Path || path.StartsWith(i.Path + ".", StringComparison.Ordinal))).MaxBy(i => i.Path.Length);
        return item is null ? null : path == item.Path ? item.Declared.Layer.Id : item.SetBy(path[(item.Path.Length + 1)..]).Layer.Id;
    }

    private void LayItems(Layer layer, string section, string idKey, IReadOnlyList<Node> nodes, string? parent)
    {
        foreach (var node in nodes)
        {
            if (node is not MapNode map || map.Scalar(idKey) is not { } id)
            {
                // It has been told that something is wrong with it; a rule without an id still has points that are counted.
                if (section == Sections.Rules)
                {
                    _strays.Add(node);
                }

                continue;
            }

            if (section == Sections.Parameters && !map.Entries.Any(e => e.Key.Text == "kind"))
            {
                SetParameter(layer, id, map);
                continue;
            }

            Declare(layer, section, id, section == Sections.Groups ? map.Without(Sections.Groups) : map, parent);
            if (section == Sections.Groups && parent is null)
            {
                LayItems(layer, section, idKey, map.Items(Sections.Groups), id.Text);
            }
        }
    }

    private void Declare(Layer layer, string section, ScalarNode id, MapNode node, string? parent)
    {
        var setting = new Setting(layer, id.Span);
        var item = new LayerItem(section, id.Text, node, setting) { Parent = parent };
        if (section == Sections.Rules)
        {
            InTakenGroup(layer, node, setting);
        }

        if (!_byId.TryGetValue(Key(section, id.Text), out var below))
        {
            Add(item);
            return;
        }

        foreach (var voice in below.Voices.Append(below.Removed).OfType<Setting>().Where(v => !layer.IsAbove(v.Layer)).Take(1))
        {
            Collide(item.Path, voice, setting);
        }

        Settle(item.Path, setting);
        if (below.Declared.Layer == layer || (section == Sections.Rules && below.Removed is null && layer.IsAbove(below.Declared.Layer)))
        {
            // Two rules of one id are a fault that the validator tells with both in hand; a layer changes a rule by refining it.
            _items[section].Add(item);
            return;
        }

        var list = _items[section];
        list[list.IndexOf(below)] = item;
        _byId[Key(section, id.Text)] = item;
        _changes.Add(new PackChange { Path = item.Path, Kind = PackChangeKind.Replaced, Layer = layer.Id, Span = id.Span, ReplacedLayer = below.Declared.Layer.Id });
    }

    /// <summary>One layer takes a group out, another of equal rank adds to it.</summary>
    private void InTakenGroup(Layer layer, MapNode rule, Setting setting)
    {
        for (var name = rule.Scalar(Sections.Group)?.Text; name is not null && _byId.GetValueOrDefault(Key(Sections.Groups, name)) is { } group; name = group.Parent)
        {
            if (group.Removed is { } removed && !layer.IsAbove(removed.Layer))
            {
                Collide(group.Path, removed, setting);
            }
        }
    }

    private void Add(LayerItem item)
    {
        _items[item.Section].Add(item);
        _byId[Key(item.Section, item.Id)] = item;
        if (item.Declared.Layer != _lowest && item.Section is not (Sections.Documents or Sections.Clauses))
        {
            _changes.Add(new PackChange { Path = item.Path, Kind = PackChangeKind.Added, Layer = item.Declared.Layer.Id, Span = item.Declared.Span });
        }
    }

    private void LaySetting(Layer layer, MapEntry entry)
    {
        var setting = new Setting(layer, entry.Value.Span);
        var key = entry.Key.Text;
        if (_settings.TryGetValue(key, out var below))
        {
            Touch(key, below.Setting, setting);
            _changes.Add(Change(key, setting, entry.Value, below.Setting, below.Entry.Value));
        }
        else
        {
            _settingOrder.Add(key);
            if (layer != _lowest)
            {
                _changes.Add(Change(key, setting, entry.Value, null, null));
            }
        }

        _settings[key] = new LaidSetting(entry, setting);
    }

    private void SetParameter(Layer layer, ScalarNode id, MapNode change)
    {
        if (Find(layer, Sections.Parameters, ReferenceKinds.Parameter, id) is not { } item)
        {
            return;
        }

        foreach (var entry in change.Entries.Where(e => e.Key.Text is not ("id" or SourceNode.Key)))
        {
            item.Node = SetKey(layer, item, item.Node, entry, entry.Key.Text);
        }

        if (SourceNode.Over(SourceNode.Of(change), SourceNode.Of(item.Node)) is { } source)
        {
            item.Node = item.Node.With(SourceNode.Key, source);
        }
    }

    /// <summary>Takes out what a layer deselects, then puts back what it selects.</summary>
    private void Take(Layer layer)
    {
        foreach (var node in layer.Content.Items(Layers.Changes.Deselect))
        {
            if (Layers.Changes.TargetOf(node) is { } named && Find(layer, named.Target, named.Name) is { } item)
            {
                foreach (var taken in item.Section == Sections.Groups ? Inside(item).Prepend(item) : [item])
                {
                    Remove(layer, taken, named.Name.Span);
                }
            }
        }

        foreach (var node in layer.Content.Items(Layers.Changes.Select))
        {
            if (Layers.Changes.TargetOf(node) is not { } named)
            {
                continue;
            }

            var (section, kind) = Layers.Changes.Targets[named.Target];
            if (_byId.GetValueOrDefault(Key(section, named.Name.Text)) is not { } item)
            {
                Unknown(section, kind, named.Name);
                continue;
            }

            foreach (var back in item.Section == Sections.Groups ? Inside(item).Prepend(item) : [item])
            {
                Restore(layer, back, named.Name.Span);
            }
        }
    }

    private void Remove(Layer layer, LayerItem item, SourceSpan span)
    {
        var setting = new Setting(layer, span);
        if (item.Removed is { } already)
        {
            // A group takes its rules along; that one of them was taken out before is no fault.
            Touch(item.Path, already, setting);
            return;
        }

        foreach (var voice in item.Voices.Where(v => !layer.IsAbove(v.Layer)).Take(1))
        {
            Collide(item.Path, voice, setting);
        }

        Settle(item.Path, setting);
        item.Removed = setting;
        _changes.Add(new PackChange { Path = item.Path, Kind = PackChangeKind.Deselected, Layer = layer.Id, Span = span, ReplacedLayer = item.Declared.Layer.Id });
    }

    private void Restore(Layer layer, LayerItem item, SourceSpan span)
    {
        if (item.Removed is not { } removed)
        {
            return;
        }

        item.Removed = null;
        if (removed.Layer == layer)
        {
            // Taken out and put back in one file: it was never gone.
            _changes.RemoveAll(c => c.Kind == PackChangeKind.Deselected && c.Path == item.Path && c.Layer == layer.Id);
            return;
        }

        Touch(item.Path, removed, new Setting(layer, span));
        _changes.Add(new PackChange { Path = item.Path, Kind = PackChangeKind.Selected, Layer = layer.Id, Span = span, ReplacedLayer = removed.Layer.Id });
    }

    /// <summary>The rules of a group, its nested groups and their rules.</summary>
    private IEnumerable<LayerItem> Inside(LayerItem group)
    {
        var groups = _items[Sections.Groups].Where(g => g.Parent == group.Id).ToList();
        var names = groups.Select(g => g.Id).Append(group.Id).ToHashSet(StringComparer.Ordinal);
        return groups.Concat(_items[Sections.Rules].Where(r => r.Node.Scalar(Sections.Group) is { } name && names.Contains(name.Text)));
    }

    private void Refine(Layer layer, MapNode change)
    {
        if (Layers.Changes.TargetOf(change) is not { } named || Find(layer, named.Target, named.Name) is not { } item)
        {
            return;
        }

        var keys = Layers.Changes.Keys[named.Target];
        var form = change.Scalar(Layers.Changes.Form);
        var around = SourceNode.Of(change);
        var node = new MapNode(item.Node.Entries, named.Name.Span);
        foreach (var entry in change.Entries.Where(e => keys.Contains(e.Key.Text)))
        {
            var key = entry.Key.Text;
            if (named.Target == Layers.Changes.Rule && Layers.Changes.ScaleKeys.Contains(key) && item.Node.Find("forms") is ListNode forms)
            {
                node = SetForms(layer, item, node, entry, forms, form);
                continue;
            }

            if (named.Target == Layers.Changes.Rule && Layers.Changes.WayKeys.Contains(key) && item.Node.Find(key) is null or { IsNull: true })
            {
                bag.Add(DiagnosticCodes.RefinesNothing, entry.Value.Span, item.Id, LayerFaults.WithoutKey(key));
                continue;
            }

            node = SetKey(layer, item, node, Sourced(entry, item.Node, around), key);
        }

        if (form is not null && (item.Node.Find("forms") is not ListNode known || !known.Items.OfType<MapNode>().Any(f => f.Scalar("id")?.Text == form.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownReference, form.Span, ReferenceKinds.Form, form.Text, NearestName.Hint(form.Text, item.Node.Items("forms").OfType<MapNode>().Select(f => f.Scalar("id")?.Text ?? string.Empty)));
        }

        // A tier has one source for all it says.
        if (named.Target == Layers.Changes.Tier && SourceNode.Over(around, SourceNode.Of(node)) is { } source)
        {
            node = node.With(SourceNode.Key, source);
        }

        item.Node = node;
    }

    /// <summary>A limit of a rule that is measured in several ways: of one of them when it is named, of all that have it otherwise.</summary>
    private MapNode SetForms(Layer layer, LayerItem item, MapNode node, MapEntry entry, ListNode forms, ScalarNode? only)
    {
        var key = entry.Key.Text;
        var changed = false;
        var items = ((ListNode)node.Find("forms")!).Items.Select(n =>
        {
            if (n is not MapNode form || (only is not null && form.Scalar("id")?.Text != only.Text) || (form.Find(key) is null or { IsNull: true } && key != "between"))
            {
                return n;
            }

            changed = true;
            var path = $"forms.{form.Scalar("id")?.Text}.{key}";
            Note(layer, item, path, entry.Value, form.Find(key));
            return form.With(entry.Key, Sourced(entry, item.Node, SourceNode.Of(form) ?? SourceNode.Of(item.Node), entry.Value).Value);
        }).ToList();
        if (!changed)
        {
            bag.Add(DiagnosticCodes.RefinesNothing, entry.Value.Span, item.Id, LayerFaults.WithoutKey(key));
        }

        return node.With(NodeEditing.Key("forms", forms.Span), new ListNode(items, forms.Span));
    }

    private MapNode SetKey(Layer layer, LayerItem item, MapNode node, MapEntry entry, string key)
    {
        Note(layer, item, key, entry.Value, item.Node.Find(key));
        return node.With(entry.Key, entry.Value, node.Span);
    }

    private void Note(Layer layer, LayerItem item, string key, Node value, Node? replaced)
    {
        var setting = new Setting(layer, value.Span);
        var below = item.SetBy(key);
        Touch($"{item.Path}.{key}", below, setting);
        item.Set(key, setting);
        _changes.Add(Change($"{item.Path}.{key}", setting, value, below, replaced));
    }

    /// <summary>A value with its source written out over that of the value it replaces.</summary>
    private static MapEntry Sourced(MapEntry entry, MapNode item, MapNode? around) => Sourced(entry, item, around, entry.Value);

    private static MapEntry Sourced(MapEntry entry, MapNode item, MapNode? around, Node value)
    {
        if (!Layers.Changes.SourcedKeys.Contains(entry.Key.Text) || value.IsNull)
        {
            return entry;
        }

        var own = value is MapNode map ? SourceNode.Inside(SourceNode.Of(map), around) : around;
        var below = item.Find(entry.Key.Text) is MapNode old ? SourceNode.Inside(SourceNode.Of(old), SourceNode.Of(item)) : SourceNode.Of(item);
        var source = SourceNode.Over(own, below);
        var bare = value is MapNode sourced ? sourced.Without(SourceNode.Key) : new MapNode([new MapEntry(NodeEditing.Key("value", value.Span), value)], value.Span);
        return entry with { Value = source is null ? bare : bare.With(SourceNode.Key, source) };
    }

    private LayerItem? Find(Layer layer, string target, ScalarNode name)
    {
        var (section, kind) = Layers.Changes.Targets[target];
        return Find(layer, section, kind, name);
    }

    /// <summary>The item a layer changes; one that a layer of equal rank took out is a quarrel with that layer, not an unknown name.</summary>
    private LayerItem? Find(Layer layer, string section, LocalizedText kind, ScalarNode name)
    {
        if (_byId.GetValueOrDefault(Key(section, name.Text)) is not { } item)
        {
            Unknown(section, kind, name);
            return null;
        }

        if (item.Removed is not { } removed || removed.Layer == layer)
        {
            return item;
        }

        if (layer.IsAbove(removed.Layer))
        {
            Unknown(section, kind, name);
        }
        else
        {
            Collide(item.Path, removed, new Setting(layer, name.Span));
        }

        return null;
    }

    private void Unknown(string section, LocalizedText kind, ScalarNode name)
    {
        if (!hasGaps)
        {
            bag.Add(DiagnosticCodes.UnknownReference, name.Span, kind, name.Text, NearestName.Hint(name.Text, Present(section).Select(i => i.Id)));
        }
    }

    private void Touch(string path, Setting below, Setting setting)
    {
        if (below.Layer == setting.Layer && below.Span != setting.Span && !IsDeclaration(path, below))
        {
            bag.Add(DiagnosticCodes.DuplicateId, setting.Span, path);
        }
        else if (!setting.Layer.IsAbove(below.Layer))
        {
            Collide(path, below, setting);
        }
        else
        {
            Settle(path, setting);
        }
    }

    /// <summary>A layer above both quarrelling layers decides, for the value and all that is in it.</summary>
    private void Settle(string path, Setting setting)
    {
        foreach (var settled in _conflicts.Where(c => (c.Key == path || c.Key.StartsWith(path + ".", StringComparison.Ordinal)) && setting.Layer.IsAbove(c.Value.First.Layer) && setting.Layer.IsAbove(c.Value.Second.Layer)).Select(c => c.Key).ToList())
        {
            _conflicts.Remove(settled);
        }
    }

    private void Collide(string path, Setting first, Setting second) => _conflicts.TryAdd(path, new Conflict(first, second));

    /// <summary>A layer may declare an item and, in the same file, refine it: odd, but clear.</summary>
    private bool IsDeclaration(string path, Setting setting) => _byId.Values.Any(i => i.Declared == setting && path.StartsWith(i.Path, StringComparison.Ordinal));

    private IEnumerable<LayerItem> Present(string section) => _items[section].Where(i => i.Removed is null);

    /// <summary>Groups with their nested groups inside. A group that was taken out stays as a shell while something in it was kept.</summary>
    private List<Node> NestedGroups()
    {
        var used = Present(Sections.Rules).Select(r => r.Node.Scalar(Sections.Group)?.Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var nested = _items[Sections.Groups].Where(g => g.Parent is not null && (g.Removed is null || used.Contains(g.Id))).ToLookup(g => g.Parent!, StringComparer.Ordinal);
        return
        [
            .. _items[Sections.Groups]
                .Where(g => g.Parent is null && (g.Removed is null || used.Contains(g.Id) || nested[g.Id].Any()))
                .Select(g => nested[g.Id].ToList() is { Count: > 0 } inner
                    ? g.Node.With(Sections.Groups, new ListNode([.. inner.Select(i => (Node)i.Node)], inner[0].Node.Span))
                    : g.Node),
        ];
    }

    private static PackChange Change(string path, Setting setting, Node value, Setting? below, Node? replaced) => new()
    {
        Path = path,
        Kind = PackChangeKind.Replaced,
        Layer = setting.Layer.Id,
        Span = setting.Span,
        Value = NodeText.Of(value),
        ReplacedLayer = below?.Layer.Id,
        Replaced = NodeText.Of(replaced),
    };

    private static string Key(string section, string id) => $"{section}/{id}";

    private sealed record LaidSetting(MapEntry Entry, Setting Setting);

    private sealed record Conflict(Setting First, Setting Second);
}
