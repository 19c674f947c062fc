using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Blocks;

internal sealed partial class BlockCompiler
{
    /// <summary>What is earned of a rule that is partly met, by place of the rule.</summary>
    private readonly Dictionary<int, Ref> _shares = [];

    private void Rule(BoundRule rule)
    {
        var when = rule.When is null ? null : Truth(rule.When, BlockPlace.Factory);
        if (rule.Condition is not null)
        {
            _steps.Add(new ConditionStep(rule.Index, when, Truth(rule.Condition, BlockPlace.Factory)));
            return;
        }

        IReadOnlyList<UsedForm> forms = rule.Fraction is not null ? [Fraction(rule.Fraction)] : [.. rule.Forms.Select(Used)];
        var share = forms.Count == 1 ? forms[0].Share : _columns.New(ColumnKind.Number);
        _shares[rule.Index] = share;
        _steps.Add(new FormsStep(rule.Index, when, forms, share));
    }

    private UsedForm Fraction(Bound fraction)
    {
        var (value, form) = (Column(fraction, BlockPlace.Factory), _columns.New(ColumnKind.Form));
        _steps.Add(new FractionStep(form, value));
        return new UsedForm(null, form, value);
    }

    private UsedForm Used(BoundForm form)
    {
        var when = form.When is null ? null : Truth(form.When, BlockPlace.Factory);
        var (judged, share) = form.OverProducts ? _productForms[form] : Judge(form, BlockPlace.Factory);
        return new UsedForm(when, judged, share);
    }

    private (Ref Form, Ref Share) Judge(BoundForm form, BlockPlace place)
    {
        var (judged, share) = (_columns.New(ColumnKind.Form), _columns.New(ColumnKind.Number));
        var measured = Column(form.Measure, place);
        if (form.Steps.Count > 0)
        {
            Emit(place, new LadderStep(judged, share, measured, [.. form.Steps.Select(s => (Number(s.At, place), s.Earns))], form.LowerIsBetter));
            return (judged, share);
        }

        var (leading, baseline) = (Number(form.Leading!, place), Number(form.Baseline!, place));
        var (earned, whole) = (measured, leading);
        if (form.Method == BetweenMethod.Range)
        {
            var lower = form.LowerIsBetter;
            (earned, whole) = (_columns.New(ColumnKind.Number), _columns.New(ColumnKind.Number));
            Emit(place, lower ? new BinaryStep<SubtractKernel>(earned, baseline, measured, drops: true) : new BinaryStep<SubtractKernel>(earned, measured, baseline, drops: true));
            Emit(place, lower ? new BinaryStep<SubtractKernel>(whole, baseline, leading, drops: true) : new BinaryStep<SubtractKernel>(whole, leading, baseline, drops: true));
        }
        else if (form.LowerIsBetter)
        {
            (earned, whole) = (leading, measured);
        }

        Emit(place, new BinaryStep<DivideKernel>(share, earned, whole, drops: false));
        Emit(place, new ScaleStep(judged, measured, leading, baseline, form.LowerIsBetter, form.Method, Listed(form)));
        return (judged, share);
    }

    private static ListedMarks Listed(BoundForm form) =>
        (form.LeadingIsListed ? ListedMarks.Leading : ListedMarks.None) | (form.BaselineIsListed ? ListedMarks.Baseline : ListedMarks.None);
}
