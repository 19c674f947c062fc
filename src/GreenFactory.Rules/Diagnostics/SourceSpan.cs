using System.Globalization;

namespace GreenFactory.Rules.Diagnostics;

/// <summary>A place in a file: name, line and column, both counted from 1. Line 0 means the file as a whole.</summary>
public readonly record struct SourceSpan
{
    /// <summary>Creates a place in a file.</summary>
    public SourceSpan(string file, int line, int column)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file as its reader named it; never an absolute machine path for packs inside the package.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 for the whole file.</summary>
    public int Line { get; }

    /// <summary>Column in UTF-16 units, from 1; 0 for the whole file.</summary>
    public int Column { get; }

    /// <summary>The place <paramref name="columns"/> further right on the same line.</summary>
    internal SourceSpan Shift(int columns) => new(File, Line, Column + columns);

    internal static SourceSpan WholeFile(string file) => new(file, 0, 0);

    /// <summary><c>file:line:column</c>, or just the file.</summary>
    public override string ToString() => Line == 0
        ? File ?? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
