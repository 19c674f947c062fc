namespace GreenFactory.Rules.Diagnostics;

/// <summary>Finds the legal name somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary>Longer names come from no keyboard; only their beginning is compared.</summary>
    private const int LongestCompared = 80;

    /// <summary>The end of a message: the nearest legal name, and all of them when they are few.</summary>
    public static IMessagePart Hint(string written, IEnumerable<string> legal) => new NameHint(written, legal);

    /// <summary>The legal name with the fewest letters to change, the first by ordinal among equals; null when there is none.</summary>
    public static (string Name, int Distance)? Find(string written, IEnumerable<string> legal)
    {
        var from = Cut(written);
        var best = int.MaxValue;
        string? nearest = null;
        foreach (var name in legal)
        {
            if (nearest is not null && Math.Abs(name.Length - from.Length) > best)
            {
                continue;
            }

            var distance = Distance(from, Cut(name), best);
            if (nearest is null || distance < best || (distance == best && string.CompareOrdinal(name, nearest) < 0))
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest is null ? null : (nearest, best);
    }

    private static string Cut(string name) => name.Length > LongestCompared ? name[..LongestCompared] : name;

    /// <summary>Letters to add, drop, change or swap with their neighbour; given up once they are sure to exceed <paramref name="limit"/>.</summary>
    private static int Distance(string a, string b, int limit)
    {
        Span<int> before = stackalloc int[LongestCompared + 1];
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            // A swap looks two rows back, so one row above the limit may still come down.
            if (least - 1 > limit)
            {
                return least;
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
            if (Find(written, names) is not { } nearest)
            {
                return new LocalizedText("这里没有可用的名称。", "There is no legal name here.");
            }

            var likely = nearest.Distance <= Math.Max(2, written.Length / 3);
            var name = WrittenText.Shorten(nearest.Name);
            var hint = likely
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
