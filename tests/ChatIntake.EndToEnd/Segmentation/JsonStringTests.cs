using System.Text;
using System.Text.Json;
using ChatIntake.Host.Cli;

namespace ChatIntake.EndToEnd.Segmentation;

/// <summary>Our own reading and writing of JSON strings.</summary>
internal sealed class JsonStringTests
{
    [TestCase("\"\"", "")]
    [TestCase("\"复工\"", "复工")]
    [TestCase(" \t\"a\" \r", "a")]
    [TestCase("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [TestCase("\"\\u590D\\u5de5\"", "复工")]
    [TestCase("\"\\ud83d\\ude00😀\"", "😀😀")]
    [TestCase("\"\u007f\u2028\"", "\u007f\u2028")]
    public void A_string_is_read(string line, string text)
    {
        var reader = new JsonStringReader();

        Assert.Multiple(() =>
        {
            Assert.That(reader.Read(Encoding.UTF8.GetBytes(line)), Is.Null);
            Assert.That(reader.Text.ToString(), Is.EqualTo(text));
        });
    }

    // Attributes cannot carry them.
    [Test]
    public void Lone_surrogates_are_read()
    {
        var reader = new JsonStringReader();

        Assert.Multiple(() =>
        {
            Assert.That(reader.Read("\"x\\udc0d\\uD83Dy\\ud83d\""u8), Is.Null);
            Assert.That(reader.Text.ToString(), Is.EqualTo("x\udc0d\ud83dy\ud83d"));
        });
    }

    [TestCase("")]
    [TestCase("  \r")]
    [TestCase("复工")]
    [TestCase("[\"复工\"]")]
    [TestCase("null")]
    [TestCase("'a'")]
    [TestCase("\"")]
    [TestCase("\"a")]
    [TestCase("\"a\\\"")]
    [TestCase("\"a\"b")]
    [TestCase("\"a\" \"b\"")]
    [TestCase("\"a\tb\"")]
    [TestCase("\"a\0b\"")]
    [TestCase("\"\\x41\"")]
    [TestCase("\"\\U0041\"")]
    [TestCase("\"\\u12\"")]
    [TestCase("\"\\u12g4\"")]
    [TestCase("\"\\u+123\"")]
    [TestCase("\"\\")]
    public void What_is_no_string_is_refused_with_a_reason(string line) => Assert.That(new JsonStringReader().Read(Encoding.UTF8.GetBytes(line)), Is.Not.Empty);

    [TestCase(new byte[] { 0xff })]
    [TestCase(new byte[] { 0xe5, 0xa4 })]
    [TestCase(new byte[] { 0xed, 0xa0, 0xbd }, Description = "a surrogate as UTF-8")]
    [TestCase(new byte[] { 0xc0, 0x80 })]
    public void What_is_not_UTF_8_is_refused(byte[] bytes) =>
        Assert.That(new JsonStringReader().Read([(byte)'"', .. bytes, (byte)'"']), Does.Contain("UTF-8"));

    [Test]
    public void A_reader_forgets_what_it_read_before()
    {
        var reader = new JsonStringReader();
        reader.Read("\"a long one that comes first\""u8);
        reader.Read("\"b\""u8);

        Assert.That(reader.Text.ToString(), Is.EqualTo("b"));
    }

    [Test]
    public void Whatever_is_written_is_read_again()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Any(random))]);
            var line = Written(text)[1..^2];
            var reader = new JsonStringReader();
            Assert.That((reader.Read(Encoding.UTF8.GetBytes(line)), reader.Text.ToString()), Is.EqualTo(((string?)null, text)));
        }
    }

    [Test]
    public void Only_what_must_be_is_escaped() => Assert.That(
        Written("复工😀é/", "\u007f\u0085\u2028\u2029", "\"\\\b\f\n\r\t\u0001\u001f", "\ud83d", "\udc0dx\ud83d", ""),
        Is.EqualTo("[\"复工😀é/\",\"\\u007f\\u0085\\u2028\\u2029\",\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\",\"\\ud83d\",\"\\udc0dx\\ud83d\",\"\"]\n"));

    [Test]
    public void Other_readers_read_it() =>
        Assert.That(JsonSerializer.Deserialize<string[]>(Written("\u0001复\"工\\", "\u2028")), Is.EqualTo(new[] { "\u0001复\"工\\", "\u2028" }));

    [Test]
    public void An_array_of_nothing_is_empty() => Assert.That(Written(), Is.EqualTo("[]\n"));

    private static string Written(params string[] items)
    {
        using var output = new MemoryStream();
        using var writer = new JsonArrayWriter(output);
        writer.Begin();
        foreach (var item in items) writer.Add(item);
        writer.End();
        writer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static char Any(Random random) => random.Next(4) switch
    {
        0 => (char)random.Next(0x80),
        1 => (char)random.Next(0xd800, 0xe000),
        2 => (char)random.Next(0x4e00, 0x9fff),
        _ => (char)random.Next(0x10000),
    };
}
