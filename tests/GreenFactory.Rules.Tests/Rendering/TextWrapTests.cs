using CsCheck;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class TextWrapTests
{
    [Fact]
    public void Chinese_breaks_between_characters_and_never_before_closing_punctuation() =>
        Assert.Equal(["能源消", "耗，高", "于限", "额。"], TextWrap.Lines("能源消耗，高于限额。", 6));

    [Fact]
    public void Latin_breaks_at_blanks() => Assert.Equal(["not above", "the mean"], TextWrap.Lines("not above the mean", 10));

    [Fact]
    public void A_number_stays_with_its_unit() => Assert.Equal(["单位能", "耗 104.3 kgce/t"], TextWrap.Lines("单位能耗 104.3 kgce/t", 16));

    [Fact]
    public void A_word_wider_than_the_line_is_cut() => Assert.Equal(["abcd", "efgh", "i"], TextWrap.Lines("abcdefghi", 4));

    [Fact]
    public void Cutting_leaves_room_for_the_ellipsis()
    {
        Assert.Equal("能源", TextWrap.Cut("能源", 4));
        Assert.Equal("能…", TextWrap.Cut("能源消耗", 4));
    }

    [Fact]
    public void No_line_is_too_wide_and_nothing_but_blanks_is_lost() => Gen
        .Select(Gen.String[Gen.OneOf(Gen.Char["abc 12./%"], Gen.Char["能源消耗，。（）"])], Gen.Int[4, 40])
        .Sample((text, width) =>
        {
            var lines = TextWrap.Lines(text, width);
            return lines.All(l => TextWidth.Of(l) <= width) && Without(string.Concat(lines)) == Without(text);

            static string Without(string s) => s.Replace(" ", string.Empty, StringComparison.Ordinal);
        });
}
