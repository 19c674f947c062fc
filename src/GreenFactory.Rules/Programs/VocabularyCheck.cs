using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>Binds every derived fact and every check of a vocabulary, whether a pack uses it or not.</summary>
internal static class VocabularyCheck
{
    public static IReadOnlyList<Diagnostic> Run(FactVocabulary vocabulary)
    {
        var bag = new DiagnosticBag();
        Bind(vocabulary, bag);
        return bag.ToList();
    }

    public static ConsistencyProgram Bind(FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var names = new ProgramNames(vocabulary, new Dictionary<string, BoundConstant>(StringComparer.Ordinal));
        var facts = new List<BoundFact>();
        foreach (var fact in vocabulary.Facts.Where(f => f.Derived is not null || f.Applies is not null))
        {
            var domain = fact.Scope == FactScope.Product ? BindingDomain.Product : BindingDomain.Factory;
            if (names.Fact(fact, domain, fact.Span, bag) is { } bound)
            {
                facts.Add(bound);
            }
        }

        var checks = new List<(ConsistencyCheck, Bound)>();
        foreach (var check in vocabulary.Checks)
        {
            if (Binder.BindTruth(check.When, names, vocabulary.Units, BindingDomain.Factory, bag) is { } bound)
            {
                checks.Add((check, bound));
            }
        }

        return new ConsistencyProgram(names.Externals, facts, checks);
    }
}

/// <summary>What is compared to find contradictions between facts.</summary>
internal sealed record ConsistencyProgram(ExternalTable Externals, IReadOnlyList<BoundFact> Facts, IReadOnlyList<(ConsistencyCheck Check, Bound When)> Checks);
