using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
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

    /// <summary>The pack this one builds on; null when it stands alone.</summary>
    public string? Extends => Program.Pack.Extends?.Text;

    /// <summary>Ids of overlays laid on, in order.</summary>
    public IReadOnlyList<string> Overlays => Program.Pack.Overlays;

    /// <summary>SHA-256 over the pack, its bases and overlays, the vocabulary and the benchmarks, as lower-case hexadecimal.</summary>
    public string Digest => _digest.Value;

    /// <summary>Facts the pack can use, derived ones followed to what has to be reported, by ordinal path.</summary>
    public IReadOnlyList<FactDeclaration> RequiredFacts => RequiredFactList.Of(Program);

    /// <summary>Share of the pack's values (points, thresholds, rule contents, parameters) that are labelled seen, from 0 to 1.</summary>
    public decimal SourcedShare => PackLabels.SourcedShare(Program.Pack);

    internal RuleProgram Program { get; }

    /// <summary>True on days from <see cref="InForceFrom"/> until <see cref="InForceUntil"/>, the latter excluded.</summary>
    public bool IsInForce(DateOnly date) => InForceFrom <= date && (InForceUntil is null || date < InForceUntil);
}
