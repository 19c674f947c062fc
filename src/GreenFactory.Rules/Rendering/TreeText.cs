using System.Text;

namespace GreenFactory.Rules.Rendering;

/// <summary>Draws tree lines and wraps long texts under their own beginning.</summary>
internal static class TreeText
{
    private const string Decides = "● ";
    private const string MakesNoDifference = "○ ";

    /// <summary>Below this a line would hold too little to be read; deeper lines run over instead.</summary>
    private const int NarrowestText = 32;

    public static void Append(StringBuilder text, IReadOnlyList<TreeNode> nodes, int width, string guides = "")
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var last = i == nodes.Count - 1;
            var first = guides + (last ? "└─" : "├─");
            var next = guides + (last ? "  " : "│ ");
            var lines = TextWrap.Lines(nodes[i].Text, Math.Max(NarrowestText, width - TextWidth.Of(first) - TextWidth.Of(Decides)));
            text.Append(first).Append(nodes[i].Decides ? Decides : MakesNoDifference).Append(lines[0]).Append('\n');
            var stem = next + (nodes[i].Below.Count > 0 ? "│ " : "  ");
            foreach (var line in lines.Skip(1))
            {
                text.Append(stem).Append(line).Append('\n');
            }

            Append(text, nodes[i].Below, width, next);
        }
    }
}
