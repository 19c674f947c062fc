using System.Globalization;
using System.Text;
using System.Xml;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Results of cases as JUnit XML, which build servers read. No times: the same run gives the same bytes.</summary>
internal static class TestJUnit
{
    public static string Write(CaseSuiteResult result, Speech speech)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            Count(xml, result.Passed + result.Failed, result.Failed);
            foreach (var file in result.Files)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", file.File);
                Count(xml, file.Cases.Count, file.Cases.Count(c => !c.Passed));
                foreach (var one in file.Cases)
                {
                    xml.WriteStartElement("testcase");
                    xml.WriteAttributeString("name", Printable.Line(one.Case.Name));
                    xml.WriteAttributeString("classname", Printable.Line(one.Case.Rule is { } rule ? $"{file.Pack}.{rule.Text}" : file.Pack ?? file.File));
                    xml.WriteAttributeString("file", one.File);
                    xml.WriteAttributeString("line", Number(one.Case.Span.Line));
                    Failure(xml, one.Passed, one.Lines, () => new TestReport(speech, VerdictText.DefaultWidth).Detail(one));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            if (result.Fixtures.Count > 0)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", "variants");
                Count(xml, result.Fixtures.Count, result.Fixtures.Count(f => !f.Passed));
                foreach (var one in result.Fixtures)
                {
                    xml.WriteStartElement("testcase");
                    xml.WriteAttributeString("name", one.Folder);
                    xml.WriteAttributeString("classname", one.Pack);
                    Failure(xml, one.Passed, one.Lines, () => string.Join('\n', one.Diagnostics.Select(d => d.Render(speech.Language))));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();

        void Failure(XmlWriter xml, bool passed, IReadOnlyList<CaseLine> lines, Func<string> detail)
        {
            if (passed)
            {
                return;
            }

            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Printable.Line(lines.FirstOrDefault(l => !l.Same)?.Difference.In(speech.Language) ?? string.Empty));
            xml.WriteString(string.Join('\n', detail().Split('\n').Select(Printable.Line)));
            xml.WriteEndElement();
        }
    }

    private static void Count(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
