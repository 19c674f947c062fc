using System.Text.RegularExpressions;

namespace GreenFactory.Rules;

/// <summary>Identity of a pack: the standard's slug and its edition, written <c>gb-t-36132@2025</c>.</summary>
public readonly partial record struct PackId
{
    private PackId(string slug, string edition)
    {
        Slug = slug;
        Edition = edition;
    }

    /// <summary>The standard, for example <c>gb-t-36132</c>.</summary>
    public string Slug { get; }

    /// <summary>The standard's edition, for example <c>2025</c>.</summary>
    public string Edition { get; }

    /// <summary>Reads <c>slug@edition</c>; false when the text is something else.</summary>
    public static bool TryParse(string? text, out PackId id)
    {
        var match = Pattern().Match(text ?? string.Empty);
        id = match.Success ? new PackId(match.Groups[1].Value, match.Groups[2].Value) : default;
        return match.Success;
    }

    /// <summary><c>slug@edition</c>.</summary>
    public override string ToString() => $"{Slug}@{Edition}";

    [GeneratedRegex("^([a-z0-9]+(?:-[a-z0-9]+)*)@([0-9a-z][0-9a-z.-]*)\\z")]
    private static partial Regex Pattern();
}
