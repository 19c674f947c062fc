using System.Globalization;
using CsCheck;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class ShownNumberTests
{
    private static readonly Gen<decimal> Number = Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 9]).Select((n, scale) => new decimal((int)(n % int.MaxValue), 0, 0, false, (byte)scale) * Math.Sign(n));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("3.33", "3.33")]
    [InlineData("104.306864", "104.3")]
    [InlineData("1464650.25", "1464650")]
    [InlineData("0.000123456", "0.0001235")]
    [InlineData("2.6211111", "2.621")]
    [InlineData("100.00", "100")]
    [InlineData("-5.5555", "-5.556")]
    public void A_number_alone_shows_four_digits_or_its_whole_part(string value, string shown) => Assert.Equal(shown, ShownNumber.Of(Parse(value)));

    [Fact]
    public void A_value_below_its_limit_never_prints_as_the_limit()
    {
        Assert.Equal(["99.9999", "100"], ShownNumber.Together(99.9999m, 100m));
        Assert.Equal(["40.00000004", "40"], ShownNumber.Together(40.00000004m, 40m));
        Assert.Equal("99.9999 %", ShownNumber.Percent(0.999999m));
        Assert.Equal("0.00000001 %", ShownNumber.Percent(0.0000000001m));
    }

    [Fact]
    public void Numbers_shown_together_keep_their_order() => Gen.Select(Number, Number, Gen.Int[-3, 3], Gen.Int[0, 18]).Sample((a, b, step, scale) =>
    {
        var c = b + (step * new decimal(1, 0, 0, false, (byte)scale));
        var shown = ShownNumber.Together(a, b, c).Select(Parse).ToArray();
        return Math.Sign(shown[0].CompareTo(shown[1])) == Math.Sign(a.CompareTo(b)) && Math.Sign(shown[1].CompareTo(shown[2])) == Math.Sign(b.CompareTo(c));
    });

    [Fact]
    public void Neighbours_at_the_last_digit_are_told_apart() => Number.Sample(n => ShownNumber.Together(n, n + 0.0000000000000000001m) is [var a, var b] && a != b);

    [Fact]
    public void Trimmed_digits_are_known_to_be_trimmed()
    {
        Assert.True(ShownNumber.IsTrimmed(104.306864m, "104.3"));
        Assert.False(ShownNumber.IsTrimmed(104.30m, "104.3"));
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
