using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Leaves a document after the fault is in the bag; never leaves the readers of this room.</summary>
internal sealed class ReadingStopped : Exception;

/// <summary>Counts what a document holds and how deep it goes, and stops reading where it is too much.</summary>
internal sealed class DocumentMeter(DiagnosticBag bag)
{
    private int _nodes;

    /// <param name="depth">How many maps and lists are around the value.</param>
    /// <param name="holds">True for a map or list, which may not stand deeper than the limit.</param>
    /// <param name="span">Where the value is.</param>
    public void Count(int depth, bool holds, SourceSpan span)
    {
        if (holds && depth >= DocumentLimits.MostDepth)
        {
            bag.Add(DiagnosticCodes.TooDeep, span, DocumentLimits.MostDepth);
            throw new ReadingStopped();
        }

        if (++_nodes > DocumentLimits.MostNodes)
        {
            bag.Add(DiagnosticCodes.TooManyValues, span, DocumentLimits.MostNodes);
            throw new ReadingStopped();
        }
    }
}
