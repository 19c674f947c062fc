using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>Codes with their Chinese names, from a CSV file of the vocabulary.</summary>
internal sealed class CodeList
{
    private readonly Dictionary<string, string> _names;

    private CodeList(Dictionary<string, string> names) => _names = names;

    public static CodeList Empty { get; } = new([]);

    public bool IsEmpty => _names.Count == 0;

    public IEnumerable<string> Codes => _names.Keys;

    public string? Name(string code) => _names.GetValueOrDefault(code);

    /// <summary>For the list of regions: six digits that lie in a province of the list.</summary>
    public bool IsRegion(string code) =>
        RegionCode.IsWellFormed(code) && (IsEmpty || code == RegionCode.Country || Name(code[..2] + "0000") is not null);

    /// <summary>For the list of industries: two to four digits that the list has.</summary>
    public bool IsIndustry(string code) =>
        code.Length is >= 2 and <= 4 && code.All(char.IsAsciiDigit) && (IsEmpty || Name(code) is not null);

    public static CodeList ReadCsv(byte[]? bytes, string shownAs, string codeColumn, string nameColumn, Func<string, string> normalise, DiagnosticBag bag)
    {
        if (bytes is null || DocumentReader.Decode(bytes, shownAs, bag) is not { } text)
        {
            return Empty;
        }

        var lines = text.TrimStart('\uFEFF').Split('\n');
        var header = lines[0].TrimEnd('\r').Split(',');
        var code = Column(codeColumn);
        var name = Column(nameColumn);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (code < 0 || name < 0)
        {
            return Empty;
        }

        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var cells = line.Split(',');
            var span = new SourceSpan(shownAs, i + 1, 1);
            if (cells.Length != header.Length)
            {
                bag.Add(DiagnosticCodes.WrongShape, span, new LocalizedText($"{header.Length} 个用逗号分隔的值", $"{header.Length} values parted by commas"));
            }
            else if (normalise(cells[code]) is { Length: > 0 } key && !names.TryAdd(key, cells[name]))
            {
                bag.Add(DiagnosticCodes.DuplicateId, span, cells[code]);
            }
        }

        return new CodeList(names);

        int Column(string wanted)
        {
            var index = Array.IndexOf(header, wanted);
            if (index < 0)
            {
                bag.Add(DiagnosticCodes.MissingKey, new SourceSpan(shownAs, 1, 1), wanted);
            }

            return index;
        }
    }
}
