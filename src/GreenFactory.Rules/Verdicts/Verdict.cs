using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules;

/// <summary>
/// The answer for one factory by one pack on one date. A pure function of the three: the same input gives the same bytes on
/// every machine, in every culture and with every engine. Immutable and thread-safe; details are built when asked for.
/// </summary>
public sealed class Verdict
{
    private readonly VerdictContext _context;
    private FindingList? _findings;
    private Assurance? _assurance;
    private ExplanationStep? _explanation;
    private IReadOnlyList<string>? _missing;
    private IReadOnlyList<TierStanding>? _tiers;
    private IReadOnlyList<VerdictWarning>? _warnings;

    internal Verdict(VerdictContext context) => _context = context;

    /// <summary>The pack.</summary>
    public PackId Pack => _context.Program.Pack.Id;

    /// <summary>Version of the pack's encoding.</summary>
    public string PackVersion => _context.Program.Pack.Version;

    /// <summary>Title of the pack.</summary>
    public LocalizedText PackTitle => _context.Program.Pack.Title;

    /// <summary>Fingerprint of the pack with everything it rests on.</summary>
    public string PackDigest => _context.Services.PackDigest;

    /// <summary>Overlays laid on the pack.</summary>
    public IReadOnlyList<string> Overlays => _context.Program.Pack.Overlays;

    /// <summary>Fingerprint of the facts.</summary>
    public string FactsDigest => _context.Frame.Facts.Digest;

    /// <summary>The factory.</summary>
    public FactoryIdentity Factory => _context.Frame.Facts.Identity;

    /// <summary>The reporting period.</summary>
    public ReportingPeriod Period => _context.Frame.Facts.Period;

    /// <summary>The date coefficients and benchmarks were chosen for.</summary>
    public DateOnly AsOf => _context.Frame.AsOf;

    /// <summary>Whether the factory passes.</summary>
    public Conclusion Conclusion => _context.Card.Conclusion;

    /// <summary>Tier; null for a pack without tiers.</summary>
    public TierResult? Tier => _context.Tier;

    /// <summary>Every tier of the pack, lowest first, with what it asks for; empty for a pack without tiers.</summary>
    public IReadOnlyList<TierStanding> Tiers => _tiers ??= TierStandings.Of(_context);

    /// <summary>Total score, rounded as the pack says.</summary>
    public Score Score => _context.Card.Total;

    /// <summary>How the points of the findings become the score: groups and weights, what does not apply, bonus, rounding.</summary>
    public ExplanationStep Explanation => _explanation ??= TotalExplanation.Build(_context);

    /// <summary>Gates that veto: every one of them makes the conclusion negative.</summary>
    public IReadOnlyList<Finding> Gates => [.. Findings.Where(f => f.Kind == FindingKind.Gate && f.Status == FindingStatus.NotMet)];

    /// <summary>First-level groups in pack order.</summary>
    public IReadOnlyList<GroupScore> Groups => _context.Groups;

    /// <summary>One finding per rule, in pack order.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? Interlocked.CompareExchange(ref _findings, new FindingList(_context), null) ?? _findings;

    /// <summary>How much rests on sourced values.</summary>
    public Assurance Assurance => _assurance ??= AssuranceBuilder.Build(_context, Findings);

    /// <summary>
    /// Those of the assumptions that the conclusion or the tier rests on; empty when the answer follows from values that were read
    /// in their source alone. Built at each call.
    /// </summary>
    public IReadOnlyList<Assumption> DecidingAssumptions => Verdicts.DecidingAssumptions.Of(_context, this);

    /// <summary>Facts whose value could still change score, tier or conclusion, most decisive first.</summary>
    public IReadOnlyList<string> Missing => _missing ??= MissingRanking.Rank(_context, Findings);

    /// <summary>Implausible or contradictory facts.</summary>
    public IReadOnlyList<VerdictWarning> Warnings => _warnings ??= _context.Services.Warnings(_context);

    internal VerdictContext Context => _context;

    /// <summary>The canonical JSON, <c>greenfactory.verdict/v1</c>: UTF-8 text, lines end with \n.</summary>
    public string ToJson() => VerdictJson.Write(this);

    /// <summary>The same without findings and explanations, and without what they would be made of.</summary>
    public VerdictSummary Summary()
    {
        var outcomes = _context.Outcomes;
        var statuses = new byte[outcomes.Count];
        for (var i = 0; i < statuses.Length; i++)
        {
            statuses[i] = (byte)outcomes.Status(i);
        }

        return new VerdictSummary(new OwnSummary(Conclusion, Score, Tier, statuses));
    }

    /// <summary>The finding of a rule, or null.</summary>
    public Finding? Find(string id) => Findings.FirstOrDefault(f => f.Id == id);
}
