using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs.Crosswalks;

/// <summary>Reads the files of <c>crosswalks/</c> and holds them against the packs they name.</summary>
internal sealed class CrosswalkReader(Func<PackId, PackDefinition?> find, IEnumerable<string> known, DiagnosticBag bag)
{
    public const string Schema = "greenfactory.crosswalk/v1";
    public const string Folder = "crosswalks/";

    /// <summary>Words of a relation, in the order of the enumeration.</summary>
    public static readonly string[] Relations = ["equivalent", "subset", "superset", "intersects", "none"];

    private static readonly LocalizedText BothSides = new("none 只写一侧，其余关系两侧都写", "none names one side, every other relation names both");

    /// <summary>Null when the file cannot be used.</summary>
    public Crosswalk? Read(Node? root)
    {
        if (MapReader.OpenFile(root, Schema, bag) is not { } file)
        {
            return null;
        }

        var source = Provenance.Read(file, null);
        var from = ReadPack(file, "from");
        var to = ReadPack(file, "to");
        var rows = file.List("rows").Select(n => ReadRow(MapReader.Open(n, bag), from, to, source)).OfType<CrosswalkRow>().ToList();
        var rest = file.Map("rest");
        var (restFrom, restTo) = (rest?.Localized("from"), rest?.Localized("to"));
        rest?.Done();
        file.Done();
        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, file.Span, Schema);
        }

        if (from is null || to is null)
        {
            return null;
        }

        var crosswalk = new Crosswalk(from.Id, to.Id, rows, restFrom, restTo, file.Span);
        foreach (var (pack, first, said) in new[] { (from, true, restFrom), (to, false, restTo) })
        {
            foreach (var clause in said is null ? crosswalk.Unnamed(pack, first) : [])
            {
                bag.Add(DiagnosticCodes.ClauseWithoutCounterpart, file.Span, clause.Clause, pack.Id);
            }
        }

        return crosswalk;
    }

    private PackDefinition? ReadPack(MapReader file, string key)
    {
        if (file.Scalar(key, required: true) is not { } written)
        {
            return null;
        }

        var pack = PackId.TryParse(written.Text, out var id) ? find(id) : null;
        if (pack is null)
        {
            bag.Add(DiagnosticCodes.UnknownReference, written.Span, ReferenceKinds.Pack, written.Text, NearestName.Hint(written.Text, known));
        }

        return pack;
    }

    private CrosswalkRow? ReadRow(MapReader? item, PackDefinition? from, PackDefinition? to, Provenance? inherited)
    {
        if (item is null)
        {
            return null;
        }

        var (first, second) = (ReadClauses(item, "from", from), ReadClauses(item, "to", to));
        var relation = item.Choice("relation", Relations, required: true);
        var note = item.Localized("note");
        var source = Provenance.Read(item, inherited);
        item.Done();
        if (relation is null)
        {
            return null;
        }

        var sides = (first.Count > 0 ? 1 : 0) + (second.Count > 0 ? 1 : 0);
        if (sides != (relation == Relations[^1] ? 1 : 2))
        {
            bag.Add(DiagnosticCodes.CrosswalkSides, item.Span, relation, BothSides);
        }

        return new CrosswalkRow(first, second, (CrosswalkRelation)Array.IndexOf(Relations, relation), note, source ?? Provenance.Unstated);
    }

    private List<string> ReadClauses(MapReader item, string key, PackDefinition? pack)
    {
        var written = item.ScalarList(key);
        var registered = pack?.Clauses.Select(c => c.Clause).ToList();
        foreach (var clause in written.Where(w => registered?.Contains(w.Text) == false))
        {
            bag.Add(DiagnosticCodes.UnknownReference, clause.Span, ReferenceKinds.Clause, clause.Text, NearestName.Hint(clause.Text, registered!));
        }

        return [.. written.Select(w => w.Text)];
    }
}
