using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Mutations;

/// <summary>Mutants of what holds for a whole pack: weights, policies, conclusion, parameters, rounding, dates, labels. Tiers have a table of their own.</summary>
internal static class PackMutants
{
    private static readonly string[] Modes = ["half-up", "half-even", "down"];

    public static IEnumerable<Mutant> Of(RuleProgram program)
    {
        var pack = program.Pack;
        foreach (var group in program.Groups.Where(g => g.Weight != 0 && OwnParts.Has(program, $"groups.{g.Definition.Id}")))
        {
            yield return new Mutant(null, $"groups.{group.Definition.Id}.weight", group.Definition.Span, Turn(Scalars.Number(group.Weight), Scalars.Number(group.Weight + 1)), (p, _) =>
                p.With(groups: [.. p.Groups.Select(g => g.Definition.Id == group.Definition.Id ? new ProgramGroup(g.Definition, g.Weight + 1, g.Full, g.Rules) : g)]));
        }

        foreach (var mutant in Parameters(program).Concat(Conclusion(program)).Concat(TierMutants.Of(program)).Concat(Settings(program)))
        {
            yield return mutant;
        }

        if (pack.Extends.Count == 0 || OwnParts.Has(program, "in-force"))
        {
            yield return Date("from", pack.InForceFrom, d => d with { InForceFrom = d.InForceFrom.AddDays(1) }, 1);
            yield return Date("from", pack.InForceFrom, d => d with { InForceFrom = d.InForceFrom.AddDays(-1) }, -1);
            if (pack.InForceUntil is { } until)
            {
                yield return Date("until", until, d => d with { InForceUntil = d.InForceUntil?.AddDays(1) }, 1);
                yield return Date("until", until, d => d with { InForceUntil = d.InForceUntil?.AddDays(-1) }, -1);
            }
        }

        Mutant Date(string which, DateOnly date, Func<PackDefinition, PackDefinition> change, int days) =>
            new(null, $"in-force.{which}", pack.Span, Turn(Scalars.Date(date), Scalars.Date(date.AddDays(days))), (p, _) => p.With(pack: change(p.Pack)));
    }

    public static NotApplicablePolicy Turned(NotApplicablePolicy policy) => policy switch
    {
        NotApplicablePolicy.Zero => NotApplicablePolicy.Full,
        NotApplicablePolicy.Forbid => NotApplicablePolicy.Renormalise,
        _ => NotApplicablePolicy.Zero,
    };

    public static string Word(NotApplicablePolicy policy) => RuleReader.Policies[(int)policy];

    public static Provenance Relabelled(Provenance source) => new(
        source.Document, source.Clause, source.Label == ProvenanceLabel.Seen ? ProvenanceLabel.Assumed : ProvenanceLabel.Seen, source.Citation, source.Note);

    public static LocalizedText Turn(string from, string to) => new($"“{from}” 改为 “{to}”", $"'{from}' became '{to}'");

    private static IEnumerable<Mutant> Settings(RuleProgram program)
    {
        var pack = program.Pack;
        // Where one rule carries all points, nothing is left to carry them when it does not apply.
        if (pack.Policy is { } policy && OwnParts.Has(program, "not-applicable") && program.Rules.Any(r => r.Definition.Policy is null && Counts(program, r, policy)) && (policy != NotApplicablePolicy.Renormalise || program.Rules.Count(r => r.Definition.Points is { Value: > 0 }) > 1))
        {
            yield return new Mutant(null, "not-applicable", pack.Span, Turn(Word(policy), Word(Turned(policy))), (p, _) => p.With(pack: p.Pack with { Policy = Turned(policy) }));
        }

        foreach (var group in program.Groups.Where(g => g.Definition.Policy is not null && OwnParts.Has(program, $"groups.{g.Definition.Id}")))
        {
            var own = group.Definition.Policy!.Value;
            yield return new Mutant(null, $"groups.{group.Definition.Id}.not-applicable", group.Definition.Span, Turn(Word(own), Word(Turned(own))), (p, _) =>
                p.With(groups: [.. p.Groups.Select(g => g.Definition.Id == group.Definition.Id ? new ProgramGroup(g.Definition with { Policy = Turned(own) }, g.Weight, g.Full, g.Rules) : g)]));
        }

        if (pack.Rounding is { } rounding && pack.Full > 0 && OwnParts.Has(program, "rounding"))
        {
            if (rounding.Decimals > 0)
            {
                yield return new Mutant(null, "rounding.decimals", pack.Span, Turn(Scalars.Number(rounding.Decimals), Scalars.Number(rounding.Decimals - 1)), (p, _) => p.With(pack: p.Pack with { Rounding = rounding with { Decimals = rounding.Decimals - 1 } }));
            }

            var other = rounding.Mode == RoundingMode.Down ? RoundingMode.HalfUp : RoundingMode.Down;
            yield return new Mutant(null, "rounding.mode", pack.Span, Turn(Modes[(int)rounding.Mode], Modes[(int)other]), (p, _) => p.With(pack: p.Pack with { Rounding = rounding with { Mode = other } }));
        }

        foreach (var group in pack.Groups.Where(g => g.Weight is not null && OwnParts.Has(program, $"groups.{g.Id}")))
        {
            var other = Relabelled(group.Weight!.Source);
            yield return new Mutant(null, $"groups.{group.Id}.weight.label", group.Span, Turn(Provenance.Spell(group.Weight.Source.Label), Provenance.Spell(other.Label)), (p, _) =>
                p.With(pack: p.Pack with { Groups = [.. p.Pack.Groups.Select(g => g.Id == group.Id ? g with { Weight = g.Weight! with { Source = other } } : g)] }));
        }
    }

