using System.Globalization;
using System.Text;

namespace ChatIntake.Segmentation.Words;

/// <summary>Reads jieba's user dictionaries: UTF-8, a line a word, "word frequency tag" with frequency and tag optional.</summary>
public static class UserWordFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> WhiteSpace => " \t\n\r\v\f"u8;

    /// <summary>The words of a dictionary, in order. A line that ends in neither number nor tag is a word as a whole, spaces included.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8, or a frequency is above 10^15; the message names the line.</exception>
    public static List<UserWord> Read(Stream dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        using var buffer = new MemoryStream();
        dictionary.CopyTo(buffer);
        var rest = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var words = new List<UserWord>();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = Text(rest[..(end < 0 ? rest.Length : end)].Trim(WhiteSpace), number);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.Length > 0) words.Add(Parse(line, number));
        }
        return words;
    }

    private static string Text(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return Strict.GetString(line).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"Line {number} is not UTF-8.");
        }
    }

    // The last part in small letters is the tag, the one before it in digits the frequency, as long as something is left for the word.
    private static UserWord Parse(string line, int number)
    {
        var word = TakeLast(line, char.IsAsciiLetterLower, out var tag);
        word = TakeLast(word, char.IsAsciiDigit, out var frequency);
        if (frequency is null) return new UserWord(word, null, tag);
        if (!long.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > VocabularyEditor.HighestFrequency)
            throw new InvalidDataException($"Line {number}: the frequency {frequency} is above 10^15.");
        return new UserWord(word, value, tag);
    }

    private static string TakeLast(string line, Func<char, bool> belongs, out string? part)
    {
        part = null;
        var space = line.LastIndexOf(' ');
        if (space < 1 || space == line.Length - 1 || !line.Skip(space + 1).All(belongs)) return line;
        part = line[(space + 1)..];
        return line[..space];
    }
}
