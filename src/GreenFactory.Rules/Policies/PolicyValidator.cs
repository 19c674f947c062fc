using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Policies;

/// <summary>Checks what a policy file refers to: areas, footnotes, documents, names of industries.</summary>
internal static class PolicyValidator
{
    public static void Validate(PolicyDefinition policy, IndustryWords industries, DiagnosticBag bag)
    {
        policy.Citations.CheckDocuments(policy.Documents, policy.Documents, bag);
        var areas = policy.Areas.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var notes = policy.Footnotes.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var line in policy.Lines)
        {
            Known(areas, line.Area, ReferenceKinds.Area, line.Span);
            foreach (var doubt in line.Doubts)
            {
                Known(areas, doubt.LikelyArea, ReferenceKinds.Area, line.Span);
            }

            Notes(line.Footnotes, line.Span);
        }

        foreach (var target in policy.Targets)
        {
            Known(areas, target.Area, ReferenceKinds.Area, target.Span);
            Notes(target.Footnotes, target.Span);
        }

        foreach (var machine in policy.Machines)
        {
            Known(areas, machine.Area, ReferenceKinds.Area, machine.Span);
        }

        foreach (var list in policy.Priorities)
        {
            Known(areas, list.Area, ReferenceKinds.Area, list.Span);
            foreach (var name in list.Industries.Where(n => industries.Find(n) is null))
            {
                bag.Add(DiagnosticCodes.UnknownReference, list.Span, ReferenceKinds.Industry, name, NearestName.Hint(name, industries.Names));
            }
        }

        Notes(policy.Count?.Footnotes ?? [], policy.Span);

        void Notes(IReadOnlyList<string> used, SourceSpan span)
        {
            foreach (var note in used)
            {
                Known(notes, note, ReferenceKinds.Footnote, span);
            }
        }

        void Known(HashSet<string> legal, string? name, LocalizedText kind, SourceSpan span)
        {
            if (name is not null && !legal.Contains(name))
            {
                bag.Add(DiagnosticCodes.UnknownReference, span, kind, name, NearestName.Hint(name, legal));
            }
        }
    }
}
