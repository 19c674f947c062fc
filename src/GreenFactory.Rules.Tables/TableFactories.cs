using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tables;

/// <summary>The factories of a table, one a row, for those who judge them themselves.</summary>
internal static class TableFactories
{
    /// <summary>The rows that can be used, in order; what is wrong with the others, or with the table, is in the bag.</summary>
    public static IEnumerable<FactoryFacts> Read(string path, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        RowReader? reader = null;
        foreach (var block in CsvSource.Read(path, bag))
        {
            if (reader is null)
            {
                var columns = new HeaderReader(vocabulary, bag).Read(block);
                if (bag.HasErrors)
                {
                    yield break;
                }

                reader = new RowReader(vocabulary, columns);
            }

            for (var row = block.FirstRow == 0 ? 1 : 0; row < block.Count; row++)
            {
                if (reader.Read(block, row, bag) is { } facts)
                {
                    yield return facts;
                }
            }

            block.Dispose();
        }
    }
}
