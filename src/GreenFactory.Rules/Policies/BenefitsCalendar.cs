using System.Globalization;
using System.Text;

namespace GreenFactory.Rules.Policies;

/// <summary>The deadlines of an answer as an iCalendar file, RFC 5545: all-day events, no clock in it.</summary>
internal static class BenefitsCalendar
{
    /// <summary>RFC 5545, 3.1: a line has at most 75 octets.</summary>
    private const int MostOctets = 75;

    public static string Write(BenefitsAnswer answer, Language language)
    {
        var outline = new BenefitsOutline(answer, language);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//GreenFactory.Rules//benefits//EN");
        foreach (var line in answer.Lines.Where(l => l.Due?.Date is not null && l.State != LineState.NotMet))
        {
            Event(text, line.Key, line.Due!.Date!.Value, outline.Heading(line), string.Join('\n', outline.Details(line)), answer);
        }

        foreach (var machine in answer.Machines.Where(m => m.Next is not null))
        {
            Event(text, $"{machine.Policy.Id}#{machine.Machine.Id}", machine.Next!.Value, outline.Of(machine.Machine.Title), outline.Machine(machine), answer);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, string key, DateOnly day, string summary, string description, BenefitsAnswer answer)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escape($"{key}.{Day(day)}.{answer.Factory.Id}")}@greenfactory.rules");
        Line(text, $"DTSTAMP:{Day(answer.AsOf)}T000000Z");
        Line(text, $"DTSTART;VALUE=DATE:{Day(day)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"DESCRIPTION:{Escape(description)}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A long line goes on in the next, after a blank; no character is cut.</summary>
    private static void Line(StringBuilder text, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
