namespace GreenFactory.Rules.Packs.Layers;

/// <summary>Keys of a pack file by what becomes of them when packs are laid on each other.</summary>
internal static class Sections
{
    public const string Documents = "documents";
    public const string Clauses = "clauses";
    public const string Parameters = "parameters";
    public const string Coefficients = "coefficients";
    public const string Groups = "groups";
    public const string Tiers = "tiers";
    public const string Rules = "rules";
    public const string Group = "group";
    public const string Claims = "claims";

    /// <summary>Lists whose items have an id of their own: items of a layer are added, or take the place of items below.</summary>
    public static readonly IReadOnlyDictionary<string, string> IdKeys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Documents] = "id",
        [Clauses] = "clause",
        [Parameters] = "id",
        [Coefficients] = "id",
        [Groups] = "id",
        [Tiers] = "id",
        [Rules] = "id",
    };

    /// <summary>What a pack says of itself: never inherited.</summary>
    public static readonly IReadOnlyList<string> Identity =
    [
        "schema", "id", "version", "title", "summary", "jurisdiction", "in-force", "supersedes", "superseded-by", BatchReader.Key, "gaps", "source",
    ];

    /// <summary>How a pack was put together: gone once it is.</summary>
    public static readonly IReadOnlyList<string> Making = ["extends", Claims, "overlays", Changes.Refine, Changes.Deselect, Changes.Select];
}
