using CsCheck;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class ScoreBarTests
{
    [Theory]
    [InlineData(100, 100, "██████████")]
    [InlineData(0, 0, "··········")]
    [InlineData(0, 100, "▒▒▒▒▒▒▒▒▒▒")]
    [InlineData(50, 80, "█████▒▒▒··")]
    [InlineData(99.99, 99.99, "█████████·")]
    [InlineData(99.98, 99.99, "████████▒·")]
    [InlineData(0.01, 0.01, "··········")]
    public void A_bar_shows_what_is_certain_open_and_lost(double lower, double upper, string bar) =>
        Assert.Equal(bar, ScoreBar.Draw(new Score((decimal)lower, (decimal)upper, 100), 10));

    [Fact]
    public void A_bar_has_its_length_and_is_full_only_for_full_marks() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[3, 40]).Sample((a, b, cells) =>
    {
        var score = new Score(Math.Min(a, b) / 10m, Math.Max(a, b) / 10m, 100);
        var bar = ScoreBar.Draw(score, cells);
        return bar.Length == cells
            && bar.All(c => c == ScoreBar.Certain) == (score.Lower == 100)
            && bar.Contains(ScoreBar.Lost) == (score.Upper < 100)
            && bar.Contains(ScoreBar.Open) == (score.Upper > score.Lower);
    });

    [Fact]
    public void A_group_without_points_has_no_bar() => Assert.Empty(ScoreBar.Draw(new Score(0, 0, 0), 10));
}
