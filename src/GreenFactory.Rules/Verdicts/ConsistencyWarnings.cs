using System.Runtime.CompilerServices;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Looks for totals that differ from their parts, for contradictions between facts and for expired evidence.</summary>
internal sealed class ConsistencyWarnings(ConsistencyProgram program, FrameBuilder frames)
{
    /// <summary>What is odd about facts does not hang on the pack: variants of a pack, judged on one frame by the thousand, share it.</summary>
    private readonly ConditionalWeakTable<EvaluationFrame, IReadOnlyList<VerdictWarning>> _ofFacts = [];

    public IReadOnlyList<VerdictWarning> Of(RuleProgram rules, EvaluationFrame frame, OutcomeTable outcomes, Conclusion conclusion)
    {
        var warnings = new List<VerdictWarning>();
        InForce(rules.Pack, frame, warnings);
        PassMark(rules, conclusion, warnings);
        warnings.AddRange(_ofFacts.GetValue(frame, OfFacts));
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes.Status(i) == FindingStatus.NotApplicable && rules.PolicyOf(rules.Rules[i]) == NotApplicablePolicy.Forbid)
            {
                Add(warnings, DiagnosticCodes.NotApplicableForbidden, rules.Rules[i].Definition.Id, rules.Rules[i].Definition.Id);
            }
        }

        return warnings;
    }

    private IReadOnlyList<VerdictWarning> OfFacts(EvaluationFrame frame)
    {
        var facts = frame.Facts;
        var warnings = new List<VerdictWarning>();
        var interpreter = new Interpreter(frames.Build(facts, frame.AsOf));
        foreach (var fact in program.Facts)
        {
            if (fact.Fact.Scope == FactScope.Factory)
            {
                Compare(fact, facts.Cells, null, e => interpreter.Evaluate(e), fact.Fact.Unit, warnings);
                continue;
            }

            for (var p = 0; p < (facts.Products?.Count ?? 0); p++)
            {
                var index = p;
                var product = facts.Products![p];
                var unit = product.CountedIn is { } counted ? fact.Fact.Unit.WithProduct(counted) : fact.Fact.Unit;
                Compare(fact, product.Cells, product.Id, e => interpreter.EvaluateProduct(e, index), unit, warnings);
            }
        }

        foreach (var (check, when) in program.Checks)
        {
            if (interpreter.Evaluate(when) == Value.True)
            {
                warnings.Add(new VerdictWarning { Code = DiagnosticCodes.Contradiction.Id, Message = Fill(check.Message, facts, interpreter), Path = check.Path });
            }
        }

        foreach (var evidence in facts.EvidenceList.Where(e => e.Expires < frame.AsOf))
        {
            Add(warnings, DiagnosticCodes.EvidenceExpired, evidence.Supports.Count > 0 ? evidence.Supports[0] : evidence.Id, evidence.Id, Scalars.Date(evidence.Expires!.Value));
        }

        return warnings;
    }

    private static void InForce(PackDefinition pack, EvaluationFrame frame, List<VerdictWarning> warnings)
    {
        if (frame.AsOf < pack.InForceFrom || frame.AsOf >= pack.InForceUntil)
        {
            Add(warnings, DiagnosticCodes.OutsideInForce, "as_of", pack.Id, Scalars.Date(frame.AsOf));
        }
    }

    /// <summary>No fact could close such a verdict, so the list of missing facts is silent about it.</summary>
    private static void PassMark(RuleProgram rules, Conclusion conclusion, List<VerdictWarning> warnings)
    {
        if (conclusion == Conclusion.Undetermined && rules.PassMark is null && rules.Pack.Conclusion?.PassMark is { } mark)
        {
            Add(warnings, DiagnosticCodes.PassMarkNotSet, mark.Text, mark.Text);
        }
    }

    private static void Compare(BoundFact fact, FactCell[] cells, string? product, Func<Bound, Value> evaluate, Unit unit, List<VerdictWarning> warnings)
    {
        var cell = cells[fact.Fact.Slot];
        if (cell.State != FactState.Known)
        {
            return;
        }

        var path = product is null ? fact.Fact.Path : $"products[{product}].{fact.Fact.Path}";
        if (fact.Applies is not null && evaluate(fact.Applies) == Value.False && !(fact.Type.Kind == ValueKind.Number && cell.Number == 0))
        {
            Add(warnings, DiagnosticCodes.StatedThoughNotApplicable, path, path);
        }

        if (fact.Derived is null || evaluate(fact.Derived) is not NumberValue derived || fact.Type.Kind != ValueKind.Number)
        {
            return;
        }

        var difference = Math.Abs(cell.Number - derived.Number);
        if (difference > fact.Fact.Tolerance * Math.Max(Math.Abs(cell.Number), Math.Abs(derived.Number)))
        {
            Add(warnings, DiagnosticCodes.TotalDiffers, path, path, new Quantity(cell.Number, unit), new Quantity(derived.Number, unit), $"{Scalars.Number(fact.Fact.Tolerance * 100)} %");
        }
    }

    private static void Add(List<VerdictWarning> warnings, DiagnosticCode code, string path, params object?[] arguments) =>
        warnings.Add(new VerdictWarning { Code = code.Id, Message = code.Format(arguments), Path = path });

    /// <summary>Puts the facts' own numbers into a check's message.</summary>
    private LocalizedText Fill(LocalizedText message, FactoryFacts facts, Interpreter interpreter)
    {
        return new LocalizedText(In(message.Zh), In(message.En));

        string In(string text) => ConsistencyCheck.Placeholder().Replace(text, match =>
        {
            var fact = facts.Vocabulary.Find(match.Groups[1].Value);
            if (fact is null || fact.Scope == FactScope.Product)
            {
                return match.Value;
            }

            var value = program.Facts.FirstOrDefault(f => f.Fact.Path == fact.Path) is { } computed
                ? interpreter.Evaluate(computed)
                : Interpreter.ToValue(facts.Cells[fact.Slot], ProgramNames.TypeOf(fact).Kind);
            return value switch
            {
                NumberValue number => new Quantity(number.Number, fact.Unit).ToString(),
                UnknownValue => "—",
                NotApplicableValue => "n/a",
                _ => value.Show(),
            };
        });
    }
}
