namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>Fills the rows of one dimension in order and adds them up.</summary>
internal ref struct Sheet(Span<Row> rows)
{
    private readonly Span<Row> _rows = rows;
    private int _next;

    /// <summary>Every row that has to be met.</summary>
    public Answer Required = Answer.Yes;

    private decimal _lower;
    private decimal _upper;
    private decimal _removed;

    /// <summary>Until a row is open, certain and reachable points are one sum.</summary>
    private bool _isOpen;

    public void Gate(Answer answer)
    {
        _rows[_next++].Status = StatusOf(answer);
        Require(answer);
    }

    public void Mandatory(decimal points, Answer answer)
    {
        Optional(points, answer);
        Require(answer);
    }

    public void Optional(decimal points, Answer answer)
    {
        ref var row = ref _rows[_next++];
        switch (answer)
        {
            case Answer.Yes:
                row.Status = FindingStatus.Met;
                row.Lower = points;
                row.Upper = points;
                row.Full = points;
                Add(points);
                break;
            case Answer.No:
                row.Status = FindingStatus.NotMet;
                row.Full = points;
                break;
            case Answer.Unknown:
                row.Status = FindingStatus.InsufficientEvidence;
                row.Upper = points;
                row.Full = points;
                _upper = (_isOpen ? _upper : _lower) + points;
                _isOpen = true;
                break;
            default:
                row.Status = FindingStatus.NotApplicable;
                _removed += points;
                break;
        }
    }

    /// <summary>A fraction that an assessor entered.</summary>
    public void Fraction(decimal points, in Amount fraction)
    {
        if (!fraction.IsKnown)
        {
            Optional(points, fraction.State == AmountState.NotApplicable ? Answer.NotApplicable : Answer.Unknown);
            return;
        }

        ref var row = ref _rows[_next];
        row.HasMeasured = true;
        row.Measured = fraction.Value;
        if (fraction.Value >= 1m || fraction.Value <= 0m)
        {
            Optional(points, Answers.Of(fraction.Value >= 1m));
            return;
        }

        _next++;
        Earn(ref row, points, points * fraction.Value);
    }

    public void Fraction(decimal points, Answer when, in Amount fraction)
    {
        if (when == Answer.Yes)
        {
            Fraction(points, fraction);
        }
        else
        {
            Optional(points, Answers.Given(when, Answer.Yes));
        }
    }

    public void Scale(decimal points, in Share share)
    {
        ref var row = ref _rows[_next];
        row.HasMeasured = share.HasMeasured;
        row.Measured = share.Measured;
        if (share.Status == FindingStatus.PartlyMet)
        {
            _next++;
            Earn(ref row, points, points * share.Earned / share.Whole);
            return;
        }

        Optional(points, share.Status switch
        {
            FindingStatus.Met => Answer.Yes,
            FindingStatus.NotMet => Answer.No,
            FindingStatus.NotApplicable => Answer.NotApplicable,
            _ => Answer.Unknown,
        });
    }

    /// <summary>Out of 100: what does not apply leaves, the rest carries the dimension. Adds what the dimension is worth to the total.</summary>
    public readonly Mark Close(decimal weight, ref Tally total)
    {
        const decimal Full = 100m;
        var applying = Full - _removed;
        if (applying == 0m)
        {
            total.Removed += weight * Full;
            return new Mark(0m, 0m, 0m, applies: false);
        }

        var lower = _removed == 0m ? _lower : _lower * Full / applying;
        var upper = !_isOpen ? lower : _removed == 0m ? _upper : _upper * Full / applying;
        total.Lower += lower * weight;
        total.Upper += upper * weight;
        total.Required = Answers.All(total.Required, Required);
        return new Mark(Evaluator.WithoutNoise(lower), Evaluator.WithoutNoise(upper), Full, applies: true);
    }

    private void Add(decimal points)
    {
        _lower += points;
        if (_isOpen)
        {
            _upper += points;
        }
    }

    private void Earn(ref Row row, decimal points, decimal earned)
    {
        row.Status = FindingStatus.PartlyMet;
        row.Lower = earned;
        row.Upper = earned;
        row.Full = points;
        Add(earned);
    }

    /// <summary>What does not apply is not required.</summary>
    private void Require(Answer answer) => Required = Answers.All(Required, answer);

    private static FindingStatus StatusOf(Answer answer) => answer switch
    {
        Answer.Yes => FindingStatus.Met,
        Answer.No => FindingStatus.NotMet,
        Answer.NotApplicable => FindingStatus.NotApplicable,
        _ => FindingStatus.InsufficientEvidence,
    };
}

/// <summary>What the dimensions add up to.</summary>
internal struct Tally()
{
    public decimal Lower;
    public decimal Upper;
    public decimal Removed;
    public Answer Required = Answer.Yes;
}
