using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Cases;

/// <summary>The pack a file lies beside: <c>root/slug/edition/pack.yaml</c>.</summary>
internal sealed record PackFolder(string Root, string Pack, string Folder)
{
    /// <summary>The nearest folder upward that is one of a pack; null when there is none.</summary>
    public static PackFolder? Above(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, PackReader.FileName)) && folder.Parent?.Parent is { } root)
            {
                return new PackFolder(root.FullName, $"{folder.Parent.Name}@{folder.Name}", folder.FullName);
            }
        }

        return null;
    }
}
