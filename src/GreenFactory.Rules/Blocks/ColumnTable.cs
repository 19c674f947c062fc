namespace GreenFactory.Rules.Blocks;

/// <summary>Hands out the columns of a plan. Not thread-safe; one per plan.</summary>
internal sealed class ColumnTable
{
    private readonly List<Ref> _all = [];
    private readonly Dictionary<(BlockInput Input, ColumnKind Kind), Ref> _inputs = [];

    public BlockInputs OfFactory => Inputs(isOfProduct: false);

    public BlockInputs OfProduct => Inputs(isOfProduct: true);

    public Ref New(ColumnKind kind, bool isKept = false)
    {
        var column = new Ref(kind) { IsKept = isKept };
        _all.Add(column);
        return column;
    }

    public Ref Input(BlockInput input, ColumnKind kind)
    {
        if (!_inputs.TryGetValue((input, kind), out var column))
        {
            column = new Ref(kind) { IsKept = true };
            _inputs[(input, kind)] = column;
        }

        return column;
    }

    /// <summary>
    /// Gives every column its place: inputs of the factory, those of products, what is kept, then the rest. Numbers that nobody
    /// reads any more make room for others: what is worked with stays in the fast memory of a processor.
    /// </summary>
    public ColumnCounts Settle(IReadOnlyList<Step> steps)
    {
        var next = new int[4];
        foreach (var isOfProduct in new[] { false, true })
        {
            foreach (var ((input, kind), column) in _inputs)
            {
                if (input.IsOfProduct == isOfProduct)
                {
                    column.Slot = next[(int)kind]++;
                }
            }
        }

        foreach (var column in _all.Where(c => c.IsKept || c.Kind != ColumnKind.Number))
        {
            column.Slot = next[(int)column.Kind]++;
        }

        var rooms = new Rooms(next[(int)ColumnKind.Number]);
        Place(steps, [], rooms);
        return new ColumnCounts(rooms.Count, next[(int)ColumnKind.Truth], next[(int)ColumnKind.Reference], next[(int)ColumnKind.Form]);
    }

    /// <param name="steps">Steps in the order they run.</param>
    /// <param name="after">What is read once all of them have run.</param>
    /// <param name="rooms">Places to give out.</param>
    private static void Place(IReadOnlyList<Step> steps, IReadOnlyList<Ref?> after, Rooms rooms)
    {
        var last = new Dictionary<Ref, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < steps.Count; i++)
        {
            Touch(steps[i].Reads.Append(steps[i].Writes), i);
        }

        Touch(after, steps.Count);
        var own = new List<Ref>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Writes is { Slot: < 0 } to)
            {
                to.Slot = rooms.Take();
                own.Add(to);
            }

            if (steps[i] is ProductLoop loop)
            {
                Place(loop.Body, [.. loop.Folds.SelectMany(f => f.Reads)], rooms);
            }

            var place = i;
            foreach (var column in own.FindAll(c => last[c] == place))
            {
                rooms.Free(column.Slot);
                own.Remove(column);
            }
        }

        own.ForEach(c => rooms.Free(c.Slot));

        void Touch(IEnumerable<Ref?> columns, int place)
        {
            foreach (var column in columns.OfType<Ref>())
            {
                last[column] = place;
            }
        }
    }

    /// <summary>Places that are taken and given back.</summary>
    private sealed class Rooms(int first)
    {
        private readonly Stack<int> _free = new();

        /// <summary>How many places there are by now.</summary>
        public int Count { get; private set; } = first;

        public int Take() => _free.TryPop(out var place) ? place : Count++;

        public void Free(int place) => _free.Push(place);
    }

    private BlockInputs Inputs(bool isOfProduct)
    {
        return new BlockInputs(Of(ColumnKind.Number), Of(ColumnKind.Truth), Of(ColumnKind.Reference));

        IReadOnlyList<BlockInput> Of(ColumnKind kind) => [.. _inputs.Where(i => i.Key.Kind == kind && i.Key.Input.IsOfProduct == isOfProduct).OrderBy(i => i.Value.Slot).Select(i => i.Key.Input)];
    }
}
