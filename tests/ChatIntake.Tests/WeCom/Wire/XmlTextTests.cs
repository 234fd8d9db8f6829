using System.Xml.Linq;
using ChatIntake.WeCom.Wire;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Wire;

public sealed class XmlTextTests
{
    [TestCase("a\0b\vc\u001Fd\uFFFEe", "abcde")]
    [TestCase("tab\tline\nend", "tab\tline\nend")]
    [TestCase("🖨", "🖨")]
    public void Only_characters_that_XML_cannot_carry_are_dropped(string text, string legal) =>
        Assert.That(XmlText.Legal(text), Is.EqualTo(legal));

    [Test]
    public void Half_a_character_is_replaced() => Assert.That(XmlText.Legal("x\uD83Dy"), Is.EqualTo("x\uFFFDy"));

    [Test]
    public void A_CDATA_section_means_the_text_that_was_put_in() =>
        Gen.OneOf(Gen.String, Gen.OneOf("]]>", "]]", "]", ">", "<![CDATA[", "&lt;")).Array[0, 8].Select(string.Concat)
            .Sample(text =>
            {
                var expected = XmlText.Legal(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
                return XDocument.Parse($"<a>{XmlText.CData(text)}</a>", LoadOptions.PreserveWhitespace).Root!.Value == expected;
            });
}
