namespace GreenFactory.Rules.Rendering;

/// <summary>A line of the tree with the lines below it.</summary>
internal sealed record TreeNode(string Text, bool Decides, IReadOnlyList<TreeNode> Below);

/// <summary>
/// Makes lines of steps. Wrappers that say nothing are left out, long sums and products are listed flat, parts of a sum that
/// do not apply are told in one line, and what was derived above is not derived again.
/// </summary>
internal sealed class ExplanationTree(Wording words)
{
    /// <summary>Fewer parts that do not apply are shown one by one.</summary>
    private const int FewParts = 3;

    private readonly FindingReasons _reasons = new(words);
    private readonly StepSentences _sentences = new(words, new FindingReasons(words));
    private readonly HashSet<string> _derived = new(StringComparer.Ordinal);

    /// <summary>The lines below a root that renders itself.</summary>
    public IReadOnlyList<TreeNode> Below(ExplanationStep root) => [.. root.Operands.Where(o => o is not { Operation: "constant", Expression: "points" }).Select(o => Node(o))];

    public TreeNode Node(ExplanationStep step, string prefix = "")
    {
        switch (step.Operation)
        {
            case "forms" when step.Operands.Count == 1:
                return Node(step.Operands[0], prefix);
            case "form" when step.Operands.Count == 1 && FindingReasons.IsUsed(step):
                return Node(step.Operands[0], prefix);
            case "when" when step.Operands.Count == 2:
                return new TreeNode(prefix + _sentences.Of(step), step.Decides, [.. step.Operands.Select(o => Node(o))]);
        }

        if (step is { Operation: "derived", Operands.Count: > 0 } && !_derived.Add(step.Expression))
        {
            return new TreeNode(prefix + _sentences.Of(step) + words.Say(Phrases.Parenthesis, words.Say(Phrases.SeeAbove)), step.Decides, []);
        }

        return new TreeNode(prefix + _sentences.Of(step), step.Decides, Parts(step));
    }

    private List<TreeNode> Parts(ExplanationStep step) => step.Operation switch
    {
        "+" or "-" => Sum(step),
        "*" => [.. Flat(step, "*").Select(o => Node(o))],
        "average" => [.. step.Operands.Select(o => Node(o))],
        _ when FindingReasons.IsScale(step) =>
            [Titled(step.Operands[0], Phrases.Measured), Titled(step.Operands[1], Phrases.Leading), Titled(step.Operands[2], Phrases.Baseline)],
        _ when FindingReasons.IsLadder(step) =>
            [Titled(step.Operands[0], Phrases.Measured), .. step.Operands.Skip(1).Select((o, i) => i % 2 == 0 ? Titled(o, Phrases.Rung) : Node(o))],
        _ => [.. step.Operands.Select(o => Node(o))],
    };

    private TreeNode Titled(ExplanationStep step, LocalizedText title) => Node(step, words.Say(title) + words.Say(Phrases.Colon));

    private List<TreeNode> Sum(ExplanationStep step)
    {
        var terms = Terms(step).ToList();
        var absent = terms.Where(t => t.Step.Value == "not-applicable").ToList();
        var fold = absent.Count >= FewParts;
        var nodes = terms.Where(t => !fold || t.Step.Value != "not-applicable").Select(t => Node(t.Step, t.Sign)).ToList();
        if (fold)
        {
            var names = absent.Select(t => NameOfAbsent(t.Step)).Distinct(StringComparer.Ordinal).ToList();
            nodes.Add(new TreeNode(words.Say(Phrases.NoneApply, Wording.Count(absent.Count), words.Join(names)), absent.Any(t => t.Step.Decides), []));
        }

        return nodes;
    }

    /// <summary>The first part that does not apply gives the term its name.</summary>
    private string NameOfAbsent(ExplanationStep step)
    {
        var reason = step.Operation is "fact" or "derived" ? null : step.Operands.FirstOrDefault(o => o.Value == "not-applicable");
        return reason is null ? _reasons.NameOf(step) : NameOfAbsent(reason);
    }

    /// <summary>a + b - c is three terms.</summary>
    private static IEnumerable<(ExplanationStep Step, string Sign)> Terms(ExplanationStep step) => step.Operation switch
    {
        "+" => step.Operands.SelectMany(Terms),
        "-" => Terms(step.Operands[0]).Append((step.Operands[1], "− ")),
        _ => [(step, string.Empty)],
    };

    private static IEnumerable<ExplanationStep> Flat(ExplanationStep step, string operation) =>
        step.Operation == operation ? step.Operands.SelectMany(o => Flat(o, operation)) : [step];
}
