using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>Follows <c>extends</c>, lays overlays on, and reads what comes out as a pack.</summary>
internal sealed class PackResolver(Func<PackId, PackDefinition?> find, IEnumerable<string> known, DiagnosticBag bag)
{
    private readonly List<(PackDefinition Pack, Layer Layer)> _packs = [];
    private readonly List<PackId> _open = [];
    private bool _hasGaps;

    /// <summary>The pack with everything it builds on and the overlays laid over it.</summary>
    /// <param name="pack">The pack as its own files say.</param>
    /// <param name="overlays">Overlays of equal rank; the order they are given in does not matter.</param>
    /// <param name="last">An overlay above all.</param>
    public PackDefinition Resolve(PackDefinition pack, IReadOnlyList<Overlay> overlays, Overlay? last)
    {
        _packs.Clear();
        _hasGaps = false;
        Visit(pack);
        var laid = Fitting(pack.Id, overlays);
        if (last is not null && last.IsFor(pack.Id, bag))
        {
            laid.Add(last);
        }

        // What a base that cannot be found would bring is missing from every sum.
        var hasGaps = _hasGaps || _packs.Any(p => p.Pack.HasGaps) || laid.Any(o => o.Content.HasGaps);
        if (_packs.Count == 1 && laid.Count == 0)
        {
            return pack with { HasGaps = hasGaps, Resolution = Alone(pack) };
        }

        var stack = new LayerStack(hasGaps, bag);
        foreach (var (_, layer) in _packs)
        {
            stack.Lay(layer, isPack: true);
        }

        var below = _packs.Select(p => p.Layer.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var overlay in laid)
        {
            var under = ReferenceEquals(overlay, last) ? [.. below, .. laid.Where(o => !ReferenceEquals(o, last)).Select(o => o.Id)] : below;
            stack.Lay(new Layer(overlay.Id, overlay.Content.Content!, overlay.Span, under), isPack: false);
        }

        string[] names = [.. pack.Overlays, .. laid.Select(o => o.Id)];
        var content = stack.Build();
        var resolved = Read(content, pack, names) with
        {
            Extends = pack.Extends,
            Tightens = pack.Tightens,
            Citations = pack.Citations,
            Overlays = names,
            Files = [.. _packs.SelectMany(p => p.Pack.Files)],
            Content = pack.Content,
            OverlaySpan = laid.LastOrDefault(o => o.Span.Line > 0)?.Span,
            Resolution = new Resolution(content, [.. _packs.Select(p => p.Layer.Id), .. laid.Select(o => o.Id)], stack.Changes, stack.LayerOf),
        };
        foreach (var overlay in laid)
        {
            overlay.CheckCitations(resolved, bag);
        }

        return resolved with { HasGaps = resolved.HasGaps || hasGaps };
    }

    /// <summary>Puts the packs below a pack before it, each once, and says what is missing, circular or repeated.</summary>
    private Layer? Visit(PackDefinition pack)
    {
        _open.Add(pack.Id);
        var bases = new List<(ScalarNode Written, Layer Layer)>();
        foreach (var extends in pack.Extends)
        {
            if (!PackId.TryParse(extends.Text, out var id) || (_packs.All(p => p.Pack.Id != id) && !_open.Contains(id) && find(id) is null))
            {
                _hasGaps = true;
                bag.Add(DiagnosticCodes.UnknownReference, extends.Span, ReferenceKinds.Pack, extends.Text, NearestName.Hint(extends.Text, known));
            }
            else if (_open.Contains(id))
            {
                _hasGaps = true;
                bag.Add(DiagnosticCodes.ExtendsCycle, extends.Span, string.Join(" → ", _open.SkipWhile(o => o != id).Append(id)));
            }
            else if (LayerOf(id) is { } layer)
            {
                bases.Add((extends, layer));
            }
        }

        Repeated(bases);
        _open.RemoveAt(_open.Count - 1);
        if (pack.Content is null)
        {
            return null;
        }

        var below = bases.SelectMany(b => b.Layer.Below.Append(b.Layer.Id)).ToHashSet(StringComparer.Ordinal);
        var own = new Layer(pack.Id.ToString(), pack.Content, pack.Span, below);
        _packs.Add((pack, own));
        return own;
    }

    private Layer? LayerOf(PackId id) =>
        _packs.FirstOrDefault(p => p.Pack.Id == id).Layer ?? (find(id) is { } definition ? Visit(definition) : null);

    private void Repeated(List<(ScalarNode Written, Layer Layer)> bases)
    {
        for (var i = 0; i < bases.Count; i++)
        {
            var (written, layer) = bases[i];
            if (bases.Take(i).Any(b => b.Layer.Id == layer.Id))
            {
                bag.Add(DiagnosticCodes.RepeatedImport, written.Span, layer.Id, new LocalizedText("extends 里写了两次", "it stands twice under extends"));
            }
            else if (bases.FirstOrDefault(b => b.Layer.Below.Contains(layer.Id)) is { Layer: { } above })
            {
                bag.Add(DiagnosticCodes.RepeatedImport, written.Span, layer.Id, new LocalizedText($"{above.Id} 已经基于它", $"{above.Id} builds on it already"));
            }
        }
    }

    /// <summary>The overlays that are for the pack, by id: of equal rank, so that the order of the command line cannot matter.</summary>
    private List<Overlay> Fitting(PackId pack, IReadOnlyList<Overlay> overlays)
    {
        var fitting = new List<Overlay>();
        foreach (var overlay in overlays.Where(o => o.IsFor(pack, bag)).OrderBy(o => o.Id, StringComparer.Ordinal).ThenBy(o => o.Span.File, StringComparer.Ordinal))
        {
            if (fitting.FirstOrDefault(o => o.Id == overlay.Id) is { } first)
            {
                bag.Add(DiagnosticCodes.RepeatedImport, overlay.Span, overlay.Id, new LocalizedText($"已叠加 {first.Span}", $"it is laid on already, from {first.Span}"));
            }
            else
            {
                fitting.Add(overlay);
            }
        }

        return fitting;
    }

    /// <summary>Reads the pack that the layers make. What the layers' own readers have told is not told again.</summary>
    private PackDefinition Read(MapNode content, PackDefinition pack, IReadOnlyList<string> overlays)
    {
        var faults = new DiagnosticBag();
        var read = new PackReader(faults).Read(WithOverlays(content, overlays), [], pack.Id)!;
        var told = bag.ToList().Select(d => (d.Code, d.Span)).ToHashSet();
        bag.AddRange(faults.ToList().Where(d => !told.Contains((d.Code, d.Span))));
        return read;
    }

    private static MapNode WithOverlays(MapNode content, IReadOnlyList<string> overlays) => overlays.Count == 0
        ? content
        : content.With("overlays", new ListNode([.. overlays.Select(o => new ScalarNode(o, false, content.Span))], content.Span));

    private static Resolution? Alone(PackDefinition pack)
    {
        if (pack.Content is null)
        {
            return null;
        }

        var stack = new LayerStack(pack.HasGaps, new DiagnosticBag());
        stack.Lay(new Layer(pack.Id.ToString(), pack.Content, pack.Span, new HashSet<string>(StringComparer.Ordinal)), isPack: true);
        return new Resolution(stack.Build(), [pack.Id.ToString()], [], stack.LayerOf);
    }
}
