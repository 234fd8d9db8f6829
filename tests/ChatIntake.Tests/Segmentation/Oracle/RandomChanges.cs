using System.Text;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Chance user dictionaries and chance changes of words.</summary>
internal sealed class RandomChanges(Random random, RandomText texts)
{
    private static readonly string[] Tags = ["n", "v", "nr", "ns", "nz", "x", "eng", "m", "abc", ""];
    private static readonly long[] Frequencies = [0, 1, 2, 3, 10, 100, 5_000, 1_000_000, 60_101_967, 1_000_000_000, 1_000_000_000_000];
    private static readonly string[] LineEnds = ["\n", "\n", "\n", "\n", "\r\n", " \n", "\t\r\n", "\n\n", "\n  \n"];

    /// <summary>A user dictionary in jieba's format, with what people write into them.</summary>
    public WordChange.Load Dictionary()
    {
        var words = new List<string>();
        var dictionary = new StringBuilder(random.Next(6) == 0 ? "\ufeff" : "");
        for (var n = random.Next(1, 40); n > 0; n--)
        {
            // A word may come again with another frequency.
            var word = words.Count > 0 && random.Next(10) == 0 ? words[random.Next(words.Count)] : Word();
            words.Add(word);
            dictionary.Append(Line(word)).Append(texts.Of(LineEnds));
        }
        if (random.Next(2) == 0) dictionary.Length -= 1;
        return new WordChange.Load(dictionary.ToString(), words);
    }

    /// <summary>Changes one after the other, often of the same words.</summary>
    public List<WordChange> Sequence()
    {
        var words = Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(20) switch
        {
            0 => Part(Word()),
            1 => (char)random.Next('\udc00', '\ue000') + Word(),
            _ => Word(),
        }).ToArray();
        return [.. Enumerable.Range(0, random.Next(2, 15)).Select(_ => Change(words))];
    }

    public long Frequency() => texts.Of(Frequencies);

    public string Tag() => texts.Of(Tags);

    private string Word() => texts.NewWord();

    private string Line(string word) => random.Next(16) switch
    {
        < 4 => word,
        < 8 => $"{word} {Frequency()}",
        < 11 => $"{word} {Frequency()} {Tag()}",
        < 13 => $"{word} {Tag()}",
        13 => texts.Of([$"{word} {Tag()} {Frequency()}", $"{word}  {Frequency()}", $"{word}\t{Frequency()}", $"{word} N", $"{word} {Frequency()} {Tag()} {Tag()}", $"{word} 007"]),
        14 => texts.Of([$" {word} 5", $"{word}5", $"{word} 5n", $"{word} 5 n1", $"{word} ５", "12", "12 3", "n", "3 n", $"\ufeff {word} 8"]),
        _ => $"{word} {Frequency()} {Tag()}",
    };

    private WordChange Change(string[] words)
    {
        var word = texts.Of(words);
        return random.Next(10) switch
        {
            0 or 1 => new WordChange.Add(word, null, null),
            2 => new WordChange.Add(word, Frequency(), null),
            3 => new WordChange.Add(word, random.Next(2) == 0 ? null : Frequency(), Tag()),
            4 => new WordChange.Delete(word),
            5 => new WordChange.Join(word, false),
            6 => new WordChange.Join(word, true),
            7 => new WordChange.Split(Parts(words), false),
            8 => new WordChange.Split(Parts(words), true),
            _ => new WordChange.Add(Part(word), null, null),
        };
    }

    /// <summary>A word cut in two, or words of their own.</summary>
    private string[] Parts(string[] words)
    {
        var word = texts.Of(words);
        var at = random.Next(word.Length);
        return at == 0 || char.IsLowSurrogate(word[at]) || random.Next(3) == 0 ? [texts.Of(words), texts.Of(words)] : [word[..at], word[at..]];
    }

    /// <summary>Some whole characters of a word. Half of one would be the beginning of a word here and not in Python.</summary>
    private string Part(string word)
    {
        var part = texts.Part(word);
        if (char.IsLowSurrogate(part[0])) part = part[1..];
        if (part.Length > 0 && char.IsHighSurrogate(part[^1])) part = part[..^1];
        return part.Length > 0 ? part : word;
    }
}
