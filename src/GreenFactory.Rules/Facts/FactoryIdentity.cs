using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>Who the factory is. Immutable; null where the file does not say.</summary>
public sealed record FactoryIdentity
{
    /// <summary>Id within the caller's own system.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>GB/T 2260 code, six digits.</summary>
    public string? Region { get; init; }

    /// <summary>GB/T 4754-2017 code, two to four digits.</summary>
    public string? Industry { get; init; }

    /// <summary>Founding date.</summary>
    public DateOnly? Founded { get; init; }
}

/// <summary>The period the facts are about: a calendar year.</summary>
public readonly record struct ReportingPeriod
{
    /// <summary>Creates the period of one calendar year.</summary>
    public ReportingPeriod(int year) => Year = year;

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>First day.</summary>
    public DateOnly FirstDay => new(Math.Max(1, Year), 1, 1);

    /// <summary>Last day; the as-of date when a caller names none.</summary>
    public DateOnly LastDay => new(Math.Max(1, Year), 12, 31);

    /// <summary>The year in digits.</summary>
    public override string ToString() => Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A document that supports facts: certificate, statement, report. Immutable.</summary>
public sealed record Evidence
{
    /// <summary>Id, unique in the file.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, such as <c>certificate</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Paths of the facts it supports.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>Issued on.</summary>
    public DateOnly? Issued { get; init; }

    /// <summary>Last valid day.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>One product of a factory with its facts and the unit it is counted in.</summary>
internal sealed record FactoryProduct(string Id, string? Name, FactCell[] Cells, UnitSymbol? CountedIn);
