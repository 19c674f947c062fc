using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Evaluation.Compiled;

internal delegate void RuleGroupAction(Run run);

/// <summary>An expression that yields a number, for the facts it is given and one product (-1 for none).</summary>
internal delegate Num NumberFunction(Run run, FactCell[] cells, int product);

internal delegate Truth TruthFunction(Run run, FactCell[] cells, int product);

internal delegate Txt TextFunction(Run run, FactCell[] cells, int product);

internal delegate TxtSet SetFunction(Run run, FactCell[] cells, int product);

/// <summary>Judges one product by one form and says how much the product weighs.</summary>
internal delegate void ProductJudgement(Run run, FactCell[] cells, int product, ref RuleOutcome outcome, ref Num weight);

/// <summary>What room the remembered facts of a program need.</summary>
internal sealed class RunMemory(IReadOnlyList<BoundFact> facts)
{
    public int Count { get; } = facts.Count;

    public bool HasTexts { get; } = facts.Any(f => f.Type.Kind == ValueKind.Text);

    public bool HasSets { get; } = facts.Any(f => f.Type.Kind == ValueKind.TextSet);
}

/// <summary>The state of one run: outcomes, and derived facts once they are known.</summary>
internal sealed class Run
{
    public static readonly FactCell[] NoFacts = [];

    public readonly EvaluationFrame Frame;
    public readonly FactCell[] Cells;
    public readonly FactCell[] Externals;
    public readonly OutcomeTable Outcomes;

    private readonly Num[] _numbers;
    private readonly Truth[] _truths;
    private readonly Txt[]? _texts;
    private readonly TxtSet[]? _sets;
    private readonly bool[] _known;

    /// <param name="frame">What is read.</param>
    /// <param name="outcomes">What is written.</param>
    /// <param name="memory">The derived facts that are remembered.</param>
    public Run(EvaluationFrame frame, OutcomeTable outcomes, RunMemory memory)
    {
        Frame = frame;
        Cells = frame.Facts.Cells;
        Externals = frame.Externals;
        Outcomes = outcomes;
        _known = new bool[memory.Count];
        _numbers = new Num[memory.Count];
        _truths = new Truth[memory.Count];
        _texts = memory.HasTexts ? new Txt[memory.Count] : null;
        _sets = memory.HasSets ? new TxtSet[memory.Count] : null;
    }

    public Num RememberNumber(int memory, NumberFunction function)
    {
        if (!_known[memory])
        {
            _numbers[memory] = function(this, Cells, -1);
            _known[memory] = true;
        }

        return _numbers[memory];
    }

    public Truth RememberTruth(int memory, TruthFunction function)
    {
        if (!_known[memory])
        {
            _truths[memory] = function(this, Cells, -1);
            _known[memory] = true;
        }

        return _truths[memory];
    }

    public Txt RememberText(int memory, TextFunction function)
    {
        if (!_known[memory])
        {
            _texts![memory] = function(this, Cells, -1);
            _known[memory] = true;
        }

        return _texts![memory];
    }

    public TxtSet RememberSet(int memory, SetFunction function)
    {
        if (!_known[memory])
        {
            _sets![memory] = function(this, Cells, -1);
            _known[memory] = true;
        }

        return _sets![memory];
    }

    public FactCell[] ProductCells(int product) => Frame.Facts.ProductCells[product];

    public FactCell[] ProductExternals(int product) => Frame.ProductExternals[product];

    public FactCell[] YearCells(int yearsBack) => Frame.Facts.YearCells(Frame.Facts.Period.Year - yearsBack) ?? NoFacts;
}
