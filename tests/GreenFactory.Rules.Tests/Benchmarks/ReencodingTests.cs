using System.Globalization;
using System.Text;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Benchmarks;

/// <summary>
/// Every number that was seen in the reference data (<c>seen-numbers.tsv</c>) stands in the rules with the same value and
/// citation, or says why it does not.
/// </summary>
public sealed class ReencodingTests
{
    private const string NotEncoded = "not-encoded because ";

    private static readonly List<SeenNumber> Seen = [.. File.ReadLines(Path.Combine(Repository.Tests, "Benchmarks", "seen-numbers.tsv")).Where(l => !l.StartsWith('#')).Select(SeenNumber.Read)];

    private static readonly Lazy<Encoded> Shipped = new(() => Encoded.Read(RulesSource.Package));

    [Fact]
    public void Every_seen_number_is_encoded_with_its_value_and_citation_or_says_why_not() =>
        Assert.Empty(Seen.Select(Shipped.Value.Fault).OfType<string>());

    /// <summary>A line that is left out of the list would be missed by nobody else.</summary>
    [Theory]
    [InlineData("energy-quotas gb", 2397)]
    [InlineData("energy-quotas superseded_first_editions", 60)]
    [InlineData("water-quotas w-", 24)]
    [InlineData("emission-factors provincial_grid", 90)]
    [InlineData("emission-factors regional_grid", 21)]
    [InlineData("emission-factors fuels", 137)]
    [InlineData("land-control-index edition_2008 floor_area_ratio", 30)]
    [InlineData("energy-benchmarks", 10)]
    [InlineData("", 3041)]
    public void The_list_is_complete(string begins, int count) =>
        Assert.Equal(count, Seen.Count(s => s.Place.StartsWith(begins, StringComparison.Ordinal)));

    [Fact]
    public void No_place_is_listed_twice() => Assert.Equal(Seen.Count, Seen.Select(s => s.Place).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("benchmarks/gb-16780-2021.yaml", "87, 94]", "88, 94]", "energy-quotas gb16780-2021-001 grade_2: 87 was seen, 88 is encoded")]
    [InlineData("benchmarks/gb-16780-2021.yaml", "table: 表3", "table: 表4", "energy-quotas gb16780-2021-005 grade_1: GB 16780-2021, 表3 was seen, GB 16780-2021, 表4 is cited")]
    [InlineData("benchmarks/land-index-2008.yaml", "land-2008-13\n    series: floor_area_ratio\n    industry: [\"13\"]\n    unit: \"1\"\n    values: { threshold: 1 }", "land-2008-13\n    series: floor_area_ratio\n    industry: [\"13\"]\n    unit: \"1\"\n    values: { threshold: 1.1 }", "land-control-index edition_2008 floor_area_ratio 农副食品加工业: 1.0 was seen, 1.1 is encoded")]
    [InlineData("vocabulary/coefficients/grid.yaml", "value: 0.5688", "value: 0.5689", "emission-factors provincial_grid 北京 2021: no coefficient cites '; 北京 2021' with 0.5688")]
    public void A_tampered_value_or_citation_is_found(string path, string seen, string tampered, string fault)
    {
        var source = new TamperedSource(path, seen, tampered);
        var faults = Seen.Select(Encoded.Read(source).Fault).OfType<string>().ToList();

        Assert.True(source.IsTampered, $"{path} does not hold {seen}");
        Assert.Contains(fault, faults);
    }

    /// <summary>The package with one slip in one file.</summary>
    private sealed class TamperedSource(string path, string seen, string tampered) : RulesSource
    {
        public bool IsTampered { get; private set; }

        public override IReadOnlyList<string> Paths => Package.Paths;

        public override byte[]? ReadBytes(string file, DiagnosticBag bag)
        {
            var bytes = Package.ReadBytes(file, bag);
            if (file != path || bytes is null)
            {
                return bytes;
            }

            var text = Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
            var at = text.IndexOf(seen, StringComparison.Ordinal);
            IsTampered = at >= 0;
            return at < 0 ? bytes : Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), tampered, text.AsSpan(at + seen.Length)));
        }
    }

    private sealed record SeenNumber(string Place, decimal? Value, string Written, string Citation, string Home)
    {
        public static SeenNumber Read(string line)
        {
            var parts = line.Split('\t');
            return new SeenNumber(parts[0], decimal.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null, parts[1], parts[2], parts[3]);
        }
    }

    /// <summary>What a source of rules encodes, and what is wrong with it against a seen number.</summary>
    private sealed class Encoded
    {
        private readonly Dictionary<string, BenchmarkRow> _rows;
        private readonly List<(decimal Value, string Citation)> _coefficients;

        private Encoded(Dictionary<string, BenchmarkRow> rows, List<(decimal, string)> coefficients)
        {
            _rows = rows;
            _coefficients = coefficients;
        }

        public static Encoded Read(RulesSource source) => new(
            RulePackCatalog.Open(source).Benchmarks.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal),
            [.. source.Paths.Where(p => p.StartsWith("vocabulary/coefficients/", StringComparison.Ordinal)).SelectMany(p => Values(source.Read(p, new DiagnosticBag())!))]);

        public string? Fault(SeenNumber seen)
        {
            if (seen.Home.StartsWith(NotEncoded, StringComparison.Ordinal))
            {
                return seen.Home.Length > NotEncoded.Length + 20 ? null : $"{seen.Place}: no reason is given";
            }

            return seen.Home.StartsWith("benchmark ", StringComparison.Ordinal) ? Row(seen, seen.Home.Split(' ')) : Coefficient(seen, seen.Home["coefficient ".Length..]);
        }

        private string? Row(SeenNumber seen, string[] home)
        {
            if (!_rows.TryGetValue(home[1], out var row))
            {
                return $"{seen.Place}: there is no row {home[1]}";
            }

            if (row.PrintedValues.GetValueOrDefault(home[2]) is not { } value || value != seen.Value)
            {
                return $"{seen.Place}: {seen.Written} was seen, {(row.PrintedValues.GetValueOrDefault(home[2]) is { } other ? Scalars.Number(other) : "nothing")} is encoded";
            }

            var cited = row.Set.DocumentNumber + (seen.Citation.Contains(", ", StringComparison.Ordinal) ? $", {row.Table}" : string.Empty);
            return !seen.Citation.StartsWith(cited, StringComparison.Ordinal) ? $"{seen.Place}: {seen.Citation} was seen, {cited} is cited"
                : row.Source.Label is ProvenanceLabel.Seen or ProvenanceLabel.Inferred ? null
                : $"{seen.Place}: labelled {Provenance.Spell(row.Source.Label)}";
        }

        private string? Coefficient(SeenNumber seen, string mark) =>
            _coefficients.Exists(c => c.Value == seen.Value && (c.Citation + " ").Contains(mark + " ", StringComparison.Ordinal)) ? null : $"{seen.Place}: no coefficient cites '{mark}' with {seen.Written}";

        private static IEnumerable<(decimal, string)> Values(Node node) => node switch
        {
            MapNode map when map.Find("value") is ScalarNode value && map.Find("citation") is ScalarNode citation && Scalars.TryDecimal(value.Text, out var number) => [(number, citation.Text)],
            MapNode map => map.Entries.SelectMany(e => Values(e.Value)),
            ListNode list => list.Items.SelectMany(Values),
            _ => [],
        };
    }
}
