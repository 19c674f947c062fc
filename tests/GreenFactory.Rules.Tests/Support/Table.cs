namespace GreenFactory.Rules.Tests.Support;

/// <summary>Table files of the form <c>what ⇶ expected</c>, one case a line; <c>#</c> begins a comment line.</summary>
internal static class Table
{
    public static IEnumerable<(int Line, string Left, string Right)> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('⇶');
            Assert.True(parts.Length == 2, $"{path}:{number}: one ⇶ a line");
            yield return (number, parts[0].TrimEnd(), parts[1].Trim());
        }
    }
}
