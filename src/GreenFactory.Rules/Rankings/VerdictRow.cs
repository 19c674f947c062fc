using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Rankings;

/// <summary>A verdict kept as JSON, as a row to be ranked.</summary>
internal static class VerdictRow
{
    /// <summary>Null when the file is no verdict; the bag says why.</summary>
    public static (RankingRow Row, string Pack)? Read(string file, DiagnosticBag bag)
    {
        if (DocumentReader.ReadFile(file, file.Replace('\\', '/'), bag) is not MapNode root)
        {
            return null;
        }

        if (root.Scalar("schema") is not { Text: VerdictJson.Schema })
        {
            bag.Add(DiagnosticCodes.WrongSchema, root.Span, root.Scalar("schema")?.Text ?? string.Empty, VerdictJson.Schema);
            return null;
        }

        var (facts, score) = (root.Find("facts") as MapNode, root.Find("score") as MapNode);
        var factory = facts?.Find("factory") as MapNode;
        if (factory?.Scalar("id") is not { } id)
        {
            bag.Add(DiagnosticCodes.MissingKey, factory?.Span ?? root.Span, "facts.factory.id");
            return null;
        }

        // A pack that scores nothing has no score, which is not a score of nought.
        var isScored = Number(score, "full") is > 0;
        var year = int.TryParse(facts!.Scalar("period")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var row = new RankingRow(
            id.Text,
            year,
            factory.Scalar("region")?.Text,
            factory.Scalar("industry")?.Text,
            isScored ? Number(score, "lower") : null,
            isScored ? Number(score, "upper") : null,
            new Dictionary<string, string>(StringComparer.Ordinal));
        return (row, (root.Find("pack") as MapNode)?.Scalar("id")?.Text ?? string.Empty);
    }

    private static decimal? Number(MapNode? map, string key) => map?.Scalar(key) is { } scalar && Scalars.TryDecimal(scalar.Text, out var value) ? value : null;
}
