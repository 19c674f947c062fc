using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Programs;

/// <summary>Binds a resolved pack: after this, nothing about names, types or units can go wrong.</summary>
internal sealed class ProgramBuilder
{
    private readonly PackDefinition _pack;
    private readonly FactVocabulary _vocabulary;
    private readonly Func<BenchmarkLibrary> _benchmarks;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, BoundConstant> _parameters;
    private readonly ProgramNames _names;

    private ProgramBuilder(PackDefinition pack, FactVocabulary vocabulary, Func<BenchmarkLibrary> benchmarks, DiagnosticBag bag)
    {
        _pack = pack;
        _vocabulary = vocabulary;
        _benchmarks = benchmarks;
        _bag = bag;
        _parameters = new Dictionary<string, BoundConstant>(StringComparer.Ordinal);
        foreach (var parameter in pack.Parameters)
        {
            _parameters.TryAdd(parameter.Id, Parameter(parameter));
        }

        var own = pack.Coefficients.Select(Coefficient).OfType<OwnCoefficient>().ToList();
        _names = new ProgramNames(
            vocabulary,
            _parameters,
            own.Where(c => c.Written.Always is not null).Select(Constant).ToDictionary(c => c.Text, StringComparer.Ordinal),
            own.Where(c => c.Written.Always is null).ToDictionary(c => c.Read.Path, c => c.Read, StringComparer.Ordinal));
    }

    /// <summary>The program; to be used only when the bag has no errors.</summary>
    /// <param name="pack">The pack with bases and overlays.</param>
    /// <param name="own">The pack as its own files say; only what is declared there is asked whether it is used.</param>
    /// <param name="vocabulary">What names of facts mean.</param>
    /// <param name="benchmarks">What is looked up; asked for when the rules are bound, for it may be read meanwhile.</param>
    /// <param name="bag">Takes every fault.</param>
    public static RuleProgram Build(PackDefinition pack, PackDefinition own, FactVocabulary vocabulary, Func<BenchmarkLibrary> benchmarks, DiagnosticBag bag)
    {
        var builder = new ProgramBuilder(pack, vocabulary, benchmarks, bag);
        var program = builder.Build();
        builder.UnusedParameters(own);
        return program;
    }

    private void UnusedParameters(PackDefinition own)
    {
        // Where an expression could not be bound, what it uses is not known.
        if (_bag.HasErrors)
        {
            return;
        }

        string?[] settings = [_pack.Conclusion?.PassMark?.Text, _pack.Between?.Text, .. TierBinder.Parameters(_pack).Select(p => ParameterDefinition.Prefix + p)];
        foreach (var parameter in own.Parameters.Where(p => !_names.UsedParameters.Contains(p.Id) && !settings.Contains(ParameterDefinition.Prefix + p.Id)))
        {
            _bag.Add(DiagnosticCodes.ParameterNotUsed, parameter.Span, parameter.Id);
        }
    }

    private RuleProgram Build()
    {
        var rules = _pack.Rules.Select(Rule).ToList();
        return new RuleProgram
        {
            Pack = _pack,
            Vocabulary = _vocabulary,
            Benchmarks = _benchmarks(),
            Rules = rules,
            Groups = Groups(),
            Externals = _names.Externals,
            Memory = _names.Memory,
            Parameters = _parameters,
            PassMark = PassMark(),
            Tiers = TierBinder.Bind(_pack, _parameters),
        };
    }

    private List<ProgramGroup> Groups()
    {
        var groups = _pack.Groups.DistinctBy(g => g.Id).ToList();
        var parents = groups.ToDictionary(g => g.Id, g => g.Parent ?? g.Id, StringComparer.Ordinal);
        var rules = groups.Where(g => g.Parent is null).ToDictionary(g => g.Id, _ => new List<int>(), StringComparer.Ordinal);
        for (var i = 0; i < _pack.Rules.Count; i++)
        {
            if (parents.TryGetValue(_pack.Rules[i].Group, out var top) && rules.TryGetValue(top, out var own))
            {
                own.Add(i);
            }
        }

        return [.. groups.Where(g => g.Parent is null).Select(g => new ProgramGroup(
            g,
            g.Weight?.Value ?? 0,
            g.IsBonus ? g.Cap ?? 0 : g.Full ?? g.Weight?.Value ?? 0,
            rules[g.Id]))];
    }

