using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ChatIntake.WeCom.Wire;

/// <summary>Text into and out of WeCom's XML.</summary>
public static class XmlText
{
    private static readonly XmlReaderSettings Untrusting = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <summary>The text without the characters that XML 1.0 cannot carry, such as most control characters.</summary>
    public static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD, which is legal.
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                legal.Append(rune);
        }
        return legal.ToString();
    }

    /// <summary>A CDATA section that means exactly this text, even where the text holds <c>]]&gt;</c>.</summary>
    public static string CData(string text) =>
        $"<![CDATA[{Legal(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>";

    /// <summary>Parses a document without DTDs; illegal characters are dropped only when it cannot be read otherwise.</summary>
    internal static XElement? Parse(string xml, out string problem)
    {
        xml = xml.TrimStart('\uFEFF').Trim();
        return TryParse(xml, out problem) ?? TryParse(Legal(xml), out _);
    }

    /// <summary>The trimmed text of a descendant, CDATA or plain; null when there is none.</summary>
    internal static string? Text(this XElement? parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            parent = parent?.Element(name);
        return parent?.Value.Trim();
    }

    private static XElement? TryParse(string xml, out string problem)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Untrusting);
            problem = "";
            return XDocument.Load(reader).Root;
        }
        catch (XmlException e)
        {
            problem = $"Not well-formed XML (line {e.LineNumber}, column {e.LinePosition}).";
            return null;
        }
    }
}
