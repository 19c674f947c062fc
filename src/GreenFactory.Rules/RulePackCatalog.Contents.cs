using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Crosswalks;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules;

/// <content>What the catalog has read.</content>
public sealed partial class RulePackCatalog
{
    /// <summary>What a source holds; pack files are read when somebody asks for the pack.</summary>
    private sealed class Contents
    {
        private readonly RulesSource _source;
        private readonly IReadOnlyList<string> _benchmarkFiles;
        private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ReadPack> _read;
        private readonly Lazy<(FactVocabulary Read, IReadOnlyList<Diagnostic> Faults)> _vocabulary;
        private readonly Lazy<(BenchmarkReader Reader, IReadOnlyList<Diagnostic> Faults)> _sourceBenchmarks;
        private readonly Lazy<(BenchmarkLibrary Read, IReadOnlyList<Diagnostic> Faults)> _benchmarks;
        private readonly Lazy<(IReadOnlyList<Crosswalk> Read, IReadOnlyList<Diagnostic> Faults)> _crosswalks;
        private readonly DocumentsAhead _benchmarkDocuments;
        private readonly Lock _lock;

        /// <param name="source">The files.</param>
        /// <param name="benchmarkFiles">Files of benchmark sets besides.</param>
        /// <param name="words">Contents whose vocabulary is the same; null when there are none.</param>
        /// <param name="numbers">Contents whose benchmarks in the source are the same; null when there are none.</param>
        public Contents(RulesSource source, IReadOnlyList<string> benchmarkFiles, Contents? words = null, Contents? numbers = null)
        {
            _source = source;
            _benchmarkFiles = benchmarkFiles;

            // The same files hold the same packs, whatever benchmarks are laid beside them.
            (_read, _lock) = words is not null && ReferenceEquals(words._source, source) ? (words._read, words._lock) : (new(StringComparer.Ordinal), new Lock());

            // Where another has read the benchmarks or will, the documents are its too: nobody would take a second set.
            _benchmarkDocuments = numbers?._benchmarkDocuments ?? new DocumentsAhead(source, [.. source.Paths.Where(p => p.StartsWith(BenchmarkReader.Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal))]);
            _vocabulary = words?._vocabulary ?? new Lazy<(FactVocabulary, IReadOnlyList<Diagnostic>)>(() => FactVocabulary.Of(source));
            _sourceBenchmarks = numbers?._sourceBenchmarks ?? new Lazy<(BenchmarkReader, IReadOnlyList<Diagnostic>)>(ReadSourceBenchmarks);
            _benchmarks = numbers is not null && numbers._benchmarkFiles.SequenceEqual(benchmarkFiles, StringComparer.Ordinal)
                ? numbers._benchmarks
                : new Lazy<(BenchmarkLibrary, IReadOnlyList<Diagnostic>)>(() => ReadBenchmarks(benchmarkFiles));
            _crosswalks = new Lazy<(IReadOnlyList<Crosswalk>, IReadOnlyList<Diagnostic>)>(ReadCrosswalks);

            // rules/<slug>/<edition>/pack.yaml: the folder is the id, so listing packs reads no file.
            foreach (var path in source.Paths.Where(p => p.EndsWith("/" + PackReader.FileName, StringComparison.Ordinal)))
            {
                var folder = path[..^(PackReader.FileName.Length + 1)];
                var parts = folder.Split('/');
                if (parts.Length >= 2 && PackId.TryParse($"{parts[^2]}@{parts[^1]}", out var id))
                {
                    _folders[id.ToString()] = folder;
                }
            }

            var ids = new List<PackId>();
            foreach (var key in _folders.Keys.Order(StringComparer.Ordinal))
            {
                if (PackId.TryParse(key, out var id))
                {
                    ids.Add(id);
                }
            }

            Ids = ids;
        }

        /// <summary>Files that no reader asks for: a folder named wrong, an ending nobody knows.</summary>
        public IEnumerable<string> UnusedFiles()
        {
            var folders = _folders.Values.ToList();
            return _source.Paths.Where(p => Path.GetExtension(p) is ".yaml" or ".yml" or ".csv" && !p.StartsWith(RulesSource.PolicyFolder, StringComparison.Ordinal) && !p.StartsWith(RulesSource.RankingFolder, StringComparison.Ordinal) && !IsUsed(p));

            bool IsUsed(string path) => path.EndsWith(".yaml", StringComparison.Ordinal)
                ? path.StartsWith(FactVocabularyReader.Folder, StringComparison.Ordinal)
                    || path.StartsWith(BenchmarkReader.Folder, StringComparison.Ordinal)
                    || path.StartsWith(CrosswalkReader.Folder, StringComparison.Ordinal)
                    || folders.Any(f => path.StartsWith(f + "/", StringComparison.Ordinal))
                : path is FactVocabularyReader.IndustryFile or FactVocabularyReader.RegionFile;
        }

