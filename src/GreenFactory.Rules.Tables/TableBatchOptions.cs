namespace GreenFactory.Rules.Tables;

/// <summary>How a table is judged. Immutable.</summary>
public sealed record TableBatchOptions
{
    /// <summary>One worker per processor, and the last day of each factory's period as its date.</summary>
    public static TableBatchOptions Default { get; } = new();

    /// <summary>Date and number of workers; the bytes of the results do not depend on the latter.</summary>
    public BulkOptions Bulk { get; init; } = BulkOptions.Default;

    /// <summary>
    /// Whether the missing facts of factories with open rules are counted, into the last column. Counting them takes many times as
    /// long as judging; without it the column is left out.
    /// </summary>
    public bool CountMissing { get; init; } = true;
}

/// <summary>What a table came to. Immutable.</summary>
public sealed record TableBatchReport
{
    internal TableBatchReport()
    {
    }

    /// <summary>Rows with a factory, those that could not be judged included.</summary>
    public long Rows => Met + NotMet + Undetermined + NotJudged;

    /// <summary>Factories that pass.</summary>
    public required long Met { get; init; }

    /// <summary>Factories that do not pass.</summary>
    public required long NotMet { get; init; }

    /// <summary>Factories for which it depends on missing facts.</summary>
    public required long Undetermined { get; init; }

    /// <summary>Rows that could not be judged; <see cref="Diagnostics"/> says why.</summary>
    public required long NotJudged { get; init; }

    /// <summary>Everything that is wrong with rows, by place, the first thousand where there is more.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
