namespace GreenFactory.Rules;

/// <summary>One text in Chinese and English. Immutable.</summary>
public sealed record LocalizedText
{
    /// <summary>Creates a text from its two readings.</summary>
    public LocalizedText(string zh, string en)
    {
        ArgumentNullException.ThrowIfNull(zh);
        ArgumentNullException.ThrowIfNull(en);
        Zh = zh;
        En = en;
    }

    /// <summary>The Chinese reading.</summary>
    public string Zh { get; }

    /// <summary>The English reading.</summary>
    public string En { get; }

    /// <summary>The reading in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.English ? En : Zh;

    /// <summary>The Chinese reading.</summary>
    public override string ToString() => Zh;

    internal static LocalizedText Same(string text) => new(text, text);
}
