using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads the groups of a pack, two levels deep.</summary>
internal sealed class GroupReader(DiagnosticBag bag)
{
    private static readonly LocalizedText BonusIsCapped = new("加分组只有 cap", "a bonus group has a cap only");

    /// <summary>True once a group or its weight could not be read: then sums say nothing.</summary>
    public bool HasGaps { get; private set; }

    public List<GroupDefinition> Read(MapReader owner, string? parent, Provenance? inherited)
    {
        var groups = new List<GroupDefinition>();
        foreach (var node in owner.List("groups"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true) ?? LocalizedText.Same(string.Empty);
            var source = Provenance.Read(item, inherited);
            Names.CheckId(id, bag);
            HasGaps |= id is null;
            if (parent is null)
            {
                var weight = RuleReader.ReadPoints(item, source, "weight");
                var isBonus = item.Flag("bonus") ?? false;
                var full = item.Number("full");
                var cap = item.Number("cap");
                var policy = RuleReader.ReadPolicy(item);
                CheckGroup(item, id?.Text ?? string.Empty, isBonus, weight, full, cap);
                if (id is not null)
                {
                    groups.Add(new GroupDefinition(id.Text, null, title, weight, full, policy, isBonus, cap, id.Span));
                    groups.AddRange(Read(item, id.Text, inherited));
                }
            }
            else if (id is not null)
            {
                groups.Add(new GroupDefinition(id.Text, parent, title, null, null, null, false, null, id.Span));
            }

            item.Done();
        }

        return groups;
    }

    private void CheckGroup(MapReader item, string id, bool isBonus, Sourced<decimal>? weight, decimal? full, decimal? cap)
    {
        if (isBonus != item.Has("cap"))
        {
            bag.Add(DiagnosticCodes.BonusNeedsCap, item.Span, id);
        }

        if (isBonus)
        {
            item.WithoutEffect("weight", BonusIsCapped);
            item.WithoutEffect("full", BonusIsCapped);
        }
        else if (!item.Has("weight"))
        {
            bag.Add(DiagnosticCodes.MissingKey, item.Span, "weight");
        }

        HasGaps |= (weight is null && !isBonus) || (full is null && item.Has("full"));
        foreach (var (key, number) in new[] { ("weight", weight?.Value), ("full", full), ("cap", cap) }.Where(p => p.Item2 < 0))
        {
            bag.Add(DiagnosticCodes.NegativePoints, item.Get(key)!.Span, id, Scalars.Number(number!.Value));
        }
    }
}
