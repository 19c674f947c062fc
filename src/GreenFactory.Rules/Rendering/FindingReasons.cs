using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rendering;

/// <summary>Says in one line why a finding is answered as it is: what was measured, what was asked, what is missing.</summary>
internal sealed class FindingReasons(Wording words)
{
    private const int MostProducts = 5;
    private const int MostFacts = 4;
    private const int LongestFormula = 60;

    /// <summary>The reason in one line; never empty.</summary>
    public string Of(Finding finding) => words.Join(Lines(finding), Phrases.Semicolon);

    /// <summary>The reason; where products are averaged, a line for each.</summary>
    public IReadOnlyList<string> Lines(Finding finding) =>
        finding.Status == FindingStatus.InsufficientEvidence ? [Missing(finding)] : OfRoot(finding.Explanation);

    /// <summary>Clause and the weakest label among what the answer rests on; points are not counted in.</summary>
    public string SourceOf(Finding finding)
    {
        var share = Share(finding.Explanation);
        var label = (ProvenanceLabel)Math.Max((int)finding.Source.Label, (int)Weakest(share, all: share.IsUnknown));
        return words.Join([Printable.Line(finding.Clause), words.Of(label)], Phrases.Comma);
    }

    /// <summary>What is missing to close a finding, by name and path.</summary>
    public string Missing(Finding finding)
    {
        var facts = new List<string>();
        var parts = new List<string>();
        foreach (var path in finding.Missing)
        {
            if (path.StartsWith("benchmark.", StringComparison.Ordinal))
            {
                parts.Add(words.Say(Phrases.NoBenchmark, words.PathWithName(path)));
            }
            else if (path.StartsWith("coefficient.", StringComparison.Ordinal))
            {
                parts.Add(words.Say(Phrases.NoCoefficient, words.PathWithName(path)));
            }
            else if (path.StartsWith("parameter.", StringComparison.Ordinal))
            {
                parts.Add(words.Say(Phrases.NoParameter, words.PathWithName(path)));
            }
            else
            {
                facts.Add(words.PathWithName(path));
            }
        }

        if (facts.Count > 0)
        {
            parts.Insert(0, words.Say(Phrases.Missing, words.JoinFirst(facts, MostFacts)));
        }

        return parts.Count == 0 ? words.Say(Phrases.DivisionByZero) : words.Join(parts, Phrases.Semicolon);
    }

    private static ExplanationStep Share(ExplanationStep root) => root.Operation == "points" ? root.Operands[1] : root.Operands[0];

    /// <summary>Of an open answer every part counts: what is missing decides that it is open, the rest will decide with it.</summary>
    private static ProvenanceLabel Weakest(ExplanationStep step, bool all)
    {
        // Where a fact is defined says nothing about the threshold it was held against.
        var own = step.Source is { } source && step.Origin is not (ValueOrigin.Fact or ValueOrigin.Derived) ? source.Label : ProvenanceLabel.Seen;
        return step.Operands.Where(o => all || o.Decides).Select(o => Weakest(o, all)).Append(own).Max();
    }

    private List<string> OfRoot(ExplanationStep root)
    {
        var why = OfShare(Share(root));
        return root is { Operation: "not-applicable", Expression: "forbid" } ? [words.Say(Phrases.Forbidden), .. why] : why;
    }

    private List<string> OfShare(ExplanationStep share)
    {
        switch (share.Operation)
        {
            case "when":
                return share.Operands.Count == 2 ? OfShare(share.Operands[1]) : [Leaves(share.Operands[0])];
            case "met":
                return [Leaves(share.Operands[0])];
            case "fraction":
                var note = share.Operands[0].Note;
                return [words.Say(Phrases.Assessed, Percent(share)) + (note is null ? string.Empty : words.Say(Phrases.Colon) + Printable.Line(note))];
            case "forms":
                var last = share.Operands[^1];
                return IsUsed(last) ? OfMeasure(last.Operands[^1]) : [words.Say(Phrases.NothingCounts)];
            default:
                return OfMeasure(share);
        }
    }

    /// <summary>True for a form whose scale was applied.</summary>
    public static bool IsUsed(ExplanationStep form) => form.Operands.Count > 0 && (form.Operands[^1].Operation == "average" || IsScale(form.Operands[^1]) || IsLadder(form.Operands[^1]));

    public static bool IsScale(ExplanationStep step) => step.Operation.StartsWith("scale.", StringComparison.Ordinal);

    public static bool IsLadder(ExplanationStep step) => step.Operation.StartsWith("steps.", StringComparison.Ordinal);

    private List<string> OfMeasure(ExplanationStep share)
    {
        if (share.Operation != "average")
        {
            return [OfOne(share, withSubject: true)];
        }

        var products = share.Operands;
        if (products.Count == 1)
        {
            return [OfOne(products[0].Operands[0], withSubject: true)];
        }

        var lines = products.Take(MostProducts).Select(p => words.Say(Phrases.OfSubject, NameOfProduct(p), OfOne(p.Operands[0], withSubject: false))).Prepend(words.Say(Phrases.Averaged, Percent(share))).ToList();
        if (products.Count > MostProducts)
        {
            lines.Add(words.Say(Phrases.MoreMissing, Wording.Count(products.Count - MostProducts)));
        }

        return lines;
    }

    private string OfOne(ExplanationStep share, bool withSubject)
    {
        var name = NameOf(share.Operands[0], withSubject);
        return IsLadder(share) ? Stepped(share, name) : Scaled(share, name);
    }

    public string NameOfProduct(ExplanationStep product) => Printable.Line(product.Name?.In(words.Language) ?? product.Expression);

