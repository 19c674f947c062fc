using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Coverage;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Mutations;

/// <summary>A case nobody has written yet, and the file it belongs into. Its expectation is what the pack says now; whether that is right only a person knows.</summary>
internal sealed record ProposedCase(string File, RuleCase Case, Verdict Verdict);

/// <summary>
/// Looks for missing cases near those that exist: one fact changed, the date moved to an end of the pack's life. Every candidate is
/// really judged before it is shown. Not thread-safe.
/// </summary>
internal sealed class CaseProposer
{
    private const int MostBases = 10;
    private const string PackCases = "pack.cases.yaml";

    private readonly CaseRunner _runner;
    private readonly string _pack;
    private readonly RuleProgram _program;
    private readonly IReadOnlyList<CaseResult> _cases;
    private readonly HashSet<string> _names;
    private readonly Dictionary<(string? Rule, string? Facts), List<ProposedCase>> _candidates = [];

    public CaseProposer(CaseRunner runner, string pack, RuleProgram program, IEnumerable<CaseResult> cases)
    {
        _runner = runner;
        _pack = pack;
        _program = program;
        _cases = [.. cases.Where(c => c.Passed && c.Verdict is not null)];
        _names = [.. _cases.Select(c => c.Case.Name)];
    }

    /// <summary>One case for each goal that none reaches yet and one fact away from a case that exists.</summary>
    public IReadOnlyList<ProposedCase> ForGoals(CaseCoverage coverage)
    {
        var proposed = new List<ProposedCase>();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var goal in coverage.Open.Where(g => g.Rule is not null))
        {
            if (!reached.Contains(goal.Key) && Candidates(goal.Rule, goal.Rule!).FirstOrDefault(c => CoverageRecorder.Reached(c.Verdict, goal.Rule).Contains(goal.Key)) is { } found)
            {
                reached.UnionWith(CoverageRecorder.Reached(found.Verdict, goal.Rule));
                proposed.Add(found);
            }
        }

