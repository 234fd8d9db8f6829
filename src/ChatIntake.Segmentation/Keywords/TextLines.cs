using System.Text;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>Reads a text file of jieba line by line.</summary>
internal static class TextLines
{
    // What Python's splitlines takes for the end of a line.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\x1C", "\x1D", "\x1E", "\x85", "\u2028", "\u2029"];

    internal static IReadOnlyList<string> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var buffer = new MemoryStream();
        file.CopyTo(buffer);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
            var lines = text.Split(LineEnds, StringSplitOptions.None);
            // Behind the last line end there is no line.
            return lines[^1].Length == 0 ? lines[..^1] : lines;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("The file is not UTF-8.");
        }
    }
}
