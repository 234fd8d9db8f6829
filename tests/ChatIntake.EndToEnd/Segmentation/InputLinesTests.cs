using System.Text;
using ChatIntake.Host.Cli;

namespace ChatIntake.EndToEnd.Segmentation;

internal sealed class InputLinesTests
{
    [TestCase("", new string[0])]
    [TestCase("a", new[] { "a" })]
    [TestCase("a\n", new[] { "a" })]
    [TestCase("a\n\nb\r\n", new[] { "a", "", "b\r" })]
    [TestCase("\n", new[] { "" })]
    [TestCase("\ufeffa\n\ufeffb", new[] { "a", "\ufeffb" })]
    public void Lines_come_without_their_ends(string text, string[] lines) => Assert.Multiple(() =>
    {
        Assert.That(Of(new MemoryStream(Encoding.UTF8.GetBytes(text))), Is.EqualTo(lines));
        Assert.That(Of(new Drops(Encoding.UTF8.GetBytes(text), 1)), Is.EqualTo(lines));
    });

    [Test]
    public void A_line_may_be_longer_than_the_buffer()
    {
        string[] lines = ["x", new('a', 300_000), "y", new('b', 70_000), ""];

        Assert.That(Of(new Drops(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), 4_099)), Is.EqualTo(lines));
    }

    [Test]
    public void Answers_can_go_out_before_more_is_waited_for()
    {
        var waits = 0;
        var lines = new InputLines(new Drops("a\nb\nc\n"u8.ToArray(), 4), () => waits++);

        lines.Next(out _);
        lines.Next(out _);
        Assert.That(waits, Is.EqualTo(1));
        lines.Next(out _);
        Assert.That(waits, Is.EqualTo(2));
    }

    private static List<string> Of(Stream stream)
    {
        var found = new List<string>();
        var lines = new InputLines(stream, () => { });
        while (lines.Next(out var line)) found.Add(Encoding.UTF8.GetString(line));
        Assert.That(lines.Count, Is.EqualTo(found.Count));
        return found;
    }

    /// <summary>A stream that gives few bytes at a time.</summary>
    private sealed class Drops(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(most, count));
    }
}
