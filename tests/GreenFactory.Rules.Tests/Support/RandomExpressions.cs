using CsCheck;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>
/// Random source text over the try-out vocabulary, well typed by construction: every operator, every kind of fact,
/// derived facts, facts with a condition of use, folds over products and years.
/// </summary>
internal static class RandomExpressions
{
    private const int Years = 3;

    private static readonly Dictionary<(string, int, Place), Gen<string>> Made = [];

    /// <summary>Where the text will stand: names of products are legal in a fold over products only, and folds outside folds only.</summary>
    private enum Place
    {
        Factory,
        Product,
        Year,
    }

    public static Gen<string> Truths { get; } = Truth(4, Place.Factory);

    public static Gen<string> Masses { get; } = Mass(4, Place.Factory);

    /// <summary>An expression of any type.</summary>
    public static Gen<string> All { get; } = Gen.Frequency(
        (4, Truths),
        (3, Masses),
        (2, Number(4, Place.Factory)),
        (1, Day(3, Place.Factory)),
        (1, Text(3, Place.Factory)),
        (1, Colours(3, Place.Factory)));

    private static Gen<string> Truth(int depth, Place place) => Once(nameof(Truth), depth, place, MakeTruth);

    private static Gen<string> MakeTruth(int depth, Place place)
    {
        var leaf = Words("true", "false", "unknown", "not_applicable", "flag.yes", "flag.no", "flag.unknown", "flag.na", "derived.flag", "used.flag")
            .Or(place, Place.Product, "product.good", "product.maybe", "product.some")
            .Or(place, Place.Year, "year.good");
        if (depth == 0)
        {
            return leaf;
        }

        var truth = Truth(depth - 1, place);
        var mass = Mass(depth - 1, place);
        var number = Number(depth - 1, place);
        var day = Day(depth - 1, place);
        var text = Text(depth - 1, place);
        var compared = Words("=", "!=", "<", "<=", ">", ">=");
        var equal = Words("=", "!=");
        var cases = new List<(int, Gen<string>)>
        {
            (2, leaf),
            (3, Two(truth, Words("and", "or"), truth)),
            (2, truth.Select(t => $"(not {t})")),
            (3, Two(mass, compared, mass)),
            (2, Two(number, compared, number)),
            (1, Two(day, compared, day)),
            (1, Two(text, equal, text)),
            (1, Two(truth, equal, truth)),
            (1, Gen.Select(mass, mass, mass, (a, b, c) => $"({a} between {b} and {c})")),
            (1, Gen.Select(mass, Words("in", "not in"), mass, mass, (a, op, b, c) => $"({a} {op} [{b}, {c}])")),
            (1, Gen.Select(text, Words("in", "not in"), text, text, (a, op, b, c) => $"({a} {op} [{b}, {c}])")),
            (1, Gen.Select(Colour(), Words("in", "not in"), Colours(depth - 1, place), (a, op, b) => $"({a} {op} {b})")),
            (1, Gen.Select(text, text, (a, b) => $"starts_with({a}, {b})")),
            (1, mass.Select(m => $"applies({m})")),
            (1, text.Select(t => $"applies({t})")),
            (1, truth.Select(t => $"applies({t})")),
            (1, Colours(depth - 1, place).Select(c => $"applies({c})")),
            (1, If(truth, truth, truth)),
        };
        if (place == Place.Factory)
        {
            cases.Add((2, Fold(Words("any", "all"), p => Truth(depth - 1, p))));
        }

        return Gen.Frequency([.. cases]);
    }

    private static Gen<string> Mass(int depth, Place place) => Once(nameof(Mass), depth, place, MakeMass);

    private static Gen<string> MakeMass(int depth, Place place)
    {
        var leaf = Words("mass.five", "mass.two", "mass.zero", "mass.minus", "mass.tiny", "mass.unknown", "mass.na", "1 t", "2000 kg", "0 g", "0.003 t", "derived.sum", "derived.open", "derived.stated", "used.yes", "used.no", "used.open", "used.absent", "used.stated")
            .Or(place, Place.Product, "product.mass", "product.gap", "product.na", "product.never");
        if (depth == 0)
        {
            return leaf;
        }

        var mass = Mass(depth - 1, place);
        var number = Number(depth - 1, place);
        var cases = new List<(int, Gen<string>)>
        {
            (3, leaf),
            (3, Two(mass, Words("+", "-"), mass)),
            (2, Two(mass, Words("*", "/"), number)),
            (1, Two(number, Gen.Const("*"), mass)),
            (1, mass.Select(m => $"(-{m})")),
            (1, mass.Select(m => $"abs({m})")),
            (1, Gen.Select(Words("min", "max"), mass, mass, mass, (f, a, b, c) => $"{f}({a}, {b}, {c})")),
            (1, If(Truth(depth - 1, place), mass, mass)),
            (1, If(Truth(depth - 1, place), mass, Words("unknown", "not_applicable"))),
        };
        if (place == Place.Factory)
        {
            cases.Add((3, Fold(Words("sum", "min", "max", "average"), p => Mass(depth - 1, p))));
        }

        return Gen.Frequency([.. cases]);
    }

