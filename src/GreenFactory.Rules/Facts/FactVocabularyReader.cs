using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>Reads everything under <c>vocabulary/</c>: each file says by its <c>schema:</c> what it is.</summary>
internal sealed partial class FactVocabularyReader
{
    public const string Folder = "vocabulary/";
    public const string VocabularySchema = "greenfactory.vocabulary/v1";
    public const string CoefficientSchema = "greenfactory.coefficients/v1";
    public const string SeriesSchema = "greenfactory.benchmark-series/v1";

    private const decimal UsualTolerance = 0.005m;

    private static readonly string[] Kinds = ["quantity", "count", "flag", "choice", "choices", "date", "text", "assessment"];
    private static readonly string[] Scopes = ["factory", "product"];

    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, FactDeclaration> _facts = new(StringComparer.Ordinal);
    private readonly List<ConsistencyCheck> _checks = [];
    private readonly List<CitedDocument> _documents = [];
    private readonly Dictionary<string, Coefficient> _coefficients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BenchmarkSeries> _series = new(StringComparer.Ordinal);
    private UnitCatalog _units = UnitCatalog.Empty;

    private FactVocabularyReader(DiagnosticBag bag) => _bag = bag;

    /// <summary>The kind as vocabulary files spell it.</summary>
    public static string Spell(FactKind kind) => Kinds[(int)kind];

    public static FactVocabulary Read(RulesSource source, DiagnosticBag bag)
    {
        var files = new List<(Node? Root, string Schema)>();
        foreach (var path in source.Paths.Where(p => p.StartsWith(Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var root = source.Read(path, bag);
            var schema = ((root as MapNode)?.Find("schema") as ScalarNode)?.Text ?? string.Empty;
            files.Add((root, schema));
        }

        var industries = CodeList.ReadCsv(ReadIfThere(source, Folder + "industries.csv", bag), "code", "name_zh", code => code.TrimStart([.. "ABCDEFGHIJKLMNOPQRST"]));
        var regions = CodeList.ReadCsv(ReadIfThere(source, Folder + "regions.csv", bag), "gbt2260", "name_zh", code => code);
        return Read(files, industries, regions, bag);
    }

    public static FactVocabulary Read(IReadOnlyList<(Node? Root, string Schema)> files, CodeList industries, CodeList regions, DiagnosticBag bag)
    {
        var reader = new FactVocabularyReader(bag);

        // Units first: every other file speaks in them.
        foreach (var (root, schema) in files.OrderBy(f => f.Schema == UnitCatalog.Schema ? 0 : 1))
        {
            switch (schema)
            {
                case UnitCatalog.Schema:
                    reader._units = UnitCatalog.Read(root, bag);
                    break;
                case CoefficientSchema:
                    reader.ReadCoefficients(MapReader.OpenFile(root, CoefficientSchema, bag));
                    break;
                case SeriesSchema:
                    reader.ReadSeries(MapReader.OpenFile(root, SeriesSchema, bag));
                    break;
                default:
                    reader.ReadFacts(MapReader.OpenFile(root, VocabularySchema, bag));
                    break;
            }
        }

        return reader.Build(industries, regions);
    }

    private static byte[]? ReadIfThere(RulesSource source, string path, DiagnosticBag bag) =>
        source.Paths.Contains(path) ? source.ReadBytes(path, bag) : null;

    private FactVocabulary Build(CodeList industries, CodeList regions)
    {
        var slots = new int[2];
        var facts = _facts.Values
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => f with { Slot = slots[(int)f.Scope]++ })
            .ToList();
        return new FactVocabulary(_units, facts, _checks, _coefficients, _series, industries, regions) { Documents = [.. _documents.DistinctBy(d => d.Id)] };
    }

    private void ReadFacts(MapReader? file)
    {
        if (file is null)
        {
            return;
        }

        var inherited = Provenance.Read(file, null);
        _documents.AddRange(DocumentList.Read(file));
        foreach (var node in file.List("facts"))
        {
            ReadFact(MapReader.Open(node, _bag), inherited);
        }

        foreach (var node in file.List("checks"))
        {
            ReadCheck(MapReader.Open(node, _bag));
        }

        file.Done();
    }

    private void ReadFact(MapReader? item, Provenance? inherited)
    {
        if (item is null)
        {
            return;
        }

        var path = item.Scalar("path", required: true);
        var name = item.Localized("name", required: true);
        var kindName = item.Choice("kind", Kinds, required: true);
        var kind = (FactKind)Math.Max(0, Array.IndexOf(Kinds, kindName));
        var unit = ReadUnit(item, required: kind == FactKind.Quantity && kindName is not null);
        var scope = item.Choice("scope", Scopes) == "product" ? FactScope.Product : FactScope.Factory;
        var (least, greatest) = ReadRange(item);
        var choices = ReadChoices(item, kind);
        var meaning = item.Localized("meaning", required: true);
        var applies = ReadExpression(item, "applies");
        var derived = ReadExpression(item, "derived");
        var tolerance = item.Scalar("tolerance");
        var source = Provenance.Read(item, inherited);
        item.Done();

        if (path is null || name is null || kindName is null || meaning is null)
        {
            return;
        }

        if (!PathPattern().IsMatch(path.Text) || path.Text.StartsWith("product.", StringComparison.Ordinal) != (scope == FactScope.Product))
        {
            _bag.Add(DiagnosticCodes.BadFactPath, path.Span, path.Text);
            return;
        }

        if (source is null)
        {
            _bag.Add(DiagnosticCodes.MissingSource, path.Span, path.Text);
            return;
        }

        if (kind == FactKind.Count)
        {
            least ??= 0;
        }
        else if (kind == FactKind.Assessment)
        {
            (least, greatest) = (0, 1);
        }

        var fact = new FactDeclaration
        {
            Path = path.Text,
            Name = name,
            Kind = kind,
            Unit = unit,
            Scope = scope,
            Meaning = meaning,
            Least = least,
            Greatest = greatest,
            Choices = [.. choices.Select(c => c.Id)],
            ChoiceNames = choices.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal),
            Source = source,
            Derived = derived,
            Applies = applies,
            Tolerance = ReadTolerance(tolerance),
            Span = path.Span,
        };
        if (!_facts.TryAdd(fact.Path, fact))
        {
            _bag.Add(DiagnosticCodes.DuplicateId, path.Span, path.Text);
        }
    }

