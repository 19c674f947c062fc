using System.Globalization;
using System.Text.Json;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>How much of its original a pack has: clauses by disposition, parameters nobody has set, and what is known to be missing.</summary>
internal sealed class PackCoverage(PackDefinition pack)
{
    private readonly (string Name, int Count)[] _clauses =
        [.. ClauseEntry.Dispositions.Select(d => (d, pack.Clauses.Count(c => c.Disposition == d)))];

    private readonly List<string> _unset = [.. pack.Parameters.Where(p => p.Value is null or { IsNull: true }).Select(p => p.Id)];

    public string Id => pack.Id.ToString();

    public string Line(Speech speech)
    {
        var parts = new List<string> { speech.Say(CommandPhrases.CoverageClauses, [Count(pack.Clauses.Count), .. _clauses.Select(c => Count(c.Count))]) };
        if (_unset.Count > 0)
        {
            parts.Add(speech.Say(CommandPhrases.CoverageUnset, string.Join(speech.Say(Phrases.ListComma), _unset)));
        }

        if (pack.Gaps.Count > 0)
        {
            parts.Add(speech.Say(CommandPhrases.CoverageGaps, string.Join(speech.Say(Phrases.Semicolon), pack.Gaps.Select(g => g.In(speech.Language)))));
        }

        return string.Join(speech.Say(Phrases.Semicolon), parts);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("pack", Id);
        writer.WriteStartObject("clauses");
        foreach (var (name, count) in _clauses)
        {
            writer.WriteNumber(name, count);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("unsetParameters");
        _unset.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        writer.WriteStartArray("gaps");
        foreach (var gap in pack.Gaps)
        {
            CommandJson.Localized(writer, gap);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
