namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>Shares of products averaged by weight: a product that does not apply is left out, one open product leaves all open.</summary>
internal struct ProductAverage()
{
    private Share _only = new() { Status = FindingStatus.NotApplicable };
    private int _parts;
    private bool _isOpen;
    private bool _isUnweighable;
    private decimal _earned;
    private decimal _whole;

    public void Add(in Share share, in Amount weight)
    {
        if (share.Status == FindingStatus.InsufficientEvidence)
        {
            _isOpen = true;
            return;
        }

        if (share.Status == FindingStatus.NotApplicable)
        {
            return;
        }

        _only = share;
        _parts++;
        if (!weight.IsKnown || weight.Value < 0m)
        {
            _isUnweighable = true;
        }
        else if (!_isUnweighable)
        {
            Weigh(share, weight.Value);
        }
    }

    public readonly Share Result()
    {
        if (_isOpen)
        {
            return new Share { Status = FindingStatus.InsufficientEvidence };
        }

        if (_parts <= 1)
        {
            return _only;
        }

        return !_isUnweighable && _whole > 0m ? Share.Of(_earned, _whole) : new Share { Status = FindingStatus.InsufficientEvidence };
    }

    private void Weigh(in Share share, decimal weight)
    {
        try
        {
            _earned += weight * share.Earned / share.Whole;
            _whole += weight;
        }
        catch (OverflowException)
        {
            _isUnweighable = true;
        }
    }
}