    /// <summary>Whether the policy for what does not apply can be seen of a rule: in its points, or because it may not be claimed at all.</summary>
    private static bool Counts(RuleProgram program, BoundRule rule, NotApplicablePolicy policy) =>
        program.PolicyOf(rule) == policy && (policy == NotApplicablePolicy.Forbid || (program.Pack.Full > 0 && rule.Definition.Points is { Value: > 0 }));

    private static IEnumerable<Mutant> Conclusion(RuleProgram program)
    {
        if (program.Pack.Conclusion is not { } conclusion || !OwnParts.Has(program, "conclusion"))
        {
            yield break;
        }

        // Asking for rules of a kind the pack does not have is asking for nothing.
        if (program.Rules.Any(r => r.Definition.Kind == RuleKind.Gate))
        {
            yield return On("gates", conclusion.NeedsGates, conclusion with { NeedsGates = !conclusion.NeedsGates });
        }

        if (program.Rules.Any(r => r.Definition.Kind == RuleKind.Mandatory))
        {
            yield return On("mandatory", conclusion.NeedsMandatory, conclusion with { NeedsMandatory = !conclusion.NeedsMandatory });
        }

        Mutant On(string what, bool needed, ConclusionDefinition other) => new(
            null, "conclusion.requires", conclusion.Span, Turn(needed ? what : "—", needed ? "—" : what), (p, _) => p.With(pack: p.Pack with { Conclusion = other }));
    }

    private static IEnumerable<Mutant> Parameters(RuleProgram program)
    {
        foreach (var parameter in program.Pack.Parameters.Where(p => OwnParts.Has(program, $"parameters.{p.Id}")))
        {
            var label = Relabelled(parameter.Source);
            yield return new Mutant(null, $"parameters.{parameter.Id}.label", parameter.Span, Turn(Provenance.Spell(parameter.Source.Label), Provenance.Spell(label.Label)), (p, _) =>
                p.With(pack: p.Pack with { Parameters = [.. p.Pack.Parameters.Select(d => d.Id == parameter.Id ? d with { Source = label } : d)] }));
            if (program.Parameters.GetValueOrDefault(parameter.Id) is not { } constant)
            {
                continue;
            }

            Value[] others = constant.Value switch
            {
                NumberValue n => [Value.Of(ExpressionMutants.Next(n.Number, 1)), Value.Of(ExpressionMutants.Next(n.Number, -1))],
                TruthValue t => [Value.Of(!t.Truth)],
                TextValue t => [.. parameter.Values.Where(v => v != t.Text).Take(1).Select(v => new TextValue(v))],
                _ => [],
            };
            foreach (var other in others)
            {
                yield return new Mutant(null, $"parameters.{parameter.Id}", parameter.Span, Turn(constant.Value.Show(), other.Show()), (p, setting) => WithParameter(p, setting, parameter, constant.Value, other)) { TouchesAllRules = true };
            }
        }
    }

    /// <summary>The program with another value of a parameter, unless the case gives that parameter a value of its own.</summary>
    private static RuleProgram? WithParameter(RuleProgram program, CaseSetting setting, ParameterDefinition parameter, Value before, Value value)
    {
        var path = ParameterDefinition.Prefix + parameter.Id;
        if (setting.Parameters.Any(p => p.Key.Text == parameter.Id) || program.Parameters.GetValueOrDefault(parameter.Id)?.Value != before)
        {
            return null;
        }

        var number = (value as NumberValue)?.Number;
        var method = value is TextValue text && program.Pack.Between?.Text == path ? Array.IndexOf(RuleReader.Methods, text.Text) : -1;
        return program.With(
            rules: [.. program.Rules.Select(r => Methods(Constants(r)))],
            tiers: [.. program.Tiers.Select(t => t.Parameter == path ? t with { AtLeast = number } : t)],
            passMark: program.Pack.Conclusion?.PassMark?.Text == path ? number : null);

        BoundRule Constants(BoundRule rule)
        {
            foreach (var name in RulePart.Of(rule).Select(p => p.Name).ToList())
            {
                var part = RulePart.Of(rule).Single(p => p.Name == name);
                var mapped = BoundEditing.Map(part.Root, b => b is BoundConstant { Origin: ConstantOrigin.Parameter } c && c.Text == path ? Turned(c, before, value) : null);
                rule = ReferenceEquals(mapped, part.Root) ? rule : part.With(mapped);
            }

            return rule;
        }

        BoundRule Methods(BoundRule rule) =>
            method < 0 ? rule : rule with { Forms = [.. rule.Forms.Select(f => f.Definition.Between is null ? f with { Method = (BetweenMethod)method } : f)] };
    }

    /// <summary>A constant may stand there in another unit than the parameter was given in: it changes by the same share.</summary>
    private static BoundConstant Turned(BoundConstant constant, Value before, Value value)
    {
        var turned = constant.Value is NumberValue own && before is NumberValue old && value is NumberValue other && own.Number != old.Number && old.Number != 0
            ? Value.Of(own.Number * other.Number / old.Number)
            : value;
        return new BoundConstant(turned, constant.Type, constant.Text, constant.Origin, constant.Source);
    }
}
