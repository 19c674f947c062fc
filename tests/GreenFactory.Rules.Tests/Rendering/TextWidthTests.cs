using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("kgce/t", 6)]
    [InlineData("单位产品能耗", 12)]
    [InlineData("单位 kgce/t", 11)]
    [InlineData("，。；：（）", 12)]
    [InlineData("ＡＢ", 4)]
    [InlineData("m³ · × ≥ → “x”", 14)]
    [InlineData("█▒·├─●○…", 8)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u200B\uFEFF", 0)]
    [InlineData("한국어 ひらがな カ", 18)]
    [InlineData("𠮷", 2)]
    [InlineData("🏭", 2)]
    public void Wide_characters_take_two_columns_and_marks_none(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Theory]
    [InlineData("基础设施")]
    [InlineData("Energy 能源")]
    [InlineData("")]
    public void Padding_brings_mixed_text_to_one_width(string text)
    {
        Assert.Equal(20, TextWidth.Of(TextWidth.PadRight(text, 20)));
        Assert.Equal(20, TextWidth.Of(TextWidth.PadLeft(text, 20)));
    }

    [Fact]
    public void Blocks_of_wide_characters_are_in_order_and_apart()
    {
        var wide = Enumerable.Range(0, 0x30000).Where(TextWidth.IsWide).ToList();

        Assert.Contains('中', wide);
        Assert.DoesNotContain('a', wide);
        Assert.DoesNotContain(0x303F, wide);
        Assert.InRange(wide.Count, 100_000, 200_000);
    }
}
