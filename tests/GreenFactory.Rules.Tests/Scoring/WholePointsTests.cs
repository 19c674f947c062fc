using CsCheck;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Tests.Scoring;

public sealed class WholePointsTests
{
    private static readonly Gen<decimal> Points = Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 3]).Select((number, decimals) => new decimal(number, 0, 0, false, (byte)decimals));

    [Fact]
    public void Whole_sums_are_written_like_sums_of_decimals()
    {
        Gen.Select(Points.Array[1, 20], Gen.Int[0, 3].Array[20]).Sample((points, kinds) =>
        {
            var whole = WholePoints.Of([.. Enumerable.Range(0, points.Length)], points)!;
            var sum = default(WholeSum);
            var (lower, upper, inGroup, fromTotal) = (0m, 0m, 0m, 0m);
            for (var i = 0; i < points.Length; i++)
            {
                switch (kinds[i])
                {
                    case 0:
                        sum.Earned.Add(whole.Points[i]);
                        lower += points[i];
                        upper += points[i];
                        break;
                    case 1:
                        sum.Open.Add(whole.Points[i]);
                        upper += points[i];
                        break;
                    case 2:
                        sum.RemovedInGroup.Add(whole.Points[i]);
                        inGroup += points[i];
                        break;
                    default:
                        sum.RemovedFromTotal.Add(whole.Points[i]);
                        fromTotal += points[i];
                        break;
                }
            }

            var exact = whole.Exact(sum);
            Assert.Equal([Written(lower), Written(upper), Written(inGroup), Written(fromTotal)], [Written(exact.Lower), Written(exact.Upper), Written(exact.RemovedInGroup), Written(exact.RemovedFromTotal)]);
            Assert.Equal(kinds.Take(points.Length).Contains(1), exact.IsOpen);
        });
    }

    [Fact]
    public void Sums_beyond_what_an_int_holds_are_whole_all_the_same()
    {
        decimal[] points = [.. Enumerable.Repeat(999_999_999m, 9)];
        var whole = WholePoints.Of([.. Enumerable.Range(0, points.Length)], points)!;
        var sum = default(WholeSum);
        Array.ForEach(whole.Points, p => sum.Earned.Add(p));
        Assert.Equal(points.Sum(), whole.Exact(sum).Lower);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000000")]
    [InlineData("0.0000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1000.000000")]
    public void Points_that_are_not_positive_huge_or_written_with_many_decimals_stay_decimals(string points) =>
        Assert.Null(WholePoints.Of([0, 1], [1, decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)]));

    private static string Written(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
