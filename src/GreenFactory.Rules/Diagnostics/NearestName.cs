namespace GreenFactory.Rules.Diagnostics;

/// <summary>Finds the legal name somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary>More slips than this make another word.</summary>
    private const int MostSlips = 8;

    /// <summary>Names are compared up to here; paths in files are shorter, and longer ones come from no keyboard.</summary>
    private const int LongestCompared = 64;

    /// <summary>The end of a message: the nearest legal name, and all of them when they are few.</summary>
    public static IMessagePart Hint(string written, IEnumerable<string> legal) => new NameHint(written, legal);

    /// <summary>
    /// The legal name with the fewest slips of the pen, the first by ordinal among equals; where none is near, the one that
    /// begins most alike. Null when there is no name at all.
    /// </summary>
    public static (string Name, bool IsLikely)? Find(string written, IEnumerable<string> legal)
    {
        var least = Math.Clamp(written.Length / 3, 2, MostSlips);
        string? nearest = null;
        string? alike = null;
        var beginning = -1;
        foreach (var name in legal)
        {
            var slips = Slips(written, name, least);
            if (slips < least || (slips == least && (nearest is null || string.CompareOrdinal(name, nearest) < 0)))
            {
                (nearest, least) = (name, slips);
            }

            var common = written.AsSpan().CommonPrefixLength(name);
            if (common > beginning || (common == beginning && string.CompareOrdinal(name, alike) < 0))
            {
                (alike, beginning) = (name, common);
            }
        }

        return nearest is not null ? (nearest, true) : alike is not null ? (alike, false) : null;
    }

    /// <summary>Letters to add, drop, change or swap with their neighbour; more than <paramref name="limit"/> when they are sure to be.</summary>
    private static int Slips(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return a == b ? 0 : int.MaxValue;
        }

        Span<int> before = stackalloc int[LongestCompared + 1];
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            // Further from the diagonal than the limit there is nothing to find.
            var (from, to) = (Math.Max(1, i - limit), Math.Min(b.Length, i + limit));
            current[from - 1] = from == 1 ? i : limit + 1;
            var least = current[from - 1];
            for (var j = from; j <= to; j++)
            {
                var above = j < i + limit ? previous[j] : limit + 1;
                var slips = Math.Min(previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above, current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips = Math.Min(slips, before[j - 2] + 1);
                }

                current[j] = slips;
                least = Math.Min(least, slips);
            }

            // A swap looks two rows back, so one row above the limit may still come down.
            if (least > limit + 1)
            {
                return int.MaxValue;
            }

            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[b.Length];
    }

    private sealed class NameHint(string written, IEnumerable<string> legal) : IMessagePart
    {
        /// <summary>More than this is a list nobody reads.</summary>
        private const int Few = 6;

        public LocalizedText ToText()
        {
            var names = legal.Distinct(StringComparer.Ordinal).ToList();
            if (Find(written, names) is not var (found, isLikely))
            {
                return new LocalizedText("这里没有可用的名称。", "There is no legal name here.");
            }

            var name = WrittenText.Shorten(found);
            var hint = isLikely
                ? new LocalizedText($"是否想写“{name}”？", $"Did you mean '{name}'?")
                : new LocalizedText($"最接近的可用名称是“{name}”。", $"The nearest legal name is '{name}'.");
            if (names.Count is 1 or > Few)
            {
                return hint;
            }

            var shown = names.Select(WrittenText.Shorten).Order(StringComparer.Ordinal).ToList();
            return new LocalizedText($"{hint.Zh}可用：{string.Join("、", shown)}。", $"{hint.En} Legal here: {string.Join(", ", shown)}.");
        }
    }
}
