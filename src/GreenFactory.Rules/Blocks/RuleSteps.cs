namespace GreenFactory.Rules.Blocks;

/// <summary>A rule with a condition.</summary>
internal sealed class ConditionStep(int rule, Ref? when, Ref condition) : Step
{
    public override void Run(BlockState state)
    {
        var of = state.Truth(condition);
        var result = new StatusPlanes { Met = of.True, NotMet = of.False, NotApplicable = of.NotApplicable };
        result.Open = of.Unknown;
        state.Rules[rule] = when is null ? result : Guard.Close(result, state.Truth(when));
    }
}

/// <summary>What becomes of a rule where its condition of use is not true.</summary>
internal static class Guard
{
    public static StatusPlanes Close(in StatusPlanes of, in TruthPlanes when) => new()
    {
        Met = of.Met & when.True,
        NotMet = of.NotMet & when.True,
        NotApplicable = (of.NotApplicable & when.True) | when.False | when.NotApplicable,
        Open = (of.Open & when.True) | when.Unknown,
    };
}

/// <summary>One way of measuring, as a rule uses it.</summary>
internal sealed record UsedForm(Ref? When, Ref Form, Ref Share);

/// <summary>A rule that can earn a part: the first form that can be used decides.</summary>
internal sealed class FormsStep(int rule, Ref? when, IReadOnlyList<UsedForm> forms, Ref share) : Step
{
    public override IEnumerable<Ref?> Reads => [.. forms.Select(f => f.Share), share];

    public override Ref? Writes => forms.Count > 1 ? share : null;

    public override void Run(BlockState state)
    {
        var left = Plane.All;
        var result = default(StatusPlanes);
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i];
            var used = left;
            if (form.When is not null)
            {
                var guard = state.Truth(form.When);
                used &= guard.True;
                result.Open |= left & guard.Unknown;
                left &= guard.False | guard.NotApplicable;
            }
            else
            {
                left = Plane.None;
            }

            var of = state.Forms[form.Form.Slot];
            result.Met |= used & of.Met;
            result.NotMet |= used & of.NotMet;
            result.NotApplicable |= used & of.NotApplicable;
            result.Open |= used & of.Open;
            if (i > 0)
            {
                Blending.Run(state, form.Share, used, share, ~used, state.Numbers[share.Slot]);
            }
            else if (form.Share != share)
            {
                Blending.Run(state, form.Share, used, form.Share, Plane.None, state.Numbers[share.Slot]);
            }
        }

        result.NotApplicable |= left;
        state.Rules[rule] = when is null ? result : Guard.Close(result, state.Truth(when));
    }
}