        return proposed;
    }

    /// <summary>A case that tells a pack from its mutant; null when none is near.</summary>
    public ProposedCase? ForMutant(Mutant mutant)
    {
        if (mutant.Place.EndsWith("label", StringComparison.Ordinal))
        {
            return null;
        }

        var near = mutant.Rule is { } rule ? Candidates(rule, rule).Concat(Candidates(null, rule)) : Rules(mutant).SelectMany(r => Candidates(null, r)).Concat(Dates());
        return near.FirstOrDefault(c => MutationRunner.Judge(mutant, c.Verdict, c.Case.Setting) is { } other && Differs(c, other));
    }

    /// <summary>Keeps a name from being given twice.</summary>
    public ProposedCase Named(ProposedCase proposed)
    {
        var name = proposed.Case.Name;
        for (var i = 2; !_names.Add(name); i++)
        {
            name = $"{proposed.Case.Name} ({Scalars.Number(i)})";
        }

        return proposed with { Case = proposed.Case with { Name = name } };
    }

    private bool Differs(ProposedCase proposed, Verdict other)
    {
        var units = _program.Vocabulary.Units;
        var lines = proposed.Case.Rule is { } rule ? CaseComparison.OfRule(proposed.Case.Expect, other.Find(rule.Text)!, units) : CaseComparison.OfPack(proposed.Case.Expect, other, units);
        return lines.Any(l => !l.Same);
    }

    /// <summary>Rules whose facts can turn what a mutant of the pack changes.</summary>
    private IEnumerable<string> Rules(Mutant mutant)
    {
        if (mutant.Place.StartsWith("in-force", StringComparison.Ordinal))
        {
            return [];
        }

        var named = _program.Tiers.Where(t => mutant.Place.StartsWith($"tiers.{t.Definition.Id}.", StringComparison.Ordinal)).SelectMany(t => t.Met.Concat(t.Direct)).Select(r => _program.Rules[r].Definition.Id);
        return named.Concat(_program.Rules.GroupBy(r => r.Definition.Kind).SelectMany(g => g.Take(6)).Select(r => r.Definition.Id)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Cases about a rule, or about the pack when it is null, with one of the facts of a rule changed.</summary>
    private List<ProposedCase> Candidates(string? about, string facts)
    {
        if (!_candidates.TryGetValue((about, facts), out var found))
        {
            var rule = _program.Rules.First(r => r.Definition.Id == facts);
            found = [.. Bases(about).SelectMany(b => FactChanges.Of(rule, b.Verdict!.Context.Frame).Select(c => Change(b, c))).Concat(about is null ? Widened(facts) : []).OfType<ProposedCase>()];
            _candidates[(about, facts)] = found;
        }

        return found;
    }

    /// <summary>Cases of a rule looked at as cases of the whole pack.</summary>
    private IEnumerable<ProposedCase?> Widened(string rule) => Bases(rule).Select(b => Propose(
        b with { Case = b.Case with { Rule = null } }, v => $"{b.Case.Name}, and the conclusion is {VerdictJson.Spell(v.Conclusion)}", s => s));

    private List<CaseResult> Bases(string? about)
    {
        var bases = _cases.Where(c => c.Case.Rule?.Text == about).DistinctBy(c => c.Verdict!.FactsDigest, StringComparer.Ordinal).Take(MostBases).ToList();
        if (about is null && bases.Count == 0 && Empty() is { } empty)
        {
            bases.Add(empty);
        }

        return bases;
    }

    /// <summary>A pack without cases of its own begins with a factory that states nothing.</summary>
    private CaseResult? Empty()
    {
        if (_cases.Count == 0 || PackFolder.Above(new FileInfo(_cases[0].File).Directory) is not { } folder)
        {
            return null;
        }

        var file = Path.Combine(Path.GetRelativePath(Directory.GetCurrentDirectory(), folder.Folder), PackCases).Replace('\\', '/');
        var setting = new CaseSetting { AsOf = _program.Pack.InForceFrom };
        return _runner.Judge(_cases[0].File, _pack, setting, default) is { } verdict
            ? new CaseResult(file, new RuleCase(string.Empty, null, setting, new Expectation { Span = default }, default) { Own = setting }, [], [], verdict)
            : null;
    }

    private ProposedCase? Change(CaseResult basis, MapEntry change)
    {
        var item = basis.Case;
        var rule = item.Rule?.Text;
        var value = change.Value is MapNode ? "an assessment" : Packs.Layers.NodeText.Of(change.Value);
        return Propose(
            basis,
            v => rule is null ? $"with {change.Key.Text} {value} the conclusion is {VerdictJson.Spell(v.Conclusion)}" : $"with {change.Key.Text} {value} {rule} is {VerdictJson.Spell(v.Find(rule)!.Status)}",
            s => s with { Given = CaseSetting.Merge(s.Given, [change]) });
    }

    private IEnumerable<ProposedCase> Dates()
    {
        var pack = _program.Pack;
        var days = new List<(DateOnly Day, string Name)>
        {
            (pack.InForceFrom.AddDays(-1), "the day before its first the pack is not in force"),
            (pack.InForceFrom, "on its first day the pack is in force"),
        };
        if (pack.InForceUntil is { } until)
        {
            days.Add((until.AddDays(-1), "on its last day the pack is in force"));
            days.Add((until, "the day after its last the pack is not in force"));
        }

        return Bases(null).Take(1).SelectMany(b => days.Select(d => Propose(b, _ => d.Name, s => s with { AsOf = d.Day }))).OfType<ProposedCase>();
    }

    private ProposedCase? Propose(CaseResult basis, Func<Verdict, string> name, Func<CaseSetting, CaseSetting> change)
    {
        var setting = change(basis.Case.Setting);
        var from = File.Exists(basis.File) ? basis.File : _cases[0].File;
        if (_runner.Judge(from, _pack, setting, basis.Case.Span) is not { } verdict || (basis.Case.Rule is { } rule && verdict.Find(rule.Text) is null))
        {
            return null;
        }

        var item = new RuleCase(name(verdict), basis.Case.Rule, setting, CaseText.Describe(verdict, basis.Case.Rule), basis.Case.Span) { Own = change(basis.Case.Own) };
        return new ProposedCase(basis.File, item, verdict);
    }
}
