using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

/// <summary>Reads an expression by recursive descent; the grammar is one page in EXPRESSIONS.md.</summary>
internal sealed class Parser
{
    private const int LongestText = 4000;
    private const int DeepestNesting = 64;
    private const int DeepestTree = 100;
    private const int MostYears = 20;

    private static readonly LocalizedText AValue = new("一个值", "a value");
    private static readonly LocalizedText TheEnd = new("结尾", "the end");

    private readonly ExpressionText _expression;
    private readonly DiagnosticBag _bag;
    private readonly List<Token> _tokens;
    private int _index;
    private int _depth;

    private Parser(ExpressionText expression, List<Token> tokens, DiagnosticBag bag)
    {
        _expression = expression;
        _tokens = tokens;
        _bag = bag;
    }

    private Token Current => _tokens[_index];

    /// <summary>The parsed expression; null when it has faults (the bag has them).</summary>
    public static SyntaxNode? Parse(ExpressionText expression, UnitCatalog units, DiagnosticBag bag)
    {
        if (expression.Text.Length > LongestText)
        {
            bag.Add(DiagnosticCodes.ExpressionTooLarge, expression.Span, LongestText, DeepestNesting);
            return null;
        }

        if (new Lexer(expression, units, bag).ReadAll() is not { } tokens)
        {
            return null;
        }

        try
        {
            var parser = new Parser(expression, tokens, bag);
            var node = parser.Expression();
            if (parser.Current.Kind != TokenKind.End)
            {
                throw parser.Unexpected(new LocalizedText("运算符或结尾", "an operator or the end"));
            }

            return node;
        }
        catch (ParseFault)
        {
            return null;
        }
    }

    private SyntaxNode Expression()
    {
        if (++_depth > DeepestNesting)
        {
            throw TooDeep(DeepestNesting);
        }

        var node = IsWord("if") ? If() : Or();
        _depth--;
        return node;
    }

    private IfSyntax If()
    {
        var start = Take().Start;
        var condition = Expression();
        ExpectWord("then");
        var then = Expression();
        ExpectWord("else");
        var otherwise = Expression();
        return new IfSyntax(condition, then, otherwise, start, otherwise.End);
    }

    private SyntaxNode Or()
    {
        var left = And();
        while (IsWord("or"))
        {
            Take();
            var right = And();
            left = Chain("or", left, right);
        }

        return left;
    }

    private SyntaxNode And()
    {
        var left = Not();
        while (IsWord("and"))
        {
            Take();
            var right = Not();
            left = Chain("and", left, right);
        }

        return left;
    }

    /// <summary>One more operator in a row: 1 + 1 + 1 … grows a tree without a bracket.</summary>
    private BinarySyntax Chain(string symbol, SyntaxNode left, SyntaxNode right)
    {
        var chained = new BinarySyntax(symbol, left, right, left.Start, right.End);
        return chained.Height <= DeepestTree ? chained : throw TooDeep(DeepestTree);
    }

    private SyntaxNode Not()
    {
        if (!IsWord("not"))
        {
            return Comparison();
        }

        var start = Take().Start;
        Deeper();
        var operand = Not();
        _depth--;
        return new UnarySyntax("not", operand, start, operand.End);
    }

    private SyntaxNode Comparison()
    {
        var left = Sum();
        if (Current.Kind == TokenKind.Symbol && Current.Text is "=" or "!=" or "<" or "<=" or ">" or ">=")
        {
            var symbol = Take().Text;
            var right = Sum();
            if (Current.Kind == TokenKind.Symbol && Current.Text is "=" or "!=" or "<" or "<=" or ">" or ">=")
            {
                throw Unexpected(new LocalizedText("“and”或“or”（比较不能连写）", "'and' or 'or' (comparisons do not chain)"));
            }

            return new BinarySyntax(symbol, left, right, left.Start, right.End);
        }

        if (IsWord("between"))
        {
            Take();
            var low = Sum();
            ExpectWord("and");
            var high = Sum();
            return new BetweenSyntax(left, low, high, left.Start, high.End);
        }

        var negated = IsWord("not") && _tokens[_index + 1] is { Kind: TokenKind.Name, Text: "in" };
        if (negated)
        {
            Take();
        }

        if (IsWord("in"))
        {
            Take();
            var right = Sum();
            var inside = new BinarySyntax("in", left, right, left.Start, right.End);
            return negated ? new UnarySyntax("not", inside, left.Start, right.End) : inside;
        }

        return left;
    }

    private SyntaxNode Sum()
    {
        var left = Product();
        while (Current.Kind == TokenKind.Symbol && Current.Text is "+" or "-")
        {
            var symbol = Take().Text;
            var right = Product();
            left = Chain(symbol, left, right);
        }

        return left;
    }

    private SyntaxNode Product()
    {
        var left = Sign();
        while (Current.Kind == TokenKind.Symbol && Current.Text is "*" or "/")
        {
            var symbol = Take().Text;
            var right = Sign();
            left = Chain(symbol, left, right);
        }

        return left;
    }

    private SyntaxNode Sign()
    {
        if (!IsSymbol("-"))
        {
            return Primary();
        }

        var start = Take().Start;
        Deeper();
        var operand = Sign();
        _depth--;
        return new UnarySyntax("-", operand, start, operand.End);
    }

