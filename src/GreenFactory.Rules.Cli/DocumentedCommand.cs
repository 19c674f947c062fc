using System.CommandLine;

namespace GreenFactory.Rules.Cli;

/// <summary>A command that says which options it cannot do without and what its exit codes mean.</summary>
internal sealed class DocumentedCommand(string name, string description, string exits) : Command(name, description)
{
    public string Exits { get; } = exits;

    public IReadOnlyList<Option> Needed { get; init; } = [];
}
