namespace GreenFactory.Rules.Speed.Factories;

/// <summary>What sort of factory to make up; chances from 0 to 1.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Unknown">That a fact is not known.</param>
/// <param name="NotApplicable">That a fact does not apply.</param>
/// <param name="Yes">That a flag is true.</param>
/// <param name="Edge">That a number lies exactly on a threshold or a hair beside it.</param>
/// <param name="Extreme">That a number is zero, tiny or as large as its range allows.</param>
/// <param name="Stated">That a ratio is stated instead of its parts.</param>
internal sealed record Mood(string Name, double Unknown, double NotApplicable, double Yes, double Edge, double Extreme, double Stated)
{
    /// <summary>A real applicant: nearly everything reported, totals and parts rather than ratios.</summary>
    public static Mood Applicant { get; } = new("applicant", Unknown: 0.03, NotApplicable: 0.01, Yes: 0.93, Edge: 0.05, Extreme: 0, Stated: 0.1);

    public static IReadOnlyList<Mood> All { get; } =
    [
        Applicant,
        new("flawless", Unknown: 0, NotApplicable: 0, Yes: 1, Edge: 0.5, Extreme: 0, Stated: 0.3),
        new("on the edges", Unknown: 0.01, NotApplicable: 0.01, Yes: 0.9, Edge: 0.9, Extreme: 0, Stated: 0.5),
        new("half known", Unknown: 0.5, NotApplicable: 0.02, Yes: 0.8, Edge: 0.3, Extreme: 0, Stated: 0.3),
        new("one gap", Unknown: 0.005, NotApplicable: 0, Yes: 0.995, Edge: 0.3, Extreme: 0, Stated: 0.3),
        new("hardly concerned", Unknown: 0.05, NotApplicable: 0.6, Yes: 0.8, Edge: 0.3, Extreme: 0, Stated: 0.3),
        new("not concerned", Unknown: 0, NotApplicable: 0.97, Yes: 0.8, Edge: 0.3, Extreme: 0, Stated: 0.3),
        new("extreme", Unknown: 0.03, NotApplicable: 0.03, Yes: 0.7, Edge: 0.2, Extreme: 0.5, Stated: 0.4),
        new("anything", Unknown: 0.2, NotApplicable: 0.2, Yes: 0.5, Edge: 0.4, Extreme: 0.1, Stated: 0.4),
    ];
}
