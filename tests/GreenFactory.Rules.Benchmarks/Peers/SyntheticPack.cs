using System.Globalization;
using System.Text;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Speed.Peers;

internal enum IndicatorKind
{
    Flag,
    AtLeast,
    Ratio,
    Either,
}

/// <summary>One indicator of the made-up pack: what it asks of which columns of a factory.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="A">Place of the first flag or number.</param>
/// <param name="B">Place of the second, where there is one.</param>
/// <param name="Limit">What has to be reached.</param>
internal sealed record Indicator(IndicatorKind Kind, int A, int B, double Limit);

/// <summary>A factory as other engines like it: plain members, null for what is not known.</summary>
public sealed class PlainFactory
{
    /// <summary>Yes, no or not known.</summary>
    public bool?[] Flags { get; init; } = [];

    /// <summary>Numbers, null for not known.</summary>
    public double?[] Numbers { get; init; } = [];
}

/// <summary>
/// A pack of any number of indicators that every engine can say: flags, limits, ratios and either of two flags; 3 % of what it reads
/// is not known. Repeatable.
/// </summary>
internal sealed class SyntheticPack
{
    private const int Unknown = 3;
    private const int Limit = 50;
    private const double Half = 0.5;

    public SyntheticPack(int rules)
    {
        Indicators = [.. Enumerable.Range(0, rules).Select(i => (i % 10) switch
        {
            < 4 => new Indicator(IndicatorKind.Flag, i, 0, 0),
            < 7 => new Indicator(IndicatorKind.AtLeast, i, 0, Limit),
            < 9 => new Indicator(IndicatorKind.Ratio, i - 3, i - 2, Half),
            _ => new Indicator(IndicatorKind.Either, i - 9, i - 8, 0),
        })];
        Pack = RulePackCatalog.Open(MemoryRules.OverPackage(("vocabulary/made-up.yaml", Vocabulary()), ($"made-up/1/pack.yaml", Rules()))).Load("made-up@1");
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    public RulePack Pack { get; }

    public PlainFactory Plain(int number)
    {
        var random = new Random(number);
        var flags = new bool?[Indicators.Count];
        var numbers = new double?[Indicators.Count];
        for (var i = 0; i < Indicators.Count; i++)
        {
            flags[i] = random.Next(100) < Unknown ? null : random.Next(100) < 70;
            numbers[i] = random.Next(100) < Unknown ? null : random.Next(1, 100);
        }

        return new PlainFactory { Flags = flags, Numbers = numbers };
    }

    public FactoryFacts Facts(PlainFactory factory)
    {
        var vocabulary = Pack.Program.Vocabulary;
        var cells = new FactCell[vocabulary.FactorySlots];
        for (var i = 0; i < Indicators.Count; i++)
        {
            Set(Flag(i), factory.Flags[i] is { } flag ? FactCell.Of(flag) : default);
            Set(Number(i), factory.Numbers[i] is { } number ? FactCell.Of((decimal)number) : default);
        }

        return new FactoryFacts(vocabulary, new FactoryIdentity(), new ReportingPeriod(2025), cells, null, new Dictionary<int, FactCell[]>(), []);

        void Set(string path, FactCell cell)
        {
            if (vocabulary.Find(path) is { } fact)
            {
                cells[fact.Slot] = cell;
            }
        }
    }

    /// <summary>An indicator in the words of C#, as RulesEngine and Dynamic LINQ read it; what is not known is not met.</summary>
    public static string Lambda(Indicator of) => of.Kind switch
    {
        IndicatorKind.Flag => Text($"f.Flags[{of.A}] == true"),
        IndicatorKind.AtLeast => Text($"f.Numbers[{of.A}] >= {of.Limit}"),
        IndicatorKind.Ratio => Text($"f.Numbers[{of.A}] / f.Numbers[{of.B}] >= {of.Limit:0.0}"),
        _ => Text($"f.Flags[{of.A}] == true || f.Flags[{of.B}] == true"),
    };

    /// <summary>What an engine that knows yes and no only leaves to be asked: not met, or not known.</summary>
    public static FindingStatus Status(Indicator of, bool isMet, PlainFactory factory)
    {
        if (isMet)
        {
            return FindingStatus.Met;
        }

        var isOpen = of.Kind switch
        {
            IndicatorKind.Flag => factory.Flags[of.A] is null,
            IndicatorKind.AtLeast => factory.Numbers[of.A] is null,
            IndicatorKind.Ratio => factory.Numbers[of.A] is null || factory.Numbers[of.B] is null,
            _ => factory.Flags[of.A] is null || factory.Flags[of.B] is null,
        };
        return isOpen ? FindingStatus.InsufficientEvidence : FindingStatus.NotMet;
    }

    private static string Flag(int i) => Text($"made_up.f{i}");

    private static string Number(int i) => Text($"made_up.v{i}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Vocabulary()
    {
        var text = new StringBuilder("""
            schema: greenfactory.vocabulary/v1
            source: { label: assumed, note: made up to measure }
            facts:

            """);
        for (var i = 0; i < Indicators.Count; i++)
        {
            if (Indicators[i].Kind == IndicatorKind.Flag)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {{ path: {Flag(i)}, name: {{ zh: 是否, en: flag }}, kind: flag, meaning: {{ zh: 试用, en: made up }} }}\n");
            }
            else if (Indicators[i].Kind == IndicatorKind.AtLeast)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {{ path: {Number(i)}, name: {{ zh: 数, en: number }}, kind: count, meaning: {{ zh: 试用, en: made up }} }}\n");
            }
        }

        return text.ToString();
    }

    private string Rules()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$"""
            schema: greenfactory.pack/v1
            id: made-up@1
            version: 1.0.0
            title: { zh: 试用, en: Made up }
            jurisdiction: "100000"
            in-force: { from: 2020-01-01 }
            source: { document: made-up, clause: "1", label: assumed }
            documents: [{ id: made-up, number: MADE UP, title: { zh: 试用, en: Made up to measure } }]
            clauses: [{ clause: "1", title: { zh: 试用, en: Made up }, disposition: encoded }]
            rounding: { decimals: 2, mode: half-up }
            not-applicable: { policy: renormalise }
            full: 100
            groups:
              - { id: all, title: { zh: 全部, en: All }, weight: 100, full: {{Indicators.Count}} }
            conclusion: { requires: [gates] }
            rules:

            """));
        for (var i = 0; i < Indicators.Count; i++)
        {
            var of = Indicators[i];
            var condition = of.Kind switch
            {
                IndicatorKind.Flag => Flag(of.A),
                IndicatorKind.AtLeast => Text($"{Number(of.A)} >= {of.Limit}"),
                IndicatorKind.Ratio => Text($"{Number(of.A)} / {Number(of.B)} >= {of.Limit:0.0}"),
                _ => $"{Flag(of.A)} or {Flag(of.B)}",
            };
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: r{i}, group: all, kind: optional, title: {{ zh: 试用, en: Made up }}, requirement: {{ zh: 试用, en: Made up }}, points: 1, condition: \"{condition}\" }}\n");
        }

        return text.ToString();
    }
}
