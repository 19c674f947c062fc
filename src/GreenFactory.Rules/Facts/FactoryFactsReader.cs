using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>Reads a fact file (JSON or YAML) against a vocabulary and reports everything wrong with it together.</summary>
internal sealed partial class FactoryFactsReader
{
    public const string Schema = "greenfactory.facts/v1";

    private const int MostProducts = 1000;
    /// <summary>Earlier years than this are slips of the pen.</summary>
    public const int EarliestYear = 1900;

    /// <summary>Earlier years a factory may state.</summary>
    public const int MostYears = 50;

    private const int MostEvidence = 10_000;

    private readonly FactVocabulary _vocabulary;
    private readonly DiagnosticBag _bag;
    private readonly FactValueReader _values;
    private SourceSpan? _regionSpan;

    private FactoryFactsReader(FactVocabulary vocabulary, DiagnosticBag bag)
    {
        _vocabulary = vocabulary;
        _bag = bag;
        _values = new FactValueReader(vocabulary, bag);
    }

    public static FactoryFacts? Read(Node? root, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        return file is null ? null : new FactoryFactsReader(vocabulary, bag).Read(file);
    }

    private FactoryFacts Read(MapReader file)
    {
        var identity = ReadIdentity(file.Map("factory"));
        var period = ReadPeriod(file.Scalar("period", required: true));
        var cells = new FactCell[_vocabulary.FactorySlots];
        _values.Fill(file.Entries("facts"), FactScope.Factory, cells, null);
        var products = ReadProducts(file);
        var history = ReadHistory(file, period);
        var evidence = ReadEvidence(file);
        var register = new RegisterReader(_vocabulary, _bag).Read(file, cells);
        file.Done();
        return new FactoryFacts(_vocabulary, identity, period ?? default, cells, products, history, evidence) { Register = register, RegionSpan = _regionSpan };
    }

    private FactoryIdentity ReadIdentity(MapReader? reader)
    {
        if (reader is null)
        {
            return new FactoryIdentity();
        }

        var region = reader.Scalar("region");
        var industry = reader.Scalar("industry");
        var identity = new FactoryIdentity
        {
            Id = reader.Text("id"),
            Name = reader.Text("name"),
            Region = region?.Text,
            Industry = industry?.Text,
            Founded = reader.Date("founded"),
        };
        reader.Done();
        _regionSpan = region?.Span;
        if (region is not null && !_vocabulary.Regions.IsRegion(region.Text))
        {
            _bag.Add(DiagnosticCodes.UnknownRegion, region.Span, region.Text);
        }

        if (industry is not null && !_vocabulary.Industries.IsIndustry(industry.Text))
        {
            _bag.Add(DiagnosticCodes.UnknownIndustry, industry.Span, industry.Text, NearestName.Hint(industry.Text, _vocabulary.Industries.Codes));
        }

        return identity;
    }

    private ReportingPeriod? ReadPeriod(ScalarNode? scalar)
    {
        if (scalar is null)
        {
            return null;
        }

        if (TryYear(scalar.Text, out var year))
        {
            return new ReportingPeriod(year);
        }

        _bag.Add(DiagnosticCodes.BadPeriod, scalar.Span, scalar.Text);
        return null;
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4 && year >= EarliestYear;

    private List<FactoryProduct>? ReadProducts(MapReader file)
    {
        if (!file.Has("products"))
        {
            return null;
        }

        var products = new List<FactoryProduct>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("products"))
        {
            if (MapReader.Open(node, _bag) is not { } item)
            {
                continue;
            }

            if (products.Count == MostProducts)
            {
                _bag.Add(DiagnosticCodes.TooMany, item.Span, new LocalizedText("产品", "products"), MostProducts);
                break;
            }

            var id = item.Scalar("id", required: true);
            var name = item.Text("name");
            var cells = new FactCell[_vocabulary.ProductSlots];
            var counting = new ProductCounting();
            _values.Fill(item.Entries("facts"), FactScope.Product, cells, counting);
            item.Done();
            if (id is null)
            {
                continue;
            }

            if (!ids.Add(id.Text))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            products.Add(new FactoryProduct(id.Text, name, cells, counting.Unit));
        }

        return products;
    }

    private Dictionary<int, FactCell[]> ReadHistory(MapReader file, ReportingPeriod? period)
    {
        var history = new Dictionary<int, FactCell[]>();
        foreach (var entry in file.Entries("history"))
        {
            if (!TryYear(entry.Key.Text, out var year) || year >= period?.Year)
            {
                _bag.Add(DiagnosticCodes.BadHistoryYear, entry.Key.Span, entry.Key.Text, period?.ToString() ?? "…");
                continue;
            }

            if (history.Count == MostYears)
            {
                _bag.Add(DiagnosticCodes.TooMany, entry.Key.Span, new LocalizedText("历史年份", "years of history"), MostYears);
                break;
            }

            var cells = new FactCell[_vocabulary.FactorySlots];
            if (entry.Value is MapNode map)
            {
                _values.Fill(map.Entries, FactScope.Factory, cells, null);
            }
            else if (!entry.Value.IsNull)
            {
                _bag.Add(DiagnosticCodes.WrongShape, entry.Value.Span, Shapes.Map);
            }

            history[year] = cells;
        }

        return history;
    }

    private List<Evidence> ReadEvidence(MapReader file)
    {
        var evidence = new List<Evidence>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("evidence"))
        {
            if (MapReader.Open(node, _bag) is not { } item)
            {
                continue;
            }

            if (evidence.Count == MostEvidence)
            {
                _bag.Add(DiagnosticCodes.TooMany, item.Span, new LocalizedText("证明材料", "pieces of evidence"), MostEvidence);
                break;
            }

            var id = item.Scalar("id", required: true);
            var supports = item.ScalarList("supports");
            foreach (var path in supports)
            {
                if (_vocabulary.Find(path.Text) is null)
                {
                    _bag.Add(DiagnosticCodes.UnknownFact, path.Span, path.Text, NearestName.Hint(path.Text, _vocabulary.Paths));
                }
            }

            var sha256 = item.Scalar("sha256");
            var read = new Evidence
            {
                Id = id?.Text ?? string.Empty,
                Kind = item.Text("kind"),
                Title = item.Text("title"),
                Supports = [.. supports.Select(s => s.Text)],
                Issued = item.Date("issued"),
                Expires = item.Date("expires"),
                Sha256 = sha256?.Text,
            };
            item.Done();
            if (sha256 is not null && !Sha256Pattern().IsMatch(sha256.Text))
            {
                _bag.Add(DiagnosticCodes.BadDigest, sha256.Span, sha256.Text);
            }

            if (read.Expires < read.Issued)
            {
                _bag.Add(DiagnosticCodes.EmptyInterval, item.Span, Scalars.Date(read.Issued!.Value), Scalars.Date(read.Expires!.Value));
            }

            if (id is not null && !ids.Add(id.Text))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }

            evidence.Add(read);
        }

        return evidence;
    }

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256Pattern();
}
