using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

/// <summary>Cuts an expression into tokens. A number and the unit written after it are one token.</summary>
internal sealed class Lexer(ExpressionText expression, UnitCatalog units, DiagnosticBag bag)
{
    private const int DateLength = 10;

    private static readonly string[] Symbols = ["!=", "<=", ">=", "<", ">", "=", "+", "-", "*", "/", "(", ")", "[", "]", ","];

    private readonly string _text = expression.Text;
    private int _position;

    /// <summary>All tokens; null when something cannot be read (the bag says what).</summary>
    public List<Token>? ReadAll()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }

            if (_position == _text.Length)
            {
                tokens.Add(new Token(TokenKind.End, string.Empty, _position, _position));
                return tokens;
            }

            if (Next() is not { } token)
            {
                return null;
            }

            tokens.Add(token);
        }
    }

    private Token? Next()
    {
        var start = _position;
        var c = _text[start];
        if (char.IsAsciiDigit(c))
        {
            return Number(start);
        }

        if (char.IsLetter(c) || c == '_')
        {
            return Name(start);
        }

        if (c is '\'' or '"')
        {
            return Quoted(start, c);
        }

        foreach (var symbol in Symbols)
        {
            if (_text.AsSpan(start).StartsWith(symbol, StringComparison.Ordinal))
            {
                _position += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, start, _position);
            }
        }

        bag.Add(DiagnosticCodes.UnexpectedCharacter, expression.At(start), WrittenText.Quote((Rune.TryGetRuneAt(_text, start, out var rune) ? rune : Rune.ReplacementChar).ToString()));
        return null;
    }

    private Token? Quoted(int start, char quote)
    {
        var end = _text.IndexOf(quote, start + 1);
        if (end < 0)
        {
            bag.Add(DiagnosticCodes.UnclosedText, expression.At(start), quote);
            return null;
        }

        _position = end + 1;
        return new Token(TokenKind.Text, _text[(start + 1)..end], start, _position);
    }

    private Token Name(int start)
    {
        while (_position < _text.Length && (IsWord(_text[_position]) || (_text[_position] == '.' && _position + 1 < _text.Length && IsWord(_text[_position + 1]))))
        {
            _position++;
        }

        return new Token(TokenKind.Name, _text[start.._position], start, _position);
    }

    private Token? Number(int start)
    {
        if (LooksLikeDate(start))
        {
            var written = _text.Substring(start, DateLength);
            if (!Scalars.TryDate(written, out var date))
            {
                // 2025-02-30 is a slip of the pen, not a subtraction.
                bag.Add(DiagnosticCodes.NotADate, expression.At(start), written);
                return null;
            }

            _position += DateLength;
            return new Token(TokenKind.Date, written, start, _position) { Date = date };
        }

        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || (_text[_position] == '.' && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1]))))
        {
            _position++;
        }

        if (_position < _text.Length && _text[_position] is 'e' or 'E' && ExponentLength() is var taken and > 0)
        {
            _position += taken;
        }

        var digits = _text[start.._position];
        if (!Scalars.TryDecimal(digits, out var value))
        {
            bag.Add(DiagnosticCodes.NotANumber, expression.At(start), digits);
            return null;
        }

        var unit = UnitAfter();
        return new Token(TokenKind.Number, digits, start, _position) { Number = value, Unit = unit };
    }

    private bool LooksLikeDate(int start)
    {
        if (start + DateLength > _text.Length || (start + DateLength < _text.Length && IsWord(_text[start + DateLength])))
        {
            return false;
        }

        for (var i = 0; i < DateLength; i++)
        {
            if (i is 4 or 7 ? _text[start + i] != '-' : !char.IsAsciiDigit(_text[start + i]))
            {
                return false;
            }
        }

        return true;
    }

    private int ExponentLength()
    {
        var at = _position + 1;
        if (at < _text.Length && _text[at] is '-' or '+')
        {
            at++;
        }

        var first = at;
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        return at > first ? at - _position : 0;
    }

    private Unit? UnitAfter()
    {
        var at = _position;
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        if (at == _text.Length || char.IsAsciiDigit(_text[at]))
        {
            return null;
        }

        var length = units.Match(_text, at, out var unit);
        if (length == 0 || Keywords.IsKeyword(_text.Substring(at, length)))
        {
            return null;
        }

        _position = at + length;
        return unit;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
