using System.Globalization;
using System.Text.Json;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Documents.Json;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A comparison of two packs as text, JSON and fact files. One factory that shows several changes is numbered and shown once.</summary>
internal sealed class DiffReport
{
    private const int MostDifferences = 8;
    private const int MostWordings = 20;
    private const int LongestValue = 300;

    private static readonly string[] KindNames = ["content", "source", "wording"];

    private readonly PackDiff _diff;
    private readonly (string From, string To) _named;
    private readonly List<(string Text, Witness Witness)> _witnesses = [];

    /// <param name="diff">The comparison.</param>
    /// <param name="from">What the first pack was called on the command line: two folders may hold packs of one id.</param>
    /// <param name="to">The same of the second.</param>
    public DiffReport(PackDiff diff, string from, string to)
    {
        _diff = diff;
        _named = (Name(diff.From, from), Name(diff.To, to));
        foreach (var witness in diff.Changes.Select(c => c.Witness).OfType<Witness>().Concat(diff.Moves))
        {
            if (Number(witness) == 0)
            {
                _witnesses.Add((TextOf(witness), witness));
            }
        }
    }

    public string Text(Speech speech, int width)
    {
        var page = new TextPage(width);
        page.Heading($"{_named.From} → {_named.To}");
        if (_diff.Changes.Count == 0)
        {
            page.Line(speech.Say(DiffPhrases.Same));
            return page.ToString();
        }

        page.Line(speech.Say(DiffPhrases.Counts, Count(TraitKind.Content), Shown(_diff.Changes.Count(c => c.Witness is not null)), Count(TraitKind.Source), Count(TraitKind.Wording)));
        var told = new HashSet<int>();
        foreach (var change in _diff.Changes.Where(c => !c.Change.IsWhole && c.Change.Kind != TraitKind.Wording))
        {
            page.Blank();
            Change(page, change, speech, told);
        }

        foreach (var side in _diff.Changes.Where(c => c.Change.IsWhole).GroupBy(c => c.Change.To is null))
        {
            page.Blank();
            page.Line(speech.Say(DiffPhrases.OnlyIn, side.Key ? _named.From : _named.To));
            foreach (var items in side.GroupBy(c => (Section: Section(c.Change.Item), Witness: c.Witness is { } w ? Number(w) : 0)))
            {
                page.Hang($"  {items.Key.Section}  ", string.Join(speech.Say(Phrases.ListComma), items.Select(c => c.Change.Item[(items.Key.Section.Length + 1)..])));
                if (items.First().Witness is { } witness)
                {
                    Tell(page, witness, speech, told, items.Count() == 1 ? items.First().Change.Item : null);
                }
            }
        }

        if (_diff.Changes.Any(c => c.Change.Kind == TraitKind.Wording))
        {
            page.Blank();
            var wording = _diff.Changes.Where(c => c.Change.Kind == TraitKind.Wording).Select(c => c.Change.Path).ToList();
            page.Hang(speech.Say(DiffPhrases.Kinds[(int)TraitKind.Wording]) + "  ", string.Join(speech.Say(Phrases.ListComma), wording.Take(MostWordings)) + (wording.Count > MostWordings ? speech.Say(DiffPhrases.MoreWordings, Shown(wording.Count - MostWordings)) : string.Empty));
        }

        if (_diff.Moves.Count > 0)
        {
            page.Blank();
            page.Line(speech.Say(DiffPhrases.Moves));
            foreach (var witness in _diff.Moves)
            {
                Tell(page, witness, speech, told, null);
            }
        }

        return page.ToString();
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.diff/v1");
        Pack(writer, "from", _diff.From);
        Pack(writer, "to", _diff.To);
        writer.WriteStartArray("changes");
        foreach (var (change, witness) in _diff.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("path", change.Path);
            writer.WriteString("kind", KindNames[(int)change.Kind]);
            Side(writer, "from", change.From);
            Side(writer, "to", change.To);
            WriteNumber(writer, "witness", witness);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("witnesses");
        foreach (var (_, witness) in _witnesses)
        {
            writer.WriteStartObject();
            WriteNumber(writer, "number", witness);
            writer.WriteString("asOf", Scalars.Date(witness.AsOf));
            writer.WriteStartArray("settings");
            foreach (var setting in Settings(witness))
            {
                writer.WriteStringValue(setting);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("facts");
            JsonNodeWriter.Write(writer, witness.Draft.Facts);
            writer.WriteStartArray("differences");
            foreach (var difference in witness.Differences)
            {
                writer.WriteStartObject();
                writer.WriteString("what", difference.What);
                writer.WriteString("from", difference.From);
                writer.WriteString("to", difference.To);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("moves");
        foreach (var witness in _diff.Moves)
        {
            writer.WriteNumberValue(Number(witness));
        }

        writer.WriteEndArray();
    });

    /// <summary>Writes each witness as a fact file, <c>witness-1.yaml</c> and so on; null when all is written, otherwise what went wrong.</summary>
    public LocalizedText? WriteWitnesses(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return LocalizedText.Same(exception.GetType().Name);
        }

        return _witnesses.Select((w, i) => OutputFile.Write(Path.Combine(folder, $"witness-{Shown(i + 1)}.yaml"), w.Text)).FirstOrDefault(t => t is not null);
    }

    private void Change(TextPage page, WitnessedChange witnessed, Speech speech, HashSet<int> told)
    {
        var (change, witness) = witnessed;
        page.Line($"{change.Path}{speech.Say(Phrases.Parenthesis, speech.Say(DiffPhrases.Kinds[(int)change.Kind]))}  {Place(change)}".TrimEnd());
        page.Hang("  - ", Value(change.From, speech));
        page.Hang("  + ", Value(change.To, speech));
        if (witness is not null)
        {
            Tell(page, witness, speech, told, change.Item);
        }
        else if (change.Kind == TraitKind.Content)
        {
            page.Line("  " + speech.Say(DiffPhrases.NoWitness));
        }
    }

    private void Tell(TextPage page, Witness witness, Speech speech, HashSet<int> told, string? item)
    {
        var number = Number(witness);
        var isNew = told.Add(number);
        page.Line("  " + speech.Say(isNew ? DiffPhrases.Witness : DiffPhrases.SameWitness, Shown(number), Scalars.Date(witness.AsOf)));
        foreach (var setting in isNew ? Settings(witness) : [])
        {
            page.Hang("    ", setting);
        }

        foreach (var fact in isNew ? witness.Draft.Stated : [])
        {
            page.Hang("    ", $"{fact.Key.Text}: {Shorten(Packs.Layers.NodeText.Of(fact.Value) ?? "null")}");
        }

        // What the change is about comes first; what is said above is not said again.
        var ordered = witness.Differences.Where(d => isNew || d.What == item).OrderBy(d => d.What == item ? 0 : 1).ToList();
        foreach (var difference in ordered.Take(MostDifferences))
        {
            page.Hang("    ", $"{difference.What}: {difference.From} → {difference.To}");
        }

        if (ordered.Count > MostDifferences)
        {
            page.Line("    " + speech.Say(DiffPhrases.MoreDifferences, Shown(ordered.Count - MostDifferences)));
        }
    }

    private static string Section(string item) => item[..item.IndexOf('.', StringComparison.Ordinal)];

    private int Number(Witness witness)
    {
        var text = TextOf(witness);
        return _witnesses.FindIndex(w => w.Text == text) + 1;
    }

    private void WriteNumber(Utf8JsonWriter writer, string name, Witness? witness)
    {
        if (witness is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteNumber(name, Number(witness));
        }
    }

    private string Count(TraitKind kind) => Shown(_diff.Changes.Count(c => c.Change.Kind == kind));

    private static string TextOf(Witness witness) => $"# --as-of {Scalars.Date(witness.AsOf)}\n{string.Concat(Settings(witness).Select(s => $"# {s}\n"))}{witness.Draft.ToYaml()}";

    /// <summary>What is set beside the facts, as it would stand in an overlay or on the command line.</summary>
    private static IEnumerable<string> Settings(Witness witness) =>
    [
        .. witness.Draft.Settings.Parameters.Select(p => $"{Packs.ParameterDefinition.Prefix}{p.Key.Text}: {(p.Value as ScalarNode)?.Text}"),
        .. witness.Draft.Settings.Benchmarks.Select(b => $"--benchmarks {Path.GetFileName(b)}"),
    ];

    private static string Name(RulePack pack, string written) => $"{pack.Id} {pack.Version}{(written == pack.Id.ToString() ? string.Empty : $" ({written})")}";

    private static string Place(TraitChange change) => (change.To ?? change.From) is { Span.Line: > 0 } trait ? trait.Span.ToString() : string.Empty;

    private static string Value(Trait? trait, Speech speech) => trait is null ? speech.Say(DiffPhrases.None) : Shorten(trait.Text);

    private static string Shorten(string text) => text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue - 1), "…");

    private static string Shown(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Pack(Utf8JsonWriter writer, string name, RulePack pack)
    {
        writer.WriteStartObject(name);
        writer.WriteString("pack", pack.Id.ToString());
        writer.WriteString("version", pack.Version);
        writer.WriteString("digest", pack.Digest);
        writer.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter writer, string name, Trait? trait)
    {
        if (trait is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("value", trait.Text);
        writer.WriteString("file", trait.Span.File);
        writer.WriteNumber("line", trait.Span.Line);
        writer.WriteEndObject();
    }
}
