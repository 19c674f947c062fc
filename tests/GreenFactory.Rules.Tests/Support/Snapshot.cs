using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>
/// Compares rendered text with a <c>*.verified.*</c> file beside the test, in Verify's naming. A difference leaves a
/// <c>*.received.*</c> file; to accept it, rename it over the verified one.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string extension = "txt", string? variant = null, [CallerFilePath] string source = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(source)}.{method}{(variant is null ? string.Empty : "_" + variant)}";
        var folder = Path.Combine(Repository.Root, Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(source)!));
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", StringComparison.Ordinal) : string.Empty;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new XunitException($"{name}: differs from {Path.GetFileName(verified)} at line {FirstDifference(expected, text)}. Received: {received}");
    }

    private static int FirstDifference(string expected, string actual)
    {
        var a = expected.Split('\n');
        var b = actual.Split('\n');
        var line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line])
        {
            line++;
        }

        return line + 1;
    }
}
