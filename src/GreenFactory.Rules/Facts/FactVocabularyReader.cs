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

    public const string IndustryFile = Folder + "industries.csv";
    public const string RegionFile = Folder + "regions.csv";

    private const decimal UsualTolerance = 0.005m;

    private static readonly LocalizedText OnlyForNumbers = new("只有 kind: quantity 和 count 是数", "only kind: quantity and count are numbers");
    private static readonly string[] Kinds = ["quantity", "count", "flag", "choice", "choices", "date", "text", "assessment"];
    private static readonly string[] Scopes = ["factory", "product"];

    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, FactDeclaration> _facts = new(StringComparer.Ordinal);
    private readonly List<ConsistencyCheck> _checks = [];
    private readonly HashSet<string> _checkIds = new(StringComparer.Ordinal);
    private readonly List<CitedDocument> _documents = [];
    private readonly Dictionary<string, Coefficient> _coefficients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BenchmarkSeries> _series = new(StringComparer.Ordinal);
    private readonly UnitCatalog _units;
    private readonly CodeList _regions;

    private FactVocabularyReader(UnitCatalog units, CodeList regions, DiagnosticBag bag)
    {
        _units = units;
        _regions = regions;
        _bag = bag;
    }

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

        var industries = ReadCodes(source, IndustryFile, "code", code => code.TrimStart([.. "ABCDEFGHIJKLMNOPQRST"]), bag);
        var regions = ReadCodes(source, RegionFile, "gbt2260", code => code, bag);
        return Read(files, industries, regions, bag);
    }

    public static FactVocabulary Read(IReadOnlyList<(Node? Root, string Schema)> files, CodeList industries, CodeList regions, DiagnosticBag bag)
    {
        // Units first: every other file speaks in them.
        var units = UnitCatalog.Read([.. files.Where(f => f.Schema == UnitCatalog.Schema).Select(f => f.Root)], bag);
        var reader = new FactVocabularyReader(units, regions, bag);
        foreach (var (root, schema) in files.Where(f => f.Schema != UnitCatalog.Schema))
        {
            Citing(root, bag);
            switch (schema)
            {
                case CoefficientSchema:
                    reader.ReadCoefficients(MapReader.OpenFile(root, CoefficientSchema, bag));
                    break;
                case SeriesSchema:
                    reader.ReadSeries(MapReader.OpenFile(root, SeriesSchema, bag));
                    break;
                default:
                    reader.ReadFacts(MapReader.OpenFile(root, bag, VocabularySchema, CoefficientSchema, SeriesSchema, UnitCatalog.Schema));
                    break;
            }
        }

        return reader.Build(industries, regions);
    }

    /// <summary>Each file of the vocabulary declares the documents it cites.</summary>
    private static void Citing(Node? root, DiagnosticBag bag)
    {
        if (MapReader.Open(root as MapNode, new DiagnosticBag()) is { } file)
        {
            var documents = DocumentList.Read(file);
            Citations.Of([root]).CheckDocuments(documents, documents, bag);
        }
    }

    private static CodeList ReadCodes(RulesSource source, string path, string column, Func<string, string> normalise, DiagnosticBag bag) =>
        source.Paths.Contains(path) ? CodeList.ReadCsv(source.ReadBytes(path, bag), source.ShownAs(path), column, "name_zh", normalise, bag) : CodeList.Empty;

    private FactVocabulary Build(CodeList industries, CodeList regions)
    {
        var slots = new int[2];
        var facts = _facts.Values
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => f with { Slot = slots[(int)f.Scope]++ })
            .ToList();
        CheckChecks();
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
        if (kindName is not null)
        {
            KeysOfOtherKinds(item, kind, derived is not null);
        }

        if (path is null || name is null || kindName is null || meaning is null)
        {
            return;
        }

        if (!PathPattern().IsMatch(path.Text) || path.Text.StartsWith("product.", StringComparison.Ordinal) != (scope == FactScope.Product))
        {
            _bag.Add(DiagnosticCodes.BadFactPath, path.Span, path.Text);
            return;
        }

        if (Names.IsReserved(path.Text))
        {
            _bag.Add(DiagnosticCodes.ReservedName, path.Span, path.Text);
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

        if (QuantityText.Parse(written, _units, _bag) is not { } quantity)
        {
            return UsualTolerance;
        }

        if (!quantity.Unit.SameDimension(Unit.One))
        {
            _bag.Add(DiagnosticCodes.WrongDimension, written.Span, "tolerance", quantity.Unit.Symbol, "%");
            return UsualTolerance;
        }

        var share = quantity.Unit.FactorTo(Unit.One).ToConversion()!.Value.Apply(quantity.Value);
        if (share is < 0 or > 1)
        {
            _bag.Add(DiagnosticCodes.OutOfRange, written.Span, "tolerance", written.Text, "0", "100", "%");
        }

        return share;
    }

    /// <summary>A range of a flag or the values of a quantity would be ignored in silence.</summary>
    private static void KeysOfOtherKinds(MapReader item, FactKind kind, bool isDerived)
    {
        var isNumber = kind is FactKind.Quantity or FactKind.Count;
        if (!isNumber)
        {
            item.WithoutEffect("unit", OnlyForNumbers);
            item.WithoutEffect("range", OnlyForNumbers);
        }

        if (kind is not (FactKind.Choice or FactKind.Choices))
        {
            item.WithoutEffect("values", new LocalizedText("只有 kind: choice 和 choices 有可选值", "only kind: choice and choices have values"));
        }

        if (!isDerived)
        {
            item.WithoutEffect("tolerance", new LocalizedText("只有写了 derived 的事实才有得比", "only a fact with derived has something to compare with"));
        }
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
            _bag.Add(DiagnosticCodes.EmptyRange, range.Span, Scalars.Number(least!.Value), Scalars.Number(greatest!.Value));
        }

        return (least, greatest);
    }

    private List<(string Id, LocalizedText Name)> ReadChoices(MapReader item, FactKind kind)
    {
        var choices = new List<(string, LocalizedText)>();
        var takes = kind is FactKind.Choice or FactKind.Choices;
        var nodes = item.List("values", required: takes);
        if (takes && nodes.Count == 0 && item.Has("values"))
        {
            _bag.Add(DiagnosticCodes.MissingKey, item.Get("values")!.Span, "values");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
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

            if (!ids.Add(id.Text))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            choices.Add((id.Text, name));
        }

        return choices;
    }

    internal static ExpressionText? ReadExpression(MapReader item, string key, bool required = false) =>
        item.Scalar(key, required) is { } scalar
            ? new ExpressionText(scalar.Text, scalar is { Quoted: true, IsVerbatim: true } ? scalar.Span.Shift(1) : scalar.Span) { IsVerbatim = scalar.IsVerbatim }
            : null;

    private void ReadCheck(MapReader? item)
    {
        if (item is null)
        {
            return;
        }

        var id = item.Scalar("id", required: true);
        var when = ReadExpression(item, "when", required: true);
        var path = item.Scalar("path", required: true);
        var message = item.Localized("message", required: true);
        item.Done();
        if (id is null || when is null || path is null || message is null)
        {
            return;
        }

        Names.CheckId(id, _bag);
        if (!_checkIds.Add(id.Text))
        {
            _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            return;
        }

        _checks.Add(new ConsistencyCheck(id.Text, when, path.Text, message) { PathSpan = path.Span, Span = id.Span });
    }

    /// <summary>Once every fact is known: the facts a check blames and shows exist.</summary>
    private void CheckChecks()
    {
        foreach (var check in _checks)
        {
            var shown = ConsistencyCheck.Placeholders(check.Message.Zh).Concat(ConsistencyCheck.Placeholders(check.Message.En)).Distinct(StringComparer.Ordinal);
            Known(check.Path, check.PathSpan);
            foreach (var path in shown)
            {
                Known(path, check.Span);
            }
        }
    }

    private void Known(string path, SourceSpan span)
    {
        if (!_facts.ContainsKey(path))
        {
            _bag.Add(DiagnosticCodes.UnknownFact, span, path, NearestName.Hint(path, _facts.Keys));
        }
    }

    private void ReadCoefficients(MapReader? file)
    {
        if (file is null)
        {
            return;
        }

        var tableNode = file.Scalar("table", required: true);
        var table = tableNode?.Text ?? string.Empty;
        Names.CheckName(tableNode, _bag);
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

            Names.CheckName(key, _bag);
            var path = $"coefficient.{table}.{key.Text}";
            RivalValues(path, values, key.Span);
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
        var region = item.Scalar("region");
        if (region is not null && !_regions.IsRegion(region.Text))
        {
            _bag.Add(DiagnosticCodes.UnknownRegion, region.Span, region.Text);
        }

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

        return from is null ? null : new CoefficientValue(value, from.Value, until, region?.Text, source);
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
            Names.CheckName(id, _bag);
            var name = item.Localized("name", required: true);
            var scope = item.Choice("scope", Scopes, required: true) == "product" ? FactScope.Product : FactScope.Factory;
            var unit = ReadUnit(item, required: true);
            var lower = item.Choice("better", ["lower", "higher"], required: true) == "lower";
            var columns = ReadColumns(item);
            item.Localized("meaning", required: true);
            item.Done();
            if (id is not null && name is not null && !_series.TryAdd(id.Text, new BenchmarkSeries(id.Text, name, scope, unit, lower, columns)))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }
        }

        file.Done();
    }

    private List<string> ReadColumns(MapReader item)
    {
        var columns = item.ScalarList("columns");
        if (columns.Count == 0)
        {
            _bag.Add(DiagnosticCodes.MissingKey, item.Span, "columns");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            Names.CheckName(column, _bag);
            if (column.Text == BenchmarkSeries.Exists)
            {
                _bag.Add(DiagnosticCodes.ReservedName, column.Span, column.Text);
            }
            else if (!seen.Add(column.Text))
            {
                _bag.Add(DiagnosticCodes.DuplicateId, column.Span, column.Text);
            }
        }

        return [.. seen];
    }

    /// <summary>Two values of one region that start on one day leave the choice to chance.</summary>
    private void RivalValues(string path, List<CoefficientValue> values, SourceSpan span)
    {
        foreach (var rivals in values.GroupBy(v => $"{Scalars.Date(v.From)} {v.Region}", StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            _bag.Add(DiagnosticCodes.RivalValues, span, path, Scalars.Date(rivals.First().From));
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+\\z")]
    private static partial Regex PathPattern();
}