    private static Gen<string> Number(int depth, Place place) => Once(nameof(Number), depth, place, MakeNumber);

    private static Gen<string> MakeNumber(int depth, Place place)
    {
        var leaf = Words("0", "1", "2.5", "0.1", "number.six", "number.half", "number.huge", "number.unknown", "number.na", "items.three", "items.unknown", "items.na", "judged.half", "judged.unknown", "share.half", "share.unknown", "share.na", "30 %", "derived.ratio", "unknown", "not_applicable");
        if (depth == 0)
        {
            return leaf;
        }

        var number = Number(depth - 1, place);
        var mass = Mass(depth - 1, place);
        var cases = new List<(int, Gen<string>)>
        {
            (3, leaf),
            (2, Two(number, Words("+", "-", "*", "/"), number)),
            (2, Two(mass, Gen.Const("/"), mass)),
            (1, number.Select(n => $"(-{n})")),
            (1, number.Select(n => $"abs({n})")),
            (1, Gen.Select(Words("min", "max"), number, number, (f, a, b) => $"{f}({a}, {b})")),
            (1, If(Truth(depth - 1, place), number, number)),
        };
        if (place == Place.Factory)
        {
            cases.Add((1, Fold(Words("sum", "min", "max", "average"), p => Number(depth - 1, p))));
            cases.Add((2, Fold(Gen.Const("count"), p => Truth(depth - 1, p))));
            cases.Add((1, Words("count(products)", $"count(last {Years} years)")));
        }

        return Gen.Frequency([.. cases]);
    }

    private static Gen<string> Day(int depth, Place place) => Once(nameof(Day), depth, place, MakeDay);

    private static Gen<string> MakeDay(int depth, Place place)
    {
        var leaf = Words("day.leap", "day.jan31", "day.last", "day.unknown", "day.na", "derived.day", "as_of", "period.start", "factory.founded", "2024-02-29", "2025-12-31");
        if (depth == 0)
        {
            return leaf;
        }

        var day = Day(depth - 1, place);
        return Gen.Frequency(
            (3, leaf),
            (2, Gen.Select(day, Words("+", "-"), Gen.Int[0, 40], Words("years", "months", "days"), (d, op, n, unit) => $"({d} {op} {n} {unit})")),
            (1, Gen.Select(Words("min", "max"), day, day, (f, a, b) => $"{f}({a}, {b})")),
            (1, If(Truth(depth - 1, place), day, day)));
    }

    private static Gen<string> Text(int depth, Place place) => Once(nameof(Text), depth, place, MakeText);

    private static Gen<string> MakeText(int depth, Place place)
    {
        var leaf = Words("text.name", "text.unknown", "text.na", "derived.text", "used.text", "factory.industry", "'绿色'", "''", "'steel'").Or(place, Place.Product, "product.kind");
        return depth == 0 ? leaf : Gen.Frequency((4, leaf), (1, If(Truth(depth - 1, place), Text(depth - 1, place), Text(depth - 1, place))));
    }

    private static Gen<string> Colour() => Words("'red'", "'green'", "'blue'", "colour.red", "colour.unknown", "colour.na", "unknown", "not_applicable");

    private static Gen<string> Colours(int depth, Place place) => Once(nameof(Colours), depth, place, MakeColours);

    private static Gen<string> MakeColours(int depth, Place place)
    {
        var leaf = Words("colours.some", "colours.none", "colours.unknown", "colours.na", "derived.colours", "used.colours");
        return depth == 0 ? leaf : Gen.Frequency((4, leaf), (1, If(Truth(depth - 1, place), Colours(depth - 1, place), Colours(depth - 1, place))));
    }

    private static Gen<string> Once(string kind, int depth, Place place, Func<int, Place, Gen<string>> make)
    {
        if (!Made.TryGetValue((kind, depth, place), out var gen))
        {
            gen = make(depth, place);
            Made[(kind, depth, place)] = gen;
        }

        return gen;
    }

    private static Gen<string> Fold(Gen<string> function, Func<Place, Gen<string>> body) => Gen.OneOf(
        FoldOver(function, body(Place.Product), "products", Truth(1, Place.Product)),
        FoldOver(function, body(Place.Year), $"last {Years} years", Truth(1, Place.Year)));

    private static Gen<string> FoldOver(Gen<string> function, Gen<string> body, string range, Gen<string> where) => Gen.OneOf(
        Gen.Select(function, body, (f, b) => $"{f}({b} over {range})"),
        Gen.Select(function, body, where, (f, b, w) => $"{f}({b} over {range} where {w})"));

    private static Gen<string> Two(Gen<string> left, Gen<string> op, Gen<string> right) => Gen.Select(left, op, right, (a, o, b) => $"({a} {o} {b})");

    private static Gen<string> If(Gen<string> condition, Gen<string> then, Gen<string> otherwise) =>
        Gen.Select(condition, then, otherwise, (c, t, e) => $"(if {c} then {t} else {e})");

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static Gen<string> Or(this Gen<string> usual, Place place, Place at, params string[] names) =>
        place == at ? Gen.OneOf(usual, Words(names)) : usual;
}
