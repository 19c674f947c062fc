using GreenFactory.Rules.Tests.Samples;

namespace GreenFactory.Rules.Tests.Verdicts;

public sealed class AssuranceOfUnusedTermsTests
{
    [Fact]
    public void A_coefficient_of_a_fuel_that_is_not_burnt_is_no_assumption()
    {
        var verdict = Sample.Judge("cement-clinker", "gb-t-36132@2025");

        var behind = verdict.Assurance.Assumptions.Where(a => a.Rule == "renewable-share").Select(a => a.What).ToList();

        Assert.DoesNotContain("coefficient.coal_equivalent.coal_gangue", behind);
        Assert.Contains("energy.carriers_used", behind);
        Assert.Contains("coefficient.certificate.energy", behind);
    }
}