    private SyntaxNode Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return token.Unit is null && DurationAfter(token) is { } duration
                    ? duration
                    : new NumberSyntax(token.Number, token.Unit ?? Unit.One, token.Start, token.End);
            case TokenKind.Text:
                Take();
                return new TextSyntax(token.Text, token.Start, token.End);
            case TokenKind.Date:
                Take();
                return new DateSyntax(token.Date, token.Start, token.End);
            case TokenKind.Name:
                return NameOrCall();
            case TokenKind.Symbol when token.Text == "(":
                Take();
                var inner = Expression();
                ExpectSymbol(")");
                return Enclosed(inner, token.Start, _tokens[_index - 1].End);
            case TokenKind.Symbol when token.Text == "[":
                return List();
            default:
                throw Unexpected(AValue);
        }
    }

    /// <summary>The parentheses belong to what they hold, so that the text of a part reads as its author wrote it.</summary>
    private static SyntaxNode Enclosed(SyntaxNode inner, int start, int end) =>
        inner is BinarySyntax or UnarySyntax or BetweenSyntax or IfSyntax ? inner with { Start = start, End = end } : inner;

    private DurationSyntax? DurationAfter(Token number)
    {
        if (Current.Kind != TokenKind.Name)
        {
            return null;
        }

        DurationUnit? unit = Current.Text switch
        {
            "years" or "year" => DurationUnit.Years,
            "months" or "month" => DurationUnit.Months,
            "days" or "day" => DurationUnit.Days,
            _ => null,
        };
        if (unit is null)
        {
            return null;
        }

        if (number.Number != decimal.Truncate(number.Number) || number.Number > 10_000)
        {
            throw Unexpected(new LocalizedText("整数的年、月、日数，不超过 10000", "a whole number of years, months or days, at most 10000"));
        }

        var end = Take().End;
        return new DurationSyntax((int)number.Number, unit.Value, number.Start, end);
    }

    private ListSyntax List()
    {
        var start = Take().Start;
        var items = new List<SyntaxNode>();
        while (!IsSymbol("]"))
        {
            items.Add(Expression());
            if (!IsSymbol("]"))
            {
                ExpectSymbol(",");
            }
        }

        return new ListSyntax(items, start, Take().End);
    }

    private SyntaxNode NameOrCall()
    {
        var name = Take();
        switch (name.Text)
        {
            case "true" or "false":
                return new TruthSyntax(name.Text == "true", name.Start, name.End);
            case "unknown" or "not_applicable":
                return new AbsentSyntax(name.Text == "not_applicable", name.Start, name.End);
        }

        if (IsSymbol("("))
        {
            return Call(name);
        }

        if (Keywords.IsKeyword(name.Text))
        {
            _index--;
            throw Unexpected(AValue);
        }

        return new NameSyntax(name.Text, name.Start, name.End);
    }

    private SyntaxNode Call(Token name)
    {
        Take();
        if (name.Text == "count" && (IsWord("products") || IsWord("last")))
        {
            return Aggregate(name, null);
        }

        if (IsSymbol(")"))
        {
            return new CallSyntax(name.Text, [], name.Start, Take().End);
        }

        var first = Expression();
        if (IsWord("over"))
        {
            Take();
            return Aggregate(name, first);
        }

        var arguments = new List<SyntaxNode> { first };
        while (IsSymbol(","))
        {
            Take();
            arguments.Add(Expression());
        }

        ExpectSymbol(")");
        return new CallSyntax(name.Text, arguments, name.Start, _tokens[_index - 1].End);
    }

    private AggregateSyntax Aggregate(Token name, SyntaxNode? body)
    {
        var years = 0;
        if (IsWord("last"))
        {
            Take();
            if (Current is not { Kind: TokenKind.Number, Unit: null })
            {
                throw Unexpected(new LocalizedText("年数", "a number of years"));
            }

            var count = Take();
            if (count.Number is < 1 or > MostYears || count.Number != decimal.Truncate(count.Number))
            {
                _bag.Add(DiagnosticCodes.YearsOutOfRange, _expression.At(count.Start), count.Text, MostYears);
                throw new ParseFault();
            }

            years = (int)count.Number;
            if (!IsWord("years") && !IsWord("year"))
            {
                throw Unexpected(WrittenText.Quote("years"));
            }

            Take();
        }
        else
        {
            ExpectWord("products");
        }

        SyntaxNode? where = null;
        if (IsWord("where"))
        {
            Take();
            where = Expression();
        }

        ExpectSymbol(")");
        return new AggregateSyntax(name.Text, body, years, where, name.Start, _tokens[_index - 1].End);
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Name && Current.Text == word;

    private bool IsSymbol(string symbol) => Current.Kind == TokenKind.Symbol && Current.Text == symbol;

    private Token Take() => _tokens[_index++];

    private void Deeper()
    {
        if (++_depth > DeepestNesting)
        {
            throw TooDeep(DeepestNesting);
        }
    }

    private void ExpectWord(string word)
    {
        if (!IsWord(word))
        {
            throw Unexpected(WrittenText.Quote(word));
        }

        Take();
    }

    private void ExpectSymbol(string symbol)
    {
        if (!IsSymbol(symbol))
        {
            throw Unexpected(WrittenText.Quote(symbol));
        }

        Take();
    }

    private ParseFault TooDeep(int levels)
    {
        _bag.Add(DiagnosticCodes.ExpressionTooLarge, _expression.At(Current.Start), LongestText, levels);
        return new ParseFault();
    }

    private ParseFault Unexpected(LocalizedText expected)
    {
        var found = Current.Kind == TokenKind.End ? TheEnd : WrittenText.Quote(Current.Text);
        _bag.Add(DiagnosticCodes.UnexpectedToken, _expression.At(Current.Start), found, expected);
        return new ParseFault();
    }

    /// <summary>Leaves the descent after the fault is in the bag; never leaves this class.</summary>
    private sealed class ParseFault : Exception;
}
