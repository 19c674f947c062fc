namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>Something that judges factories and can be held against the others.</summary>
internal interface ICandidate
{
    string Name { get; }

    /// <summary>Brings the factories into the candidate's own form. Not part of what is measured.</summary>
    void Take(IReadOnlyList<FactoryFacts> factories);

    /// <summary>Judges one of the factories and reads the result. The return value only keeps the work from being optimised away.</summary>
    int Run(int factory);

    /// <summary>Judges all of the factories, the first so many, and reads the results.</summary>
    int Pass(int factories)
    {
        var seen = 0;
        for (var factory = 0; factory < factories; factory++)
        {
            seen += Run(factory);
        }

        return seen;
    }

    /// <summary>The same judgement, written down to be compared.</summary>
    Outcome Describe(int factory);
}
