using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Evaluation;

/// <summary>The boundary tables (<c>Boundaries/*.txt</c>), each line judged by both engines.</summary>
public sealed class BoundaryTests
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Evaluation", "Boundaries");

    private static readonly RulePackCatalog Catalog = RulePackCatalog.Open(MemoryRules.Of(
        ("vocabulary/units.yaml", File.ReadAllText(Path.Combine(Repository.Rules, "vocabulary", "units.yaml"))),
        ("vocabulary/facts.yaml", File.ReadAllText(Path.Combine(Folder, "vocabulary.yaml"))),
        ("boundaries/2026/pack.yaml", File.ReadAllText(Path.Combine(Folder, "rules.yaml")))));

    private static readonly RulePack Pack = Catalog.Load("boundaries@2026");

    private static readonly RuleEvaluator[] Evaluators =
    [
        RuleEvaluator.Compile(Pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }),
        RuleEvaluator.Compile(Pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Compiled }),
    ];

    public static TheoryData<int, string, string, string> Scales()
    {
        var data = new TheoryData<int, string, string, string>();
        foreach (var (number, left, right) in Table.Read(Path.Combine(Folder, "scales.txt")))
        {
            var cells = left.Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(5, cells.Length);
            string[] paths = ["mark.leading", "mark.baseline", "x.amount", "x.output"];
            var facts = string.Join("\n  ", paths.Zip(cells.Skip(1), Fact).Where(f => f.Length > 0));
            foreach (var rule in cells[0].Split(' '))
            {
                data.Add(number, rule, $"schema: greenfactory.facts/v1\nperiod: 2026\nfacts:\n  {facts}\n", right);
            }
        }

        return data;
    }

    public static TheoryData<int, string, string, string> Products()
    {
        var data = new TheoryData<int, string, string, string>();
        string[] paths = ["product.amount", "product.output", "product.weight"];
        foreach (var (number, left, right) in Table.Read(Path.Combine(Folder, "products.txt")))
        {
            var text = new StringBuilder("schema: greenfactory.facts/v1\nperiod: 2026\nfacts: { mark.leading: 80 kgce/t, mark.baseline: 100 kgce/t }\n");
            if (left == "none")
            {
                text.Append("products: []\n");
            }
            else if (left != "unknown")
            {
                text.Append("products:\n");
                foreach (var (product, index) in left.Split(';', StringSplitOptions.TrimEntries).Select((p, i) => (p, i)))
                {
                    var facts = string.Join(", ", paths.Zip(product.Split(',', StringSplitOptions.TrimEntries), Fact).Where(f => f.Length > 0));
                    text.Append("  - { id: p").Append(index).Append(", facts: { ").Append(facts).Append(" } }\n");
                }
            }

            data.Add(number, "products", text.ToString(), right);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scales))]
    [MemberData(nameof(Products))]
    public void A_boundary_is_decided_alike_by_both_engines(int line, string rule, string facts, string expected)
    {
        Assert.True(line > 0);
        Assert.Equal(expected, Judge(Evaluators[0], rule, facts));
        Assert.Equal(expected, Judge(Evaluators[1], rule, facts));
    }

    private static string Judge(RuleEvaluator evaluator, string rule, string text)
    {
        FactoryFacts facts;
        try
        {
            facts = FactoryFacts.Parse(text, "row.yaml", Catalog.Vocabulary);
        }
        catch (InvalidInputException invalid)
        {
            return string.Join(' ', invalid.Diagnostics.Select(d => d.Code.Id));
        }

        var finding = evaluator.Evaluate(facts).Find(rule)!;
        var status = finding.Status switch
        {
            FindingStatus.Met => "met",
            FindingStatus.PartlyMet => "partly-met",
            FindingStatus.NotMet => "not-met",
            FindingStatus.NotApplicable => "not-applicable",
            _ => "insufficient-evidence",
        };
        if (finding.Status == FindingStatus.NotApplicable)
        {
            Assert.Null(finding.Points.Value);
            return status;
        }

        var points = finding.Points;
        return points.Value is { } value ? $"{status} {Scalars.Number(value)}" : $"{status} {Scalars.Number(points.Lower)}..{Scalars.Number(points.Upper)}";
    }

    private static string Fact(string path, string value) => value switch
    {
        "-" => string.Empty,
        "n/a" => $"{path}: {{ notApplicable: 没有 }}",
        _ => $"{path}: {value}",
    };
}
