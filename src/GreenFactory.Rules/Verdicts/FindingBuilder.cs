using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Works out what a finding shows; what a reader may never open is built only when it is opened.</summary>
internal sealed class FindingBuilder
{
    private readonly VerdictContext _context;
    private readonly ExplanationBuilder _explain;

    public FindingBuilder(VerdictContext context)
    {
        _context = context;
        _explain = new ExplanationBuilder(context);
    }

    public static FindingStatus Status(VerdictContext context, int rule)
    {
        var status = context.Outcomes.Status(rule);
        return status == FindingStatus.NotApplicable && context.Card.IsForbidden(rule) ? FindingStatus.NotMet : status;
    }

    /// <summary>The one value that was measured for a rule that has one.</summary>
    public static Quantity Measured(VerdictContext context, BoundRule rule)
    {
        // Read for every finding of every verdict: no copy of the outcome, no query over the products.
        var outcomes = context.Outcomes;
        ref readonly var quotient = ref outcomes.QuotientOf(rule.Index);
        var index = outcomes.Form(rule.Index);
        if (index < 0)
        {
            return new Quantity(quotient.Measured, Unit.One);
        }

        var unit = rule.Forms[index].Unit;
        var counted = quotient.Product > 0 ? context.Frame.Facts.Products![quotient.Product - 1].CountedIn : null;
        return new Quantity(quotient.Measured, counted is null ? unit : unit.WithProduct(counted));
    }

    public FindingDetail Detail(BoundRule rule)
    {
        var missing = new MissingFacts(_context, _explain);
        var outcome = _context.Outcomes[rule.Index];
        var paths = outcome.Status == FindingStatus.InsufficientEvidence ? missing.Of(rule) : [];
        return new FindingDetail(DecidingParts.Mark(Root(rule, outcome)), Thresholds(rule, outcome), paths, Evidence(rule));
    }

    private ExplanationStep Root(BoundRule rule, RuleOutcome outcome)
    {
        var share = Share(rule, outcome);
        var score = _context.Card.Rule(rule.Index);
        var full = rule.Definition.Points;
        var points = new ExplanationStep { Operation = "constant", Expression = "points", Value = Scalars.Number(full?.Value ?? 0), Origin = ValueOrigin.Constant, Source = full?.Source };
        if (outcome.Status == FindingStatus.NotApplicable)
        {
            return new ExplanationStep
            {
                Operation = "not-applicable",
                Expression = RuleReader.Policies[(int)_context.Program.PolicyOf(rule)],
                Name = rule.Definition.Title,
                Value = score.Applies && score.Value is { } kept ? Scalars.Number(kept) : "not-applicable",
                Source = rule.Definition.Source,
                Operands = [share, points],
            };
        }

        return new ExplanationStep
        {
            Operation = "points",
            Expression = rule.Definition.Id,
            Name = rule.Definition.Title,
            Value = score.Value is { } value ? Scalars.Number(value) : "unknown",
            Source = rule.Definition.Source,
            Operands = [points, share],
        };
    }

    private ExplanationStep Share(BoundRule rule, RuleOutcome outcome)
    {
        var factory = ExplanationBuilder.Scope.Factory;
        if (rule.When is null)
        {
            return Judged(rule, outcome);
        }

        var when = _explain.Explain(rule.When, factory);
        var open = when.Value == "true";
        return new ExplanationStep
        {
            Operation = "when",
            Expression = rule.When.Text,
            Value = open ? ShareValue(outcome) : when.IsUnknown ? "unknown" : "not-applicable",
            Operands = open ? [when, Judged(rule, outcome)] : [when],
        };
    }

    private ExplanationStep Judged(BoundRule rule, RuleOutcome outcome)
    {
        var factory = ExplanationBuilder.Scope.Factory;
        if (rule.Condition is not null)
        {
            return new ExplanationStep { Operation = "met", Expression = rule.Condition.Text, Value = ShareValue(outcome), Source = rule.Definition.Condition!.Source, Operands = [_explain.Explain(rule.Condition, factory)] };
        }

        return rule.Fraction is not null
            ? new ExplanationStep { Operation = "fraction", Expression = rule.Fraction.Text, Value = ShareValue(outcome), Operands = [_explain.Explain(rule.Fraction, factory)] }
            : new ExplanationStep { Operation = "forms", Expression = rule.Definition.Id, Value = ShareValue(outcome), Operands = Forms(rule, outcome) };
    }

    private static string ShareValue(in RuleOutcome outcome) => outcome.Status switch
    {
        FindingStatus.InsufficientEvidence => "unknown",
        FindingStatus.NotApplicable => "not-applicable",
        _ => Scalars.Number(outcome.Earned / outcome.Whole),
    };

