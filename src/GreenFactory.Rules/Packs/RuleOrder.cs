namespace GreenFactory.Rules.Packs;

/// <summary>The order rules are judged and shown in: by group as the pack lists them, then by clause the way people count.</summary>
internal static class RuleOrder
{
    public static IReadOnlyList<RuleDefinition> Sort(PackDefinition pack)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in pack.Groups)
        {
            groups.TryAdd(group.Id, groups.Count);
        }

        return [.. pack.Rules.OrderBy(r => groups.GetValueOrDefault(r.Group, int.MaxValue)).ThenBy(r => r.Source.Clause, Natural.Instance).ThenBy(r => r.Id, Natural.Instance)];
    }

    /// <summary>Digits compare as numbers: 4.2 before 4.10.</summary>
    private sealed class Natural : IComparer<string?>
    {
        public static Natural Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            var (a, b) = (x ?? string.Empty, y ?? string.Empty);
            var (i, j) = (0, 0);
            while (i < a.Length && j < b.Length)
            {
                if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
                {
                    var (first, second) = (Digits(a, ref i), Digits(b, ref j));
                    var order = first.Length != second.Length ? first.Length.CompareTo(second.Length) : string.CompareOrdinal(first, second);
                    if (order != 0)
                    {
                        return order;
                    }
                }
                else if (a[i] != b[j])
                {
                    return a[i].CompareTo(b[j]);
                }
                else
                {
                    i++;
                    j++;
                }
            }

            return (a.Length - i).CompareTo(b.Length - j);
        }

        private static string Digits(string text, ref int at)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            return text[start..at].TrimStart('0');
        }
    }
}
