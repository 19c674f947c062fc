namespace GreenFactory.Rules.Rendering;

/// <summary>A bar of three glyphs: certain, still open, lost. They differ in shape, not only in colour.</summary>
internal static class ScoreBar
{
    public const char Certain = '█';
    public const char Open = '▒';
    public const char Lost = '·';

    /// <summary>The bar; whatever is open or lost shows at least one cell, and a full bar means full marks.</summary>
    public static string Draw(Score score, int cells)
    {
        if (score.Full <= 0)
        {
            return string.Empty;
        }

        var lost = Cells(score.Full - score.Upper, score.Full, cells);
        var open = Cells(score.Upper - score.Lower, score.Full, cells);
        while (lost + open > cells)
        {
            _ = lost > open ? lost-- : open--;
        }

        var certain = cells - lost - open;
        if (certain > 0 && score.Lower == 0)
        {
            // Nothing is certain: rounding must not draw what is not there.
            _ = open > 0 ? open += certain : lost += certain;
            certain = 0;
        }

        return new string(Certain, certain) + new string(Open, open) + new string(Lost, lost);
    }

    private static int Cells(decimal part, decimal full, int cells) =>
        part <= 0 ? 0 : Math.Clamp((int)Math.Round(part * cells / full, MidpointRounding.AwayFromZero), 1, cells);
}
