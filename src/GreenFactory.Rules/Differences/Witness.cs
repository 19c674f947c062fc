namespace GreenFactory.Rules.Differences;

/// <summary>A factory on which two packs say different things: judged again from its text before anybody sees it.</summary>
/// <param name="Draft">The factory.</param>
/// <param name="AsOf">The date it was judged on.</param>
/// <param name="Differences">Everything the two verdicts say differently.</param>
internal sealed record Witness(FactoryDraft Draft, DateOnly AsOf, IReadOnlyList<ObservedDifference> Differences);

/// <summary>A change of a pack, and the factory that shows what it does; null where none was found or none can be.</summary>
internal sealed record WitnessedChange(TraitChange Change, Witness? Witness);

/// <summary>Two packs compared.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The second.</param>
/// <param name="Changes">What they do not share.</param>
/// <param name="Moves">Factories that pass by one and not by the other, one each way where found.</param>
internal sealed record PackDiff(RulePack From, RulePack To, IReadOnlyList<WitnessedChange> Changes, IReadOnlyList<Witness> Moves)
{
    /// <param name="from">The first pack.</param>
    /// <param name="to">The second pack.</param>
    /// <param name="progress">Told how many changes have been looked at, of how many.</param>
    public static PackDiff Of(ComparedPack from, ComparedPack to, Action<int, int>? progress = null)
    {
        var changes = PackTraits.Compare(from.Program, to.Program);
        var search = new WitnessSearch(from, to);
        return new PackDiff(from.Pack, to.Pack, search.Find(changes, progress), changes.Any(c => c.Kind == TraitKind.Content) ? search.Moves() : []);
    }
}
