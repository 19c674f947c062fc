using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>Where a value is from: document, clause, label, and a citation for those who look it up. Immutable.</summary>
public sealed record Provenance
{
    internal const string LabelKey = "label";

    private static readonly string[] LabelNames = ["seen", "inferred", "recalled", "assumed"];

    internal Provenance(string? document, string? clause, ProvenanceLabel label, string? citation = null, string? note = null)
    {
        Document = document;
        Clause = clause;
        Label = label;
        Citation = citation;
        Note = note;
    }

    /// <summary>Id or number of the document; null when the value is the pack's own.</summary>
    public string? Document { get; }

    /// <summary>Clause, table or article in the document.</summary>
    public string? Clause { get; }

    /// <summary>How sure the value is.</summary>
    public ProvenanceLabel Label { get; }

    /// <summary>Where the value was read.</summary>
    public string? Citation { get; }

    /// <summary>What a reader should know about it.</summary>
    public string? Note { get; }

    /// <summary>The label as packs and verdicts spell it.</summary>
    public static string Spell(ProvenanceLabel label) => LabelNames[(int)label];

    internal static Provenance Unstated { get; } = new(null, null, ProvenanceLabel.Assumed);

    /// <summary>Reads the map under <c>source:</c>; keys it leaves out come from <paramref name="inherited"/>.</summary>
    internal static Provenance? Read(MapReader owner, Provenance? inherited)
    {
        var reader = owner.Map("source");
        if (reader is null)
        {
            return inherited;
        }

        var document = reader.Text("document") ?? inherited?.Document;
        var clause = reader.Text("clause") ?? inherited?.Clause;
        var label = ReadLabel(reader) ?? inherited?.Label;
        var citation = reader.Text("citation") ?? inherited?.Citation;
        var note = reader.Text("note") ?? inherited?.Note;
        reader.Done();
        return label is null ? inherited : new Provenance(document, clause, label.Value, citation, note);
    }

    /// <summary>This source with the document and clause of the one it takes the place of, unless it names another document.</summary>
    internal Provenance Over(Provenance? replaced) => replaced is null || (Document is not null && Document != replaced.Document)
        ? this
        : new Provenance(replaced.Document, Clause ?? replaced.Clause, Label, Citation, Note);

    internal static ProvenanceLabel? ReadLabel(MapReader reader) =>
        reader.Choice(LabelKey, LabelNames) is { } written ? (ProvenanceLabel)Array.IndexOf(LabelNames, written) : null;
}
