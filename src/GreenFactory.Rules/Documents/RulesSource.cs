using System.Reflection;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Where rule files come from: the package itself, or a folder laid over it. Read-only; paths use '/'.</summary>
internal abstract class RulesSource
{
    /// <summary>Where policies lie; their own catalog reads them.</summary>
    public const string PolicyFolder = "policies/";

    /// <summary>Where rules about populations lie; their own catalog reads them.</summary>
    public const string RankingFolder = "rankings/";

    private const string ResourcePrefix = "rules/";

    public static RulesSource Package { get; } = new EmbeddedSource(typeof(RulesSource).Assembly);

    /// <summary>All files, by ordinal path.</summary>
    public abstract IReadOnlyList<string> Paths { get; }

    /// <summary>The raw bytes of one file; null when it cannot be read (the bag says why).</summary>
    public abstract byte[]? ReadBytes(string path, DiagnosticBag bag);

    /// <summary>What the file is called in diagnostics.</summary>
    public virtual string ShownAs(string path) => ResourcePrefix + path;

    public Node? Read(string path, DiagnosticBag bag) =>
        ReadBytes(path, bag) is { } bytes ? DocumentReader.ReadBytes(bytes, ShownAs(path), bag) : null;

    /// <summary>True when every file below <paramref name="folder"/> is the package's own.</summary>
    public virtual bool ReplacesNothingIn(string folder) => ReferenceEquals(this, Package);

    /// <summary>A folder; the bag says when there is none or when it holds too much.</summary>
    public static RulesSource Directory(string folder, DiagnosticBag bag) => new FolderSource(folder, bag);

    /// <summary>Files of <paramref name="upper"/> replace files of the same path below; the others stay.</summary>
    public static RulesSource Layer(RulesSource lower, RulesSource upper) => new LayeredSource(lower, upper);

    private sealed class EmbeddedSource : RulesSource
    {
        private readonly Assembly _assembly;

        public EmbeddedSource(Assembly assembly)
        {
            _assembly = assembly;
            Paths = [.. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                .Select(name => name[ResourcePrefix.Length..])
                .Order(StringComparer.Ordinal)];
        }

        public override IReadOnlyList<string> Paths { get; }

        public override byte[]? ReadBytes(string path, DiagnosticBag bag)
        {
            using var stream = _assembly.GetManifestResourceStream(ResourcePrefix + path);
            if (stream is null)
            {
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private sealed class FolderSource : RulesSource
    {
        private const int MostFiles = 20_000;
        private readonly string _folder;

        public FolderSource(string folder, DiagnosticBag bag)
        {
            _folder = Path.GetFullPath(folder);
            if (!System.IO.Directory.Exists(_folder))
            {
                bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(folder), new LocalizedText("没有这个文件夹", "there is no such folder"));
                Paths = [];
                return;
            }

            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 12, AttributesToSkip = FileAttributes.ReparsePoint };
            var files = System.IO.Directory.EnumerateFiles(_folder, "*", options).Where(IsRuleFile).Take(MostFiles + 1).ToList();
            if (files.Count > MostFiles)
            {
                bag.Add(DiagnosticCodes.TooMany, SourceSpan.WholeFile(folder), new LocalizedText("文件", "files"), MostFiles);
            }

            Paths = CaseFixtures.Outside([.. files.Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]);
        }

        public override IReadOnlyList<string> Paths { get; }

        public override string ShownAs(string path)
        {
            // Shown the way the caller would type it: relative to where the process stands, if it lies below.
            var shown = Path.GetRelativePath(System.IO.Directory.GetCurrentDirectory(), Path.Combine(_folder, path));
            return (shown.StartsWith("..", StringComparison.Ordinal) ? Path.Combine(_folder, path) : shown).Replace('\\', '/');
        }

        public override byte[]? ReadBytes(string path, DiagnosticBag bag) => BoundedFile.Read(Path.Combine(_folder, path), ShownAs(path), bag);

        /// <summary>Files named .yml are listed too, so that somebody can say that they are not read.</summary>
        private static bool IsRuleFile(string file) =>
            Path.GetExtension(file) is ".yaml" or ".yml" or ".csv" && !file.EndsWith(".cases.yaml", StringComparison.Ordinal);
    }

    private sealed class LayeredSource : RulesSource
    {
        private readonly RulesSource _lower;
        private readonly RulesSource _upper;
        private readonly HashSet<string> _replaced;

        public LayeredSource(RulesSource lower, RulesSource upper)
        {
            _lower = lower;
            _upper = upper;
            _replaced = new HashSet<string>(upper.Paths, StringComparer.Ordinal);
            Paths = [.. lower.Paths.Concat(upper.Paths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }

        public override IReadOnlyList<string> Paths { get; }

        public override string ShownAs(string path) => Owner(path).ShownAs(path);

        public override bool ReplacesNothingIn(string folder) =>
            _lower.ReplacesNothingIn(folder) && !_replaced.Any(p => p.StartsWith(folder, StringComparison.Ordinal));

        public override byte[]? ReadBytes(string path, DiagnosticBag bag) => Owner(path).ReadBytes(path, bag);

        private RulesSource Owner(string path) => _replaced.Contains(path) ? _upper : _lower;
    }
}