    private decimal ReadTolerance(ScalarNode? written)
    {
        if (written is null)
        {
            return UsualTolerance;
        }

        var quantity = QuantityText.Parse(written, _units, _bag);
        return quantity is { } value ? value.Unit.FactorTo(Unit.One).ToConversion()?.Apply(value.Value) ?? UsualTolerance : UsualTolerance;
    }

    private Unit ReadUnit(MapReader item, bool required)
    {
        var written = item.Scalar("unit", required);
        if (written is null)
        {
            return Unit.One;
        }

        if (_units.TryParse(written.Text, out var unit))
        {
            return unit;
        }

        _bag.Add(DiagnosticCodes.UnknownUnit, written.Span, written.Text, NearestName.Hint(written.Text, _units.Symbols));
        return Unit.One;
    }

    private (decimal? Least, decimal? Greatest) ReadRange(MapReader item)
    {
        var range = item.Map("range");
        if (range is null)
        {
            return (null, null);
        }

        var least = range.Number("min");
        var greatest = range.Number("max");
        range.Done();
        if (least > greatest)
        {
            _bag.Add(DiagnosticCodes.EmptyRange, range.Span, least, greatest);
        }

        return (least, greatest);
    }

    private List<(string Id, LocalizedText Name)> ReadChoices(MapReader item, FactKind kind)
    {
        var choices = new List<(string, LocalizedText)>();
        var takes = kind is FactKind.Choice or FactKind.Choices;
        foreach (var node in item.List("values", required: takes))
        {
            if (MapReader.Open(node, _bag) is not { } choice)
            {
                continue;
            }

            var id = choice.Scalar("id", required: true);
            var name = choice.Localized("name", required: true);
            choice.Done();
            if (id is null || name is null)
            {
                continue;
            }

            if (choices.Any(c => c.Item1 == id.Text))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            choices.Add((id.Text, name));
        }

        return choices;
    }

