using System.Text;

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

    public static CodeList ReadCsv(byte[]? bytes, string codeColumn, string nameColumn, Func<string, string> normalise)
    {
        if (bytes is null)
        {
            return Empty;
        }

        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return Empty;
        }

        var header = lines[0].Split(',');
        var code = Array.IndexOf(header, codeColumn);
        var name = Array.IndexOf(header, nameColumn);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            if (code >= 0 && name >= 0 && cells.Length > Math.Max(code, name))
            {
                names[normalise(cells[code])] = cells[name];
            }
        }

        return new CodeList(names);
    }
}
