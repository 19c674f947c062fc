namespace GreenFactory.Rules;

/// <summary>The language a text is rendered in; chosen per call, never taken from the machine.</summary>
public enum Language
{
    /// <summary>中文 (the default everywhere).</summary>
    Chinese = 0,

    /// <summary>English.</summary>
    English = 1,
}
