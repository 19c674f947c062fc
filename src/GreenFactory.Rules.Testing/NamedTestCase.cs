using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GreenFactory.Rules.Testing;

/// <summary>A test called what its last argument says.</summary>
internal sealed class NamedTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills in what it kept of a test.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer.", error: true)]
    public NamedTestCase()
    {
    }

    public NamedTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[] arguments)
        : base(sink, display, options, method, arguments)
    {
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => (string)TestMethodArguments[^1];
}
