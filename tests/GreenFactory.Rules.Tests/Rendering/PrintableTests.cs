using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("a\nb\tc\r", "a b c ")]
    [InlineData("a\u202Eb", "a b")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("水泥 kgce/t", "水泥 kgce/t")]
    public void What_moves_a_cursor_or_turns_the_text_is_made_blank(string text, string printed) => Assert.Equal(printed, Printable.Line(text));

    [Fact]
    public void A_lone_surrogate_does_not_reach_the_output() => Assert.DoesNotContain('\uD800', Printable.Line("a\uD800b"));

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<script>", "\\<script\\>")]
    [InlineData("[x](http://y) `c` *d* _e_ #f", "\\[x\\](http://y) \\`c\\` \\*d\\* \\_e\\_ \\#f")]
    [InlineData("a\nb", "a b")]
    public void Markup_in_a_name_stays_text(string text, string printed) => Assert.Equal(printed, Printable.Markdown(text));
}
