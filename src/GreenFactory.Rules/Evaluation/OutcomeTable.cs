using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation;

/// <summary>
/// What an engine says of every rule of a program, in rule order. Most rules have a status and nothing else; the quotient
/// earned and the measured value are kept only for rules that can have them.
/// </summary>
internal sealed class OutcomeTable
{
    private readonly RuleProgram _program;
    private readonly Mark[] _marks;
    private readonly Quotient[] _quotients;

    public OutcomeTable(RuleProgram program)
    {
        _program = program;
        _marks = new Mark[program.Rules.Count];
        _quotients = new Quotient[program.QuotientCount];
    }

    public int Count => _marks.Length;

    public RuleOutcome this[int rule]
    {
        get
        {
            var mark = _marks[rule];
            var slot = _program.QuotientSlots[rule];
            var outcome = new RuleOutcome { Status = mark.Status, Form = mark.Form, HasMeasured = mark.HasMeasured, Whole = 1 };
            if (slot < 0)
            {
                outcome.Earned = mark.Status == FindingStatus.Met ? 1 : 0;
                return outcome;
            }

            var quotient = _quotients[slot];
            outcome.Earned = quotient.Earned;
            outcome.Whole = quotient.Whole == 0 ? 1 : quotient.Whole;
            outcome.Measured = quotient.Measured;
            outcome.Product = quotient.Product;
            return outcome;
        }

        set
        {
            _marks[rule] = new Mark { Status = value.Status, Form = value.Form, HasMeasured = value.HasMeasured };
            var slot = _program.QuotientSlots[rule];
            if (slot >= 0)
            {
                _quotients[slot] = new Quotient { Earned = value.Earned, Whole = value.Whole, Measured = value.Measured, Product = value.Product };
            }
        }
    }

    public FindingStatus Status(int rule) => _marks[rule].Status;

    public short Form(int rule) => _marks[rule].Form;

    public bool HasMeasured(int rule) => _marks[rule].HasMeasured;

    /// <summary>The share earned by a rule that is partly met, and what was measured.</summary>
    public ref readonly Quotient QuotientOf(int rule) => ref _quotients[_program.QuotientSlots[rule]];

    /// <summary>Records a rule that has a status and nothing else.</summary>
    public void Record(int rule, FindingStatus status)
    {
        ref var mark = ref _marks[rule];
        mark.Status = status;
        mark.Form = -1;
    }

    private struct Mark
    {
        public FindingStatus Status;
        public short Form;
        public bool HasMeasured;
    }

    /// <summary>Earned of whole, and what was measured.</summary>
    internal struct Quotient
    {
        public decimal Earned;
        public decimal Whole;
        public decimal Measured;

        /// <summary>The product measured, counted from 1; 0 where it is not one product's value.</summary>
        public int Product;
    }
}
