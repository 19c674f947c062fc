using System.Globalization;
using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.Tests.Rankings;

/// <summary>A folder for tables of a test, gone with it.</summary>
internal sealed class TableFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenfactory-rank").FullName;

    public string Csv(string name, RankingRule rule, IEnumerable<RankingRow> rows)
    {
        var columns = rule.Columns.ToList();
        var text = new StringBuilder("id,year,region,industry,score_lower,score_upper").Append(string.Concat(columns.Select(c => $",{c}"))).Append('\n');
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Id},{(row.Year == 0 ? string.Empty : row.Year)},{row.Region},{row.Industry},{Number(row.Lower)},{Number(row.Upper)}")
                .Append(string.Concat(columns.Select(c => $",{row.Flags.GetValueOrDefault(c)}"))).Append('\n');
        }

        return Text(name, text.ToString());
    }

    public string Text(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Name(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Number(decimal? number) => number is { } value ? Scalars.Number(value) : string.Empty;
}
