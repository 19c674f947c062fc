using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Policies;

/// <summary>A name that policies give an industry, with the GB/T 4754 codes it most likely means.</summary>
internal sealed record IndustryWord(string Name, string English, IReadOnlyList<string> Codes, bool IsOfTheRoster, ProvenanceLabel Label);

/// <summary>Names of industries as policies use them. Read from <c>rules/policies/industries.yaml</c>.</summary>
internal sealed class IndustryWords(IReadOnlyList<IndustryWord> words)
{
    public const string Schema = "greenfactory.policy-industries/v1";

    private readonly Dictionary<string, IndustryWord> _words = words.DistinctBy(w => w.Name).ToDictionary(w => w.Name, StringComparer.Ordinal);

    public IReadOnlyList<IndustryWord> All => words;

    public IEnumerable<string> Names => _words.Keys;

    public IndustryWord? Find(string name) => _words.GetValueOrDefault(name);

    /// <summary>Whether an industry is one of those named; null when the code is too short to tell.</summary>
    public bool? Has(IReadOnlyList<string> named, string? industry)
    {
        if (industry is null)
        {
            return null;
        }

        var codes = named.Select(Find).OfType<IndustryWord>().SelectMany(w => w.Codes).ToList();
        return codes.Any(c => industry.StartsWith(c, StringComparison.Ordinal)) ? true : codes.Any(c => c.StartsWith(industry, StringComparison.Ordinal)) ? null : false;
    }

    public static IndustryWords Read(Node? root, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        if (MapReader.OpenFile(root, Schema, bag) is not { } file)
        {
            return new IndustryWords([]);
        }

        var source = Provenance.Read(file, null);
        var words = new List<IndustryWord>();
        foreach (var node in file.List("industries"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var name = item.Scalar("name", required: true);
            var english = item.Text("en", required: true);
            var codes = item.ScalarList("codes");
            var roster = item.Flag("roster") ?? false;
            var own = Provenance.Read(item, source);
            item.Done();
            foreach (var code in codes.Where(c => !vocabulary.Industries.IsIndustry(c.Text)))
            {
                bag.Add(DiagnosticCodes.UnknownIndustry, code.Span, code.Text, NearestName.Hint(code.Text, vocabulary.Industries.Codes));
            }

            if (name is null || english is null)
            {
                continue;
            }

            if (words.Any(w => w.Name == name.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, name.Span, name.Text);
            }

            words.Add(new IndustryWord(name.Text, english, [.. codes.Select(c => c.Text)], roster, own?.Label ?? ProvenanceLabel.Assumed));
        }

        file.Done();
        return new IndustryWords(words);
    }
}
