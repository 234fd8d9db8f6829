using System.Text;

namespace ChatIntake.Benchmarks.Texts;

/// <summary>Makes a text that all contestants read alike: UTF-8, no byte order mark, lines that end with a line feed, none of them empty.</summary>
internal static class GivenText
{
    /// <summary>Copies the text so, and tells what it is.</summary>
    /// <exception cref="DecoderFallbackException">The text is not UTF-8.</exception>
    public static string Write(string from, string into)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(from)).TrimStart('\ufeff');
        var lines = text.Split('\n').Select(line => line.Trim('\r')).Where(line => line.Length > 0).ToList();
        File.WriteAllText(into, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return Describe(lines, Path.GetFileName(from));
    }

    /// <summary>Size, number of lines and source in one line.</summary>
    internal static string Describe(IReadOnlyCollection<string> lines, string source) =>
        FormattableString.Invariant($"Text: {lines.Sum(Encoding.UTF8.GetByteCount) / 1e6:0.00} MB of UTF-8 in {lines.Count} lines, {source}");
}