    private decimal? PassMark()
    {
        if (_pack.Conclusion?.PassMark is not { } mark
            || !mark.Text.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal)
            || !_parameters.TryGetValue(mark.Text[ParameterDefinition.Prefix.Length..], out var parameter))
        {
            return null;
        }

        return parameter.Value is NumberValue number ? number.Number : null;
    }

    /// <summary>A coefficient with the pack's own values, in the unit the vocabulary gives it.</summary>
    private OwnCoefficient? Coefficient(CoefficientOverride own)
    {
        if (!_vocabulary.Coefficients.TryGetValue(own.Id.Text, out var coefficient))
        {
            _bag.Add(DiagnosticCodes.UnknownReference, own.Id.Span, ReferenceKinds.Coefficient, own.Id.Text, NearestName.Hint(own.Id.Text, _vocabulary.Coefficients.Keys));
            return null;
        }

        if (!_vocabulary.Units.TryParse(own.Unit.Text, out var unit))
        {
            _bag.Add(DiagnosticCodes.UnknownUnit, own.Unit.Span, own.Unit.Text, NearestName.Hint(own.Unit.Text, _vocabulary.Units.Symbols));
            return null;
        }

        if (!unit.SameDimension(coefficient.Unit) || unit.FactorTo(coefficient.Unit).ToConversion() is not { } conversion)
        {
            _bag.Add(DiagnosticCodes.WrongDimension, own.Unit.Span, own.Id.Text, own.Unit.Text, coefficient.Unit.Symbol);
            return null;
        }

        IEnumerable<CoefficientValue> values = own.Always is { } always ? [new CoefficientValue(always, DateOnly.MinValue, null, null, own.Source)] : own.Values;
        return new OwnCoefficient(own, coefficient with { Values = [.. values.Select(v => v with { Value = v.Value is { } number ? conversion.Apply(number) : null })] });
    }

    private static BoundConstant Constant(OwnCoefficient own) =>
        new(Value.Of(own.Read.Values[0].Value!.Value), ExpressionType.Number(own.Read.Unit), own.Read.Path, ConstantOrigin.Parameter, own.Written.Source);

    private sealed record OwnCoefficient(CoefficientOverride Written, Coefficient Read);

    private BoundConstant Parameter(ParameterDefinition definition)
    {
        var path = $"parameter.{definition.Id}";
        var type = ExpressionType.Any;
        Value? value = Value.Unknown;
        switch (definition.Kind)
        {
            case ParameterKind.Number or ParameterKind.Quantity:
                var unit = Unit.One;
                if (definition.Unit is not null && !_vocabulary.Units.TryParse(definition.Unit, out unit))
                {
                    _bag.Add(DiagnosticCodes.UnknownUnit, definition.UnitSpan, definition.Unit, NearestName.Hint(definition.Unit, _vocabulary.Units.Symbols));
                }

                type = ExpressionType.Number(unit);
                if (definition.Value is { } written)
                {
                    value = Scalars.TryDecimal(written.Text, out var number) ? Value.Of(number) : null;
                }

                break;
            case ParameterKind.Flag:
                type = ExpressionType.Truth;
                value = definition.Value?.Text switch { null => Value.Unknown, "true" => Value.True, "false" => Value.False, _ => null };
                break;
            default:
                type = ExpressionType.Text with { Choices = definition.Values };
                value = definition.Value is null ? Value.Unknown : definition.Values.Contains(definition.Value.Text) ? new TextValue(definition.Value.Text) : null;
                break;
        }

        if (value is null)
        {
            _bag.Add(DiagnosticCodes.ParameterValue, definition.Value!.Span, definition.Id, definition.Value.Text, Fitting(definition));
        }

        return new BoundConstant(value ?? Value.Unknown, type, path, ConstantOrigin.Parameter, definition.Source);
    }

    private static LocalizedText Fitting(ParameterDefinition definition) => definition.Kind switch
    {
        ParameterKind.Flag => LocalizedText.Same("true | false"),
        ParameterKind.Choice => LocalizedText.Same(string.Join(" | ", definition.Values)),
        _ => ExpressionType.Name(ValueKind.Number),
    };

    private BoundRule Rule(RuleDefinition rule, int index)
    {
        var when = Truth(rule.When);
        var condition = Truth(rule.Condition?.Value);
        var fraction = rule.Fraction is null ? null : Binder.BindNumber(rule.Fraction, Unit.One, _names, _vocabulary.Units, BindingDomain.Factory, _bag);
        var forms = rule.Forms.Select(f => Form(f, rule)).OfType<BoundForm>().ToList();
        return new BoundRule(index, rule, when, condition, fraction, forms);
    }

    private Bound? Truth(ExpressionText? text) => text is null ? null : Binder.BindTruth(text, _names, _vocabulary.Units, BindingDomain.Factory, _bag);

    private BoundForm? Form(FormDefinition form, RuleDefinition rule)
    {
        var domain = form.OverProducts ? BindingDomain.Product : BindingDomain.Factory;
        var when = Truth(form.When);
        Unit? shown = null;
        if (form.Unit is { } written)
        {
            if (_vocabulary.Units.TryParse(written.Text, out var unit))
            {
                shown = unit;
            }
            else
            {
                _bag.Add(DiagnosticCodes.UnknownUnit, written.Span, written.Text, NearestName.Hint(written.Text, _vocabulary.Units.Symbols));
            }
        }

        var measure = Number(form.Measure, shown, domain);
        if (measure is null)
        {
            return null;
        }

        var inUnit = measure.Type.Unit;
        var leading = form.Leading is null ? null : Number(form.Leading.Value, inUnit, domain);
        var baseline = form.Baseline is null ? null : Number(form.Baseline.Value, inUnit, domain);
        var weight = form.Weight is null ? null : Number(form.Weight, null, domain);
        if (leading is BoundConstant { Value: NumberValue l } && baseline is BoundConstant { Value: NumberValue b } && (form.LowerIsBetter ? l.Number > b.Number : l.Number < b.Number))
        {
            _bag.Add(DiagnosticCodes.LeadingWorse, form.Leading!.Span, rule.Id, l.Show(), b.Show());
        }

        if (weight?.Type.Unit is { IsProduct: true } mixed)
        {
            _bag.Add(DiagnosticCodes.WeightPerProductUnit, form.Weight!.Span, rule.Id, mixed.Symbol);
        }

        var steps = form.Steps.Select(s => Step(s, inUnit, domain)).OfType<BoundStep>().ToList();
        StepOrder(rule.Id, form, steps);
        return new BoundForm(form, when, weight, measure, inUnit, leading, baseline, form.Between ?? PackMethod(), steps);
    }

    /// <summary>From the worst to the best, steps with numbers earn more and more.</summary>
    private void StepOrder(string rule, FormDefinition form, List<BoundStep> steps)
    {
        var known = steps
            .Select((step, index) => new { step, Place = index < form.Steps.Count ? form.Steps[index].At.Span : form.Span })
            .Where(s => s.step.At is BoundConstant { Value: NumberValue })
            .Select(s => new { ((NumberValue)((BoundConstant)s.step.At).Value).Number, s.step.Earns, s.Place })
            .OrderBy(s => form.LowerIsBetter ? -s.Number : s.Number)
            .ToList();
        for (var i = 1; i < known.Count; i++)
        {
            if (known[i].Number == known[i - 1].Number || known[i].Earns < known[i - 1].Earns)
            {
                _bag.Add(DiagnosticCodes.StepsOutOfOrder, known[i].Place, rule, Scalars.Number(known[i - 1].Number), Scalars.Number(known[i].Number));
            }
        }
    }

    private Bound? Number(ExpressionText text, Unit? unit, BindingDomain domain) => Binder.BindNumber(text, unit, _names, _vocabulary.Units, domain, _bag);

    private BoundStep? Step(StepDefinition step, Unit unit, BindingDomain domain)
    {
        var at = Number(step.At, unit, domain);
        var quantity = QuantityText.Parse(step.Earns, _vocabulary.Units, _bag);
        if (at is null || quantity is not { } earns)
        {
            return null;
        }

        var share = earns.Unit.SameDimension(Unit.One) ? earns.Unit.FactorTo(Unit.One).ToConversion()!.Value.Apply(earns.Value) : -1;
        if (share is < 0 or > 1)
        {
            _bag.Add(DiagnosticCodes.EarnsOutOfRange, step.Earns.Span, step.Earns.Text);
        }

        return new BoundStep(at, share, step.Source);
    }

    private BetweenMethod PackMethod()
    {
        var written = _pack.Between?.Text ?? RuleReader.Methods[0];
        if (written.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal))
        {
            written = _parameters.GetValueOrDefault(written[ParameterDefinition.Prefix.Length..])?.Value is TextValue chosen ? chosen.Text : RuleReader.Methods[0];
        }

        return (BetweenMethod)Math.Max(0, Array.IndexOf(RuleReader.Methods, written));
    }
}
