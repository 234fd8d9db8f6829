using System.Globalization;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>jieba's dictionary as it is written: the words, and the total that counts a word as often as it is listed.</summary>
internal sealed record DictionaryText(Dictionary<string, (int Frequency, string Tag)> Words, long Total)
{
    internal static DictionaryText Read(string path)
    {
        var words = new Dictionary<string, (int, string)>(400_000, StringComparer.Ordinal);
        long total = 0;
        foreach (var row in DataFile.Rows(path, ' '))
        {
            var frequency = int.Parse(row[1], CultureInfo.InvariantCulture);
            words[row[0]] = (frequency, row[2]);
            total += frequency;
        }
        return new DictionaryText(words, total);
    }
}