    internal static ExpressionText? ReadExpression(MapReader item, string key, bool required = false) =>
        item.Scalar(key, required) is { } scalar ? new ExpressionText(scalar.Text, scalar.Quoted ? scalar.Span.Shift(1) : scalar.Span) : null;

    private void ReadCheck(MapReader? item)
    {
        if (item is null)
        {
            return;
        }

        var id = item.Scalar("id", required: true);
        var when = ReadExpression(item, "when", required: true);
        var path = item.Text("path", required: true);
        var message = item.Localized("message", required: true);
        item.Done();
        if (id is null || when is null || path is null || message is null)
        {
            return;
        }

        if (_checks.Any(c => c.Id == id.Text))
        {
            _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            return;
        }

        _checks.Add(new ConsistencyCheck(id.Text, when, path, message));
    }

    private void ReadCoefficients(MapReader? file)
    {
        if (file is null)
        {
            return;
        }

        var table = file.Text("table", required: true) ?? string.Empty;
        file.Localized("title", required: true);
        var inherited = Provenance.Read(file, null);
        _documents.AddRange(DocumentList.Read(file));
        foreach (var node in file.List("rows", required: true))
        {
            if (MapReader.Open(node, _bag) is not { } row)
            {
                continue;
            }

            var key = row.Scalar("key", required: true);
            var name = row.Localized("name", required: true);
            var unit = ReadUnit(row, required: true);
            var source = Provenance.Read(row, inherited);
            var values = row.List("values", required: true).Select(n => ReadValue(MapReader.Open(n, _bag), source)).OfType<CoefficientValue>().ToList();
            row.Done();
            if (key is null || name is null)
            {
                continue;
            }

            var path = $"coefficient.{table}.{key.Text}";
            if (!_coefficients.TryAdd(path, new Coefficient(path, name, unit, values, key.Span)))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, key.Span, path);
            }
        }

        file.Done();
    }

    private CoefficientValue? ReadValue(MapReader? item, Provenance? inherited)
    {
        if (item is null)
        {
            return null;
        }

        var from = item.Date("from", required: true);
        var until = item.Date("until");
        var region = item.Text("region");
        var written = item.GetEvenNull("value");
        if (written is null)
        {
            _bag.Add(DiagnosticCodes.MissingKey, item.Span, "value");
        }

        var value = written is { IsNull: false } ? item.Number("value") : null;
        var source = Inline(item, Provenance.Read(item, inherited));
        item.Done();
        if (source is null)
        {
            _bag.Add(DiagnosticCodes.MissingSource, item.Span, "value");
            return null;
        }

        if (until <= from)
        {
            _bag.Add(DiagnosticCodes.EmptyInterval, item.Span, Scalars.Date(from!.Value), Scalars.Date(until!.Value));
        }

        return from is null ? null : new CoefficientValue(value, from.Value, until, region, source);
    }

    /// <summary>Dated values are one-liners: label, clause, citation and note may stand in the row itself.</summary>
    private static Provenance? Inline(MapReader item, Provenance? source)
    {
        var label = Provenance.ReadLabel(item) ?? source?.Label;
        var document = item.Text("document") ?? source?.Document;
        var clause = item.Text("clause") ?? source?.Clause;
        var citation = item.Text("citation") ?? source?.Citation;
        var note = item.Text("note") ?? source?.Note;
        return label is null ? null : new Provenance(document, clause, label.Value, citation, note);
    }

    private void ReadSeries(MapReader? file)
    {
        if (file is null)
        {
            return;
        }

        foreach (var node in file.List("series", required: true))
        {
            if (MapReader.Open(node, _bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var name = item.Localized("name", required: true);
            var scope = item.Choice("scope", Scopes, required: true) == "product" ? FactScope.Product : FactScope.Factory;
            var unit = ReadUnit(item, required: true);
            var lower = item.Choice("better", ["lower", "higher"], required: true) == "lower";
            var columns = item.ScalarList("columns").Select(c => c.Text).ToList();
            item.Localized("meaning", required: true);
            item.Done();
            if (id is not null && name is not null && !_series.TryAdd(id.Text, new BenchmarkSeries(id.Text, name, scope, unit, lower, columns)))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }
        }

        file.Done();
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+$")]
    private static partial Regex PathPattern();
}
