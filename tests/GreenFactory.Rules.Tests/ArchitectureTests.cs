using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using GreenFactory.Rules.Tests.Support;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace GreenFactory.Rules.Tests;

/// <summary>Rooms are folders, and arrows between them go one way.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Later rooms may use earlier ones, never the reverse. The root (the evaluator, packs and their catalog) is a room as well.</summary>
    private static readonly string[] Rooms =
    [
        "Text", "Diagnostics", "Documents", "Quantities", "Facts", "Benchmarks", "Expressions", "Packs", "Programs",
        "Evaluation", "Scoring", "Verdicts", "Blocks", "Rendering", Root, "Cases", "Coverage", "Mutations", "Differences", "Populations", "Analysis", "Policies", "Rankings",
    ];

    private const string Root = "the root";
    private const string Library = "GreenFactory.Rules";

    private static readonly string Source = Path.Combine(Repository.Root, "src", Library);
    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(typeof(Verdict).Assembly).Build();
    private static readonly Dictionary<string, string> RoomOfType = ReadRooms();

    [Fact]
    public void Every_folder_is_a_room_with_its_place_in_the_order()
    {
        var folders = Directory.GetDirectories(Source).Select(Path.GetFileName).Where(f => f is not ("bin" or "obj"));
        Assert.Equal(Rooms.Where(r => r != Root).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_stands_in_a_known_room()
    {
        var strangers = Architecture.Types.Where(t => t.FullName.StartsWith(Library, StringComparison.Ordinal) && RoomOf(t) is null).Select(t => t.FullName).ToList();
        Assert.True(strangers.Count == 0, string.Join("\n", strangers));
        Assert.True(RoomOfType.Count > 150, $"{RoomOfType.Count}");
    }

    [Fact]
    public void Rooms_use_only_rooms_before_them()
    {
        var arrows = Architecture.Types
            .Select(t => (Type: t, Room: RoomOf(t)))
            .Where(t => t.Room is not null)
            .SelectMany(t => t.Type.Dependencies.Select(d => (From: t.Type, t.Room, To: d.Target, Other: RoomOf(d.Target))))
            .Where(d => d.Other is not null && Array.IndexOf(Rooms, d.Other) > Array.IndexOf(Rooms, d.Room))
            .Select(d => $"{d.Room} → {d.Other}: {Outer(d.From.FullName)} uses {Outer(d.To.FullName)}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(arrows.Count == 0, string.Join("\n", arrows));
    }

    [Fact]
    public void The_arrows_are_really_seen()
    {
        var seen = Architecture.Types.Where(t => RoomOf(t) == "Documents").SelectMany(t => t.Dependencies).Select(d => RoomOf(d.Target)).ToHashSet();
        Assert.Contains("Diagnostics", seen);
        Assert.Contains(Architecture.Types.Where(t => RoomOf(t) == "Verdicts").SelectMany(t => t.Dependencies), d => RoomOf(d.Target) == "Scoring");
        Assert.Contains(Architecture.Types.Where(t => RoomOf(t) == Root).SelectMany(t => t.Dependencies), d => RoomOf(d.Target) == "Programs");
    }

    [Fact]
    public void The_yaml_library_is_met_in_one_room()
    {
        var files = Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsBuilt(f) && File.ReadAllText(f).Contains("YamlDotNet", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Source, f).Replace('\\', '/'))
            .ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.StartsWith("Documents/Yaml/", f, StringComparison.Ordinal));
        var users = Architecture.Types.Where(t => t.Dependencies.Any(d => d.Target.FullName.StartsWith("YamlDotNet", StringComparison.Ordinal)));
        Assert.All(users, t => Assert.StartsWith($"{Library}.Documents.Yaml.", t.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public void A_public_signature_speaks_only_of_this_library_and_of_the_runtime()
    {
        var strangers = typeof(Verdict).Assembly.GetExportedTypes()
            .SelectMany(type => Spoken(type).Select(other => (type, other)))
            .Where(p => p.other.Assembly != typeof(Verdict).Assembly && !IsRuntime(p.other.Assembly))
            .Select(p => $"{p.type} speaks of {p.other}")
            .ToList();
        Assert.True(strangers.Count == 0, string.Join("\n", strangers));
    }

    [Fact]
    public void Public_types_live_in_the_root_namespace_or_in_their_room()
    {
        var misplaced = typeof(Verdict).Assembly.GetExportedTypes()
            .Where(t => t.Namespace != Library && !(t.Namespace!.StartsWith(Library + ".", StringComparison.Ordinal) && Rooms.Contains(t.Namespace[(Library.Length + 1)..].Split('.')[0])))
            .ToList();
        Assert.True(misplaced.Count == 0, string.Join("\n", misplaced));
    }

    [Fact]
    public void A_type_of_a_room_stands_in_the_namespace_of_its_folder_or_of_the_root()
    {
        foreach (var file in Sources())
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Source, file))!.Replace('\\', '/').Replace('/', '.');
            var expected = folder.Length == 0 ? Library : $"{Library}.{folder}";
            var actual = NamespacePattern().Match(File.ReadAllText(file)).Groups[1].Value;
            Assert.True(actual == Library || actual == expected, $"{file}: namespace {actual}, folder {folder}");
        }
    }

    [Fact]
    public void Projects_refer_to_each_other_only_downward()
    {
        // Host and tool above, library below; the tests see all.
        var order = new[] { Library, "GreenFactory.Rules.NRules", "GreenFactory.Rules.Tables", "GreenFactory.Rules.DuckDb", "GreenFactory.Rules.Reporting", "GreenFactory.Rules.Testing", "GreenFactory.Rules.AspNetCore", "GreenFactory.Rules.Cli" };
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Contains(projects, p => Path.GetFileNameWithoutExtension(p) == Library);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.Contains(name, order);
            foreach (var reference in XDocument.Load(project).Descendants("ProjectReference"))
            {
                var other = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));
                Assert.True(Array.IndexOf(order, other) is var at and >= 0 && at < Array.IndexOf(order, name), $"{name} refers to {other}");
            }
        }

        var packages = XDocument.Load(Path.Combine(Source, Library + ".csproj")).Descendants("PackageReference").Where(p => (string?)p.Attribute("PrivateAssets") != "all").Select(p => (string)p.Attribute("Include")!);
        Assert.Equal(["YamlDotNet"], packages);
    }

    private static string? RoomOf(IType type) => RoomOfType.GetValueOrDefault(Outer(type.FullName));

    /// <summary>The type that is written in a file: nested and made-up types belong to it; generics lose their arity.</summary>
    private static string Outer(string fullName)
    {
        var end = fullName.IndexOfAny(['+', '/', '`', '<', '[']);
        return end < 0 ? fullName : fullName[..end];
    }

    private static Dictionary<string, string> ReadRooms()
    {
        var rooms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Sources())
        {
            var folder = Path.GetRelativePath(Source, file).Replace('\\', '/');
            var room = folder.Contains('/', StringComparison.Ordinal) ? folder.Split('/')[0] : Root;
            var text = File.ReadAllText(file);
            var space = NamespacePattern().Match(text).Groups[1].Value;
            foreach (Match declaration in DeclarationPattern().Matches(text))
            {
                rooms[$"{space}.{declaration.Groups[1].Value}"] = room;
            }
        }

        return rooms;
    }

    private static IEnumerable<string> Sources() => Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories).Where(f => !IsBuilt(f));

    private static bool IsBuilt(string file) => Path.GetRelativePath(Source, file).Replace('\\', '/') is var path && (path.StartsWith("bin/", StringComparison.Ordinal) || path.StartsWith("obj/", StringComparison.Ordinal));

    private static bool IsRuntime(Assembly assembly) => assembly.GetName().Name is "System.Private.CoreLib" or "netstandard" or "mscorlib" || assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);

    private static IEnumerable<Type> Spoken(Type type)
    {
        var types = new List<Type?> { type.BaseType };
        types.AddRange(type.GetInterfaces());
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            switch (member)
            {
                case MethodBase method:
                    types.AddRange(method.GetParameters().Select(p => p.ParameterType));
                    types.Add((method as MethodInfo)?.ReturnType);
                    break;
                case PropertyInfo property:
                    types.Add(property.PropertyType);
                    break;
                case FieldInfo field:
                    types.Add(field.FieldType);
                    break;
            }
        }

        return types.OfType<Type>().SelectMany(Parts).Distinct();

        static IEnumerable<Type> Parts(Type t) => t.HasElementType ? Parts(t.GetElementType()!) : t.IsGenericType ? t.GetGenericArguments().SelectMany(Parts).Append(t) : [t];
    }

    [GeneratedRegex("^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^(?:public|internal)[a-z ]*? (?:class|record struct|record|struct|interface|enum|delegate [A-Za-z<>\[\]?]+) ([A-Za-z0-9_]+)", RegexOptions.Multiline)]
    private static partial Regex DeclarationPattern();
}
