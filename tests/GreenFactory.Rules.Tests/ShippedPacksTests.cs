namespace GreenFactory.Rules.Tests;

public sealed class ShippedPacksTests
{
    [Fact]
    public void Everything_that_is_shipped_is_free_of_faults() => Assert.Empty(RulePackCatalog.Default.Check());
}
