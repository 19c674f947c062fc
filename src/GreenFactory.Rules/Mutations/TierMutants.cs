using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Mutations;

/// <summary>Mutants of tiers: cut-offs, and each thing a tier asks for.</summary>
internal static class TierMutants
{
    public static IEnumerable<Mutant> Of(RuleProgram program) => program.Tiers.Where(t => OwnParts.Has(program, $"tiers.{t.Definition.Id}")).SelectMany(t => Of(program, t));

    private static IEnumerable<Mutant> Of(RuleProgram program, BoundTier tier)
    {
        var written = tier.Definition;
        if (tier is { AtLeast: { } least, Parameter: null })
        {
            foreach (var direction in new[] { 1, -1 })
            {
                var other = ExpressionMutants.Next(least, direction);
                yield return On("at-least", Scalars.Number(least), Scalars.Number(other), t => t.AtLeast == least ? t with { AtLeast = other } : null);
            }
        }

        // What a tier below asks for already is asked for, said again or not.
        var below = Below(program, tier).ToList();
        if (program.Rules.Any(r => r.Definition.Kind == RuleKind.Gate) && !below.Any(t => t.Definition.NeedsGates))
        {
            yield return On("requires", written.NeedsGates ? "gates" : "—", written.NeedsGates ? "—" : "gates", t => t with { Definition = t.Definition with { NeedsGates = !written.NeedsGates } });
        }

        if (program.Rules.Any(r => r.Definition.Kind == RuleKind.Mandatory) && !below.Any(t => t.Definition.NeedsMandatory))
        {
            yield return On("requires", written.NeedsMandatory ? "mandatory" : "—", written.NeedsMandatory ? "—" : "mandatory", t => t with { Definition = t.Definition with { NeedsMandatory = !written.NeedsMandatory } });
        }

        foreach (var place in tier.Tiers.Where(b => !Implies(program, tier, program.Tiers[b])))
        {
            yield return On("requires", program.Tiers[place].Definition.Id, "—", t => t with { Tiers = [.. t.Tiers.Where(b => b != place)] });
        }

        foreach (var rule in tier.Met)
        {
            yield return On("met", program.Rules[rule].Definition.Id, "—", t => t with { Met = [.. t.Met.Where(r => r != rule)] });
        }

        foreach (var rule in tier.Direct)
        {
            yield return On("direct", program.Rules[rule].Definition.Id, "—", t => t with { Direct = [.. t.Direct.Where(r => r != rule)] });
        }

        var label = PackMutants.Relabelled(written.Source);
        yield return new Mutant(null, $"tiers.{written.Id}.label", written.Span, PackMutants.Turn(Provenance.Spell(written.Source.Label), Provenance.Spell(label.Label)), (p, _) =>
            p.With(pack: p.Pack with { Tiers = [.. p.Pack.Tiers.Select(t => t.Id == written.Id ? t with { Source = label } : t)] }));

        Mutant On(string what, string from, string to, Func<BoundTier, BoundTier?> change) =>
            new(null, $"tiers.{written.Id}.{what}", written.Span, PackMutants.Turn(from, to), (p, _) => p.WithTier(written.Id, change));
    }

    private static IEnumerable<BoundTier> Below(RuleProgram program, BoundTier tier) =>
        tier.Tiers.SelectMany(t => Below(program, program.Tiers[t]).Prepend(program.Tiers[t]));

    /// <summary>Whether whoever reaches a tier has everything that another asks for anyway: a higher score and the same clauses.</summary>
    private static bool Implies(RuleProgram program, BoundTier tier, BoundTier other) =>
        tier.Direct.Count == 0
        && (!other.HasCutOff || (other.AtLeast is { } lower && tier.AtLeast is { } upper && upper >= lower))
        && other.Met.All(tier.Met.Contains)
        && (!other.Definition.NeedsGates || tier.Definition.NeedsGates)
        && (!other.Definition.NeedsMandatory || tier.Definition.NeedsMandatory)
        && (other.HasDemands || other.Direct.Count == 0)
        && other.Tiers.All(t => Implies(program, tier, program.Tiers[t]));
}
