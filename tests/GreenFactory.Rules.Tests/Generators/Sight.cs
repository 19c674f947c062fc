using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Evaluates parts of a pack for a factory that is still being put together: its cells may change between two looks.</summary>
internal sealed class Sight
{
    private readonly EvaluationFrame _frame;

    public Sight(FrameBuilder frames, FactoryFacts facts, DateOnly asOf) => _frame = frames.Build(facts, asOf);

    public Value Factory(Bound bound) => new Interpreter(_frame).Evaluate(bound);

    public Value At(Bound bound, Place place) => place.Kind switch
    {
        PlaceKind.ProductFact => new Interpreter(_frame).EvaluateProduct(bound, place.Index),
        PlaceKind.PastFact => new Interpreter(_frame).EvaluateYear(bound, _frame.Facts.Period.Year - place.Index),
        _ => Factory(bound),
    };

    public Value Product(Bound bound, int product) => new Interpreter(_frame).EvaluateProduct(bound, product);
}
