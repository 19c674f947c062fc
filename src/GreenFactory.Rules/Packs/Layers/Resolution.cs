using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>A pack put together: its content as one pack file, the layers it was made of, lowest first, and what each changed.</summary>
internal sealed record Resolution(MapNode Content, IReadOnlyList<string> Layers, IReadOnlyList<PackChange> Changes, Func<string, string?> LayerOf);
