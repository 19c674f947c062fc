using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Expressions.Binding;

/// <summary>Where an expression stands: decides which facts it can read.</summary>
internal enum BindingDomain
{
    Factory,
    Product,
    Year,
}

/// <summary>Gives names their meaning; reports and returns null for a name nobody knows.</summary>
internal interface INameResolver
{
    Bound? Resolve(string path, BindingDomain domain, SourceSpan span, DiagnosticBag bag);
}
