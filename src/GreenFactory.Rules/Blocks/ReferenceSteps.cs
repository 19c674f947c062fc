namespace GreenFactory.Rules.Blocks;

/// <summary>A text that all rows have.</summary>
internal sealed class FillReferenceStep(Ref to, object? value, bool isNotApplicable) : Step
{
    public override void Run(BlockState state)
    {
        var column = state.References[to.Slot];
        Array.Fill(column.Values, value);
        column.Known = value is null ? Plane.None : Plane.All;
        column.NotApplicable = isNotApplicable ? Plane.All : Plane.None;
    }
}

internal sealed class AbsentReferenceStep(Ref to, Ref number) : Step
{
    public override IEnumerable<Ref?> Reads => [number];

    public override void Run(BlockState state)
    {
        var column = state.References[to.Slot];
        column.Known = Plane.None;
        column.NotApplicable = state.NotApplicable(number);
    }
}

/// <summary>One text or set in some rows, another in others.</summary>
internal static class References
{
    public static void Blend(ReferenceColumn a, in Plane rowsA, ReferenceColumn b, in Plane rowsB, ReferenceColumn to)
    {
        for (var row = 0; row < Plane.Rows; row++)
        {
            to.Values[row] = rowsA.Has(row) ? a.Values[row] : rowsB.Has(row) ? b.Values[row] : null;
        }
    }
}

internal sealed class ChooseReferenceStep(Ref to, Ref condition, Ref then, Ref otherwise) : Step
{
    public override void Run(BlockState state)
    {
        var (when, a, b, column) = (state.Truth(condition), state.References[then.Slot], state.References[otherwise.Slot], state.References[to.Slot]);
        var (first, second) = (when.True & a.Known, when.False & b.Known);
        var away = when.NotApplicable | (when.True & a.NotApplicable) | (when.False & b.NotApplicable) | (when.Unknown & a.NotApplicable & b.NotApplicable);
        References.Blend(a, first, b, second, column);
        column.Known = first | second;
        column.NotApplicable = away;
    }
}

internal sealed class ReferenceFactStep(Ref to, Ref stated, Ref? applies, Ref? derived) : Step
{
    public override void Run(BlockState state)
    {
        var (from, column) = (state.References[stated.Slot], state.References[to.Slot]);
        var of = state.References[(derived ?? stated).Slot];
        var (known, away) = (from.Known, from.NotApplicable);
        var asked = ~(known | away);
        if (applies is not null)
        {
            var when = state.Truth(applies);
            away |= asked & (when.False | when.NotApplicable);
            asked &= when.True;
        }

        var derivable = derived is null ? Plane.None : asked & of.Known;
        away |= derived is null ? Plane.None : asked & of.NotApplicable;
        References.Blend(from, known, of, derivable, column);
        column.Known = known | derivable;
        column.NotApplicable = away;
    }
}
