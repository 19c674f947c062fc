using System.Globalization;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>
/// How many cases the laws are tried on. A plain test run takes a share that is done in seconds; set
/// <c>GREENFACTORY_TEST_EFFORT</c> to 10 or 100 to take so many times more.
/// </summary>
internal static class Effort
{
    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("GREENFACTORY_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;

    public static int Times(int count) => count * Factor;
}
