using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Expressions.Evaluation;

/// <summary>
/// Everything an evaluation reads: facts of the factory, its products and earlier years, and the coefficients and
/// benchmarks that apply on the as-of date. Built once per evaluation, then only read.
/// </summary>
internal sealed class EvaluationFrame
{
    public required FactoryFacts Facts { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>Coefficients and factory-scope benchmark columns, by the program's index.</summary>
    public required FactCell[] Externals { get; init; }

    /// <summary>Product-scope benchmark columns, by product and the program's index; empty when no product is known.</summary>
    public required FactCell[][] ProductExternals { get; init; }

    public FactCell Context(ContextName name) => name switch
    {
        ContextName.AsOf => FactCell.Of(AsOf),
        ContextName.PeriodStart => FactCell.Of(Facts.Period.FirstDay),
        ContextName.PeriodEnd => FactCell.Of(Facts.Period.LastDay),
        ContextName.FactoryId => OrUnknown(Facts.Identity.Id),
        ContextName.FactoryName => OrUnknown(Facts.Identity.Name),
        ContextName.FactoryRegion => OrUnknown(Facts.Identity.Region),
        ContextName.FactoryIndustry => OrUnknown(Facts.Identity.Industry),
        _ => Facts.Identity.Founded is { } founded ? FactCell.Of(founded) : default,
    };

    private static FactCell OrUnknown(string? text) => text is null ? default : FactCell.Of(text);
}