        public FactVocabulary Vocabulary => _vocabulary.Value.Read;

        public IReadOnlyList<Diagnostic> VocabularyFaults => _vocabulary.Value.Faults;

        public BenchmarkLibrary Benchmarks => _benchmarks.Value.Read;

        public IReadOnlyList<Diagnostic> BenchmarkFaults => _benchmarks.Value.Faults;

        public (IReadOnlyList<Crosswalk> Read, IReadOnlyList<Diagnostic> Faults) Crosswalks => _crosswalks.Value;

        public IReadOnlyList<PackId> Ids { get; }

        public IEnumerable<string> Names => _folders.Keys.Order(StringComparer.Ordinal);

        public bool Has(PackId id) => _folders.ContainsKey(id.ToString());

        /// <summary>
        /// Starts what loading the first pack waits for on another thread, and reads meanwhile what needs none of it. Nothing
        /// else depends on it: who comes before it is done waits for it or does it himself.
        /// </summary>
        public void ReadAhead(PackId id)
        {
            if (_benchmarks.IsValueCreated)
            {
                return;
            }

            ThreadPool.UnsafeQueueUserWorkItem(
                static contents =>
                {
                    try
                    {
                        _ = contents._benchmarks.Value;
                    }
                    catch (Exception)
                    {
                        // Whoever asks for the value is told.
                    }
                },
                this,
                preferLocal: false);
            Definition(id, new DiagnosticBag());
            if (!_sourceBenchmarks.IsValueCreated)
            {
                _benchmarkDocuments.Read();
            }
        }

        public PackDefinition? Definition(PackId id, DiagnosticBag bag)
        {
            lock (_lock)
            {
                var key = id.ToString();
                if (!_read.TryGetValue(key, out var entry))
                {
                    entry = _folders.TryGetValue(key, out var folder) ? Read(id, folder) : new ReadPack(null, []);
                    _read[key] = entry;
                }

                bag.AddRange(entry.Faults);
                return entry.Definition;
            }
        }

        private (IReadOnlyList<Crosswalk> Read, IReadOnlyList<Diagnostic> Faults) ReadCrosswalks()
        {
            var bag = new DiagnosticBag();
            var reader = new CrosswalkReader(id => Definition(id, new DiagnosticBag()), Names, bag);
            var files = _source.Paths.Where(p => p.StartsWith(CrosswalkReader.Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal));
            return ([.. files.Select(f => reader.Read(_source.Read(f, bag))).OfType<Crosswalk>()], bag.ToList());
        }

        /// <summary>The benchmarks of the source, read once however many files of the user's are laid over them.</summary>
        private (BenchmarkReader Reader, IReadOnlyList<Diagnostic> Faults) ReadSourceBenchmarks()
        {
            var bag = new DiagnosticBag();
            var reader = new BenchmarkReader(Vocabulary, bag);
            foreach (var root in _benchmarkDocuments.Take(bag))
            {
                reader.Read(root);
            }

            return (reader, bag.ToList());
        }

        private (BenchmarkLibrary Read, IReadOnlyList<Diagnostic> Faults) ReadBenchmarks(IReadOnlyList<string> files)
        {
            var bag = new DiagnosticBag();
            var (reader, faults) = _sourceBenchmarks.Value;
            bag.AddRange(faults);
            if (files.Count > 0)
            {
                reader = BenchmarkReader.After(reader, Vocabulary, bag);
                foreach (var file in files)
                {
                    reader.Read(DocumentReader.ReadFile(file, file.Replace('\\', '/'), bag));
                }
            }

            var library = reader.Build();
            Adjustments.Check(library, Vocabulary, bag);
            return (library, bag.ToList());
        }

        private ReadPack Read(PackId id, string folder)
        {
            var bag = new DiagnosticBag();
            var main = $"{folder}/{PackReader.FileName}";
            var files = _source.Paths
                .Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal) && !p.EndsWith(".cases.yaml", StringComparison.Ordinal) && p != main)
                .ToList();
            var definition = new PackReader(bag).Read(_source.Read(main, bag), [.. files.Select(f => _source.Read(f, bag))], id);
            if (definition is not null && definition.Id != id)
            {
                bag.Add(DiagnosticCodes.PackFolderMismatch, definition.Span, definition.Id, $"{definition.Id.Slug}/{definition.Id.Edition}", folder);
            }

            return new ReadPack(definition is null ? null : definition with { Files = [main, .. files] }, bag.ToList());
        }

        private sealed record ReadPack(PackDefinition? Definition, IReadOnlyList<Diagnostic> Faults);
    }
}