    private string Scaled(ExplanationStep share, string name)
    {
        if (StepNumbers.NumberOf(share.Operands[0]) is null)
        {
            return words.Say(Phrases.Is, name, words.ValueOf(share.Operands[0]));
        }

        var shown = StepNumbers.Together(words, share.Operands[0], share.Operands[1], share.Operands[2]);
        return words.Say(Phrases.Scaled, name, shown[0], shown[1], shown[2], Percent(share));
    }

    private string Stepped(ExplanationStep share, string name)
    {
        var (measured, rungs) = Ladder(words, share);
        return words.Say(Phrases.Stepped, name, measured, rungs, Percent(share));
    }

    /// <summary>The measure and its rungs, all with the same decimals.</summary>
    public static (string Measured, string Rungs) Ladder(Wording words, ExplanationStep share)
    {
        ExplanationStep[] numbers = [share.Operands[0], .. share.Operands.Skip(1).Where((_, i) => i % 2 == 0)];
        var shown = StepNumbers.Together(words, numbers);
        var op = share.Operation.EndsWith("lower", StringComparison.Ordinal) ? "≤" : "≥";
        var rungs = Enumerable.Range(1, numbers.Length - 1).Select(i => words.Say(Phrases.StepEarns, op, shown[i], PercentOf(words, share.Operands[2 * i])));
        return (shown[0], words.Join(rungs, Phrases.Comma));
    }

    private string Percent(ExplanationStep share) => PercentOf(words, share);

    public static string PercentOf(Wording words, ExplanationStep share) =>
        StepNumbers.NumberOf(share) is { } number ? ShownNumber.Percent(number) : words.ValueOf(share);

    /// <summary>The comparisons and flags that bring a truth about, in reading order. Below a "not" the opposite is asked.</summary>
    private string Leaves(ExplanationStep step, bool negated = false)
    {
        switch (step.Operation)
        {
            case "and" or "all":
                return words.Join(Deciding(step, "false", negated), Phrases.Semicolon);
            case "or" or "any":
                return words.Join(Deciding(step, "true", negated), Phrases.And);
            case "not":
                return Leaves(step.Operands[0], !negated);
            case "applies":
                return Leaves(step.Operands[0], negated);
            case "if" when step.Operands.Count == 2:
                return Leaves(step.Operands[1], negated);
            case "=" or "!=" or "<" or "<=" or ">" or ">=":
                return Comparison(step, negated);
            case "fact" or "derived":
                return words.Say(Phrases.Is, NameOf(step), words.ValueOf(step)) + (step.Note is null ? string.Empty : words.Say(Phrases.Parenthesis, Printable.Line(step.Note)));
            case "in" when step.Value is "true" or "false":
                return words.Say(step.Value == "true" ? Phrases.Contains : Phrases.Lacks, NameOf(step.Operands[1]), words.ValueOf(step.Operands[0]));
            default:
                return words.Say(Phrases.Is, words.Named(step.Expression), words.TruthOf(step));
        }
    }

    /// <summary>Of a fold that one value decides, the parts with that value; otherwise every part that counts.</summary>
    private IEnumerable<string> Deciding(ExplanationStep step, string decisive, bool negated) => step.Operands
        .Where(o => step.Value == decisive ? o.Value == decisive : o.Value != "not-applicable" || step.Value == "not-applicable")
        .Select(o => Leaves(o, negated))
        .Distinct(StringComparer.Ordinal)
        .DefaultIfEmpty(words.Say(Phrases.Is, words.Named(step.Expression), words.TruthOf(step)));

    private string Comparison(ExplanationStep step, bool negated)
    {
        if (step.Value == "not-applicable")
        {
            return words.Join(step.Operands.Where(o => o.Value == "not-applicable").Select(o => words.Say(Phrases.Is, NameOf(o), words.ValueOf(o))), Phrases.Semicolon);
        }

        var (left, right) = StepNumbers.Compared(words, step);
        var limit = step.Operands[1];
        var named = Unwrapped(limit).Origin is ValueOrigin.Benchmark or ValueOrigin.Parameter or ValueOrigin.Fact or ValueOrigin.Derived ? words.Say(Phrases.Parenthesis, NameOf(limit)) : string.Empty;
        return words.Say(Phrases.Asked, NameOf(step.Operands[0]), left, negated ? Opposite(step.Operation) : Symbol(step.Operation), right) + named;
    }

    public static string Symbol(string operation) => operation switch
    {
        "<=" => "≤",
        ">=" => "≥",
        "!=" => "≠",
        _ => operation,
    };

    private static string Opposite(string operation) => operation switch
    {
        "<=" => ">",
        ">=" => "<",
        "<" => "≥",
        ">" => "≤",
        "=" => "≠",
        _ => "=",
    };

    /// <summary>The step that gave the value: conversions and choices already made say nothing of their own.</summary>
    private static ExplanationStep Unwrapped(ExplanationStep step) => step switch
    {
        { Operation: "convert" } => Unwrapped(step.Operands[0]),
        { Operation: "if", Operands.Count: 2 } => Unwrapped(step.Operands[1]),
        _ => step,
    };

    /// <summary>A formula too long for one line is left to the derivation.</summary>
    private string Formula(string expression) => words.Named(expression) is { Length: <= LongestFormula } written ? written : words.Say(Phrases.Measured);

    /// <summary>Name for people; a product or year in front where the value is of one. Benchmarks are called by series and column.</summary>
    public string NameOf(ExplanationStep step, bool withSubject = true)
    {
        var inner = Unwrapped(step);
        var (subject, path) = Wording.Split(inner.Expression);
        var name = inner.Operation == "benchmark" || inner.Name is null ? words.NameOf(path) ?? Formula(path) : words.Of(inner.Name);
        return subject is null || !withSubject ? name : $"{words.NameOfSubject(subject)} {name}";
    }
}
