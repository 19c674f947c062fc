using Xunit.Abstractions;
using Xunit.Sdk;

namespace GreenFactory.Rules.Testing;

/// <summary>Finds the cases for <see cref="RuleCasesAttribute"/>. xunit makes it; nobody else needs to.</summary>
/// <param name="diagnosticMessageSink">Where xunit wants to be told of trouble.</param>
public sealed class RuleCaseDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <summary>One test per case, by file and in the order of the file.</summary>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(discoveryOptions);
        ArgumentNullException.ThrowIfNull(factAttribute);
        var folder = factAttribute.GetConstructorArguments().OfType<string>().Single();
        var found = RuleCases.Find(folder).ToList();
        if (found.Count == 0)
        {
            return [new ExecutionErrorTestCase(
                diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, $"There are no cases in '{folder}'.")];
        }

        return found.Select(f => new NamedTestCase(
            diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, [f.File, f.Sentence]));
    }
}