    private List<ExplanationStep> Forms(BoundRule rule, RuleOutcome outcome)
    {
        var steps = new List<ExplanationStep>();
        foreach (var form in rule.Forms)
        {
            var when = form.When is null ? null : _explain.Explain(form.When, ExplanationBuilder.Scope.Factory);
            var used = when is null || when.Value == "true";
            var share = used ? form.OverProducts ? Average(form, outcome) : Scale(form, ExplanationBuilder.Scope.Factory) : null;
            steps.Add(new ExplanationStep
            {
                Operation = "form",
                Expression = form.Definition.Id,
                Name = form.Definition.Title,
                Value = share?.Value ?? when!.Value,
                Source = form.Definition.Source,
                Operands = [.. new[] { when, share }.OfType<ExplanationStep>()],
            });
            if (used || when!.IsUnknown)
            {
                break;
            }
        }

        return steps;
    }

    private ExplanationStep Average(BoundForm form, RuleOutcome outcome)
    {
        var products = _context.Frame.Facts.Products;
        var parts = new List<ExplanationStep>();
        for (var p = 0; p < (products?.Count ?? 0); p++)
        {
            var scope = new ExplanationBuilder.Scope(p, 0);
            var scale = Scale(form, scope);
            var weight = _explain.Explain(form.Weight!, scope);
            parts.Add(new ExplanationStep
            {
                Operation = "product",
                Expression = products![p].Id,
                Name = products[p].Name is { } name ? new LocalizedText(name, name) : null,
                Value = scale.Value,
                Operands = [scale, weight],
            });
        }

        return new ExplanationStep
        {
            Operation = "average",
            Expression = form.Weight!.Text,
            Value = ShareValue(outcome),
            Operands = parts,
            Note = products is null ? "products" : null,
        };
    }

    private ExplanationStep Scale(BoundForm form, ExplanationBuilder.Scope scope)
    {
        var direction = form.LowerIsBetter ? "lower" : "higher";
        var measure = _explain.Explain(form.Measure, scope);
        if (form.Steps.Count > 0)
        {
            var rungs = form.Steps.SelectMany(s => new[]
            {
                _explain.Explain(s.At, scope),
                new ExplanationStep { Operation = "constant", Expression = "earns", Value = Scalars.Number(s.Earns), Origin = ValueOrigin.Constant, Source = s.Source },
            });
            return Shared($"steps.{direction}", form, scope, [measure, .. rungs]);
        }

        var leading = _explain.Explain(form.Leading!, scope);
        var baseline = _explain.Explain(form.Baseline!, scope);
        return Shared($"scale.{RuleReader.Methods[(int)form.Method]}.{direction}", form, scope, [measure, Sourced(leading, form.Definition.Leading!.Source), Sourced(baseline, form.Definition.Baseline!.Source)]);
    }

    private static ExplanationStep Sourced(ExplanationStep step, Provenance source) =>
        step.Operation == "constant" ? step with { Source = source } : step;

    private ExplanationStep Shared(string operation, BoundForm form, ExplanationBuilder.Scope scope, IReadOnlyList<ExplanationStep> operands)
    {
        var outcome = FormJudge.Judge(form, e => _explain.Evaluate(e, scope));
        return new ExplanationStep { Operation = operation, Expression = form.Measure.Text, Value = ShareValue(outcome), Operands = operands };
    }

    private List<Threshold> Thresholds(BoundRule rule, RuleOutcome outcome)
    {
        var thresholds = new List<Threshold>();
        var form = outcome.Form >= 0 && rule.Forms.Count > 0 ? rule.Forms[outcome.Form] : null;
        if (form is null || (form.OverProducts && _context.Frame.Facts.Products is not { Count: 1 }))
        {
            return thresholds;
        }

        var scope = form.OverProducts ? new ExplanationBuilder.Scope(0, 0) : ExplanationBuilder.Scope.Factory;
        if (form.Leading is not null)
        {
            Add("leading", form.Leading, form.Definition.Leading!.Source);
            Add("baseline", form.Baseline!, form.Definition.Baseline!.Source);
        }

        foreach (var step in form.Steps)
        {
            Add("step", step.At, step.Source);
        }

        return thresholds;

        void Add(string name, Bound bound, Provenance source)
        {
            var value = _explain.Evaluate(bound, scope);
            var own = bound is BoundExternal external && _context.Program.Externals.Entry(external) is { Series: not null } entry ? _explain.Match(entry, scope).Row?.Citation : null;
            thresholds.Add(new Threshold
            {
                Name = name,
                Value = value is NumberValue number ? new Quantity(number.Number, _explain.Shown(form.Unit, scope)) : null,
                Source = own ?? source,
            });
        }
    }

    private List<string> Evidence(BoundRule rule)
    {
        var facts = BoundTree.All(RequiredFactList.Roots(rule)).OfType<BoundFact>().Select(f => f.Fact.Path).ToHashSet(StringComparer.Ordinal);
        return [.. _context.Frame.Facts.EvidenceList.Where(e => e.Supports.Any(facts.Contains)).Select(e => e.Id)];
    }
}
