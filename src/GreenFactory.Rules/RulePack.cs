using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Layers;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules;

/// <summary>
/// One edition of a standard as rules: read, checked and bound. Immutable and thread-safe.
/// Get it from a <see cref="RulePackCatalog"/>, give it to <see cref="RuleEvaluator.Compile(RulePack, RuleEvaluatorOptions?)"/>.
/// </summary>
public sealed class RulePack
{
    private readonly Lazy<string> _digest;

    internal RulePack(RuleProgram program, Func<string> digest)
    {
        Program = program;
        _digest = new Lazy<string>(digest);
    }

    /// <summary>Slug and edition.</summary>
    public PackId Id => Program.Pack.Id;

    /// <summary>Version of our encoding (SemVer); not the standard's edition.</summary>
    public string Version => Program.Pack.Version;

    /// <summary>Title of the standard.</summary>
    public LocalizedText Title => Program.Pack.Title;

    /// <summary>GB/T 2260 code the pack is for; 100000 is the whole country.</summary>
    public string Jurisdiction => Program.Pack.Jurisdiction;

    /// <summary>First day in force.</summary>
    public DateOnly InForceFrom => Program.Pack.InForceFrom;

    /// <summary>First day no longer in force; null while it is open.</summary>
    public DateOnly? InForceUntil => Program.Pack.InForceUntil;

    /// <summary>The pack this one builds on, several parted by commas; null when it stands alone.</summary>
    public string? Extends => Program.Pack.Extends is { Count: > 0 } packs ? string.Join(", ", packs.Select(p => p.Text)) : null;

    /// <summary>Ids of overlays laid on, by id: overlays are of equal rank, and the order they are given in does not matter.</summary>
    public IReadOnlyList<string> Overlays => Program.Pack.Overlays;

    /// <summary>Ids of the layers the pack is made of: packs it builds on first, then itself, then overlays.</summary>
    public IReadOnlyList<string> Layers => Program.Pack.Resolution?.Layers ?? [Id.ToString()];

    /// <summary>What each layer changed of the layers below it, in the order it was done. Empty for a pack that stands alone.</summary>
    public IReadOnlyList<PackChange> Changes => Program.Pack.Resolution?.Changes ?? [];

    /// <summary>Id of the layer that set a value, such as <c>rules.6.2.1.points</c> or <c>groups.land</c>; null when nothing of that name is in the pack.</summary>
    public string? LayerOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Program.Pack.Resolution?.LayerOf(path);
    }

    /// <summary>
    /// The resolved pack as one pack file of YAML, <c>greenfactory.pack/v1</c>: everything it builds on and every overlay written
    /// out, ready to be loaded in its place; the layers and what each changed stand as comments at the end. Lines end with \n.
    /// </summary>
    public string ToYaml() => ResolutionText.Write(Program.Pack);

    /// <summary>SHA-256 over the pack, its bases and overlays, the vocabulary and the benchmarks, as lower-case hexadecimal.</summary>
    public string Digest => _digest.Value;

    /// <summary>Facts the pack can use, derived ones followed to what has to be reported, by ordinal path.</summary>
    public IReadOnlyList<FactDeclaration> RequiredFacts => RequiredFactList.Of(Program);

    /// <summary>Share of the pack's values (points, thresholds, rule contents, parameters) that are labelled seen, from 0 to 1.</summary>
    public decimal SourcedShare => PackLabels.SourcedShare(Program.Pack);

    internal RuleProgram Program { get; }

    /// <summary>True on days from <see cref="InForceFrom"/> until <see cref="InForceUntil"/>, the latter excluded.</summary>
    public bool IsInForce(DateOnly date) => Program.Pack.IsInForce(date);
}
