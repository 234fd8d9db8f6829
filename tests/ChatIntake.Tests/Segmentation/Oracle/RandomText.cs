using System.IO.Compression;
using System.Text;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Chance texts of everything that a segmenter may meet, likely and unlikely.</summary>
internal sealed class RandomText(Random random)
{
    private const string Digits = "0123456789";
    private const string Letters = "abcxyzABCXYZ";
    private const string Joiners = ".+#&-%_";
    private const string Spaces = " \t\n\r\v\f\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000";
    private const string NotQuiteSpaces = "\u200b\u200d\u2060\ufeff\u180e\0\u007f\u0008";
    private const string Punctuation = ",。!?、;:“”‘’()《》【】…—·~¥!?,;:'\"()[]{}<>/\\|@$^*=`~";
    private const string OtherScripts = "γαωéßİıКирかなカナ한국ไทยעبب्〇々ㄅⅣ①㎡㈱";
    private const string Traditional = "臺灣憂鬱龜體國際機場電腦學習東亞們這裡說話頭髮發現復興";
    private const string Rare = "龘靐齉龦龤龢龥麤鱻灥驫羴猋贔淼焱垚犇鑫";

    private static readonly string[] Emoji =
        ["😀", "👍🏽", "👩‍👩‍👧", "🇨🇳", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "‍", "️", "☀", "✅"];

    private static readonly string[] Numbers =
        ["1", "12", "3.14", "50%", "99.5%", "1.2.3", "2020-02-24", "7:45", "1,000", "v1.0", "13800138000", "C++", "c#", "AT&T", "B超", "T恤", "K歌", "4S店", "3D", "a.5%", "+++", "x_y-z", "&&", ".5", "5.", "%%"];

    // One kind a row; a row that stands twice is taken twice as often.
    private readonly Func<RandomText, string>[] pieces =
    [
        t => t.Of(DictionaryWords), t => t.Of(DictionaryWords), t => t.Of(DictionaryWords), t => t.Of(DictionaryWords), t => t.Of(DictionaryWords), t => t.Part(t.Of(DictionaryWords)),
        t => t.Of(RealTexts.Value), t => t.Part(t.Of(RealTexts.Value)), t => t.Part(t.Of(RealTexts.Value)),
        t => t.Some(t.CommonHan), t => t.Some(t.CommonHan), t => t.Some(t.AnyHan), t => t.Some(t.EdgeHan), t => t.Some(t.AstralHan),
        t => t.SomeOf(Traditional), t => t.SomeOf(Rare), t => t.Of(Numbers), t => t.Of(Numbers),
        t => t.SomeOf(Digits), t => t.SomeOf(Letters), t => t.SomeOf(Digits + Letters + Joiners), t => t.SomeOf(Joiners + Digits),
        t => t.Some(t.FullWidth), t => t.SomeOf(Spaces), t => t.Of(["\r\n", "\r\n\r\n", "\r", "\n\r", " \r\n "]), t => t.SomeOf(NotQuiteSpaces),
        t => t.Of(Emoji), t => t.Of(Emoji) + t.Of(Emoji), t => t.Some(t.LoneSurrogate), t => t.SomeOf(Punctuation), t => t.SomeOf(Punctuation), t => t.SomeOf(OtherScripts),
        t => t.Some(t.AnyUnit), t => t.Repeats(40),
    ];

    // Some of the dictionary will do, and all words that have more than Han in them.
    private static readonly Lazy<string[]> SomeWords = new(() =>
        [.. AllWords().Where((word, i) => i % 5 == 0 || word.Any(c => c is < '\u4e00' or > '\u9fd5'))]);

    private static readonly Lazy<string[]> RealTexts = new(() => [.. TownFiles.Morning.Select(m => m.Text).Where(t => t.Length > 0)]);

    public static string[] DictionaryWords => SomeWords.Value;

    /// <summary>A line of all kinds mixed.</summary>
    public string Line() => string.Concat(Enumerable.Range(0, random.Next(1, 13)).Select(_ => Of(pieces)(this)));

    /// <summary>Lines without end between them, at least so long; in some a single block goes on for thousands of characters.</summary>
    public string Long(int length)
    {
        var text = new StringBuilder();
        var inBlock = random.Next(3) == 0;
        while (text.Length < length) text.Append(inBlock ? ModelStress() + Of(DictionaryWords) : Line());
        return text.ToString();
    }

    /// <summary>One character again and again, at most so often.</summary>
    public string Repeats(int most) => string.Concat(Enumerable.Repeat(
        Of<Func<string>>([CommonHan, AnyHan, EdgeHan, AstralHan, FullWidth, LoneSurrogate, () => Unit(Rare), () => Unit(Digits + Letters + Joiners), () => Unit(Spaces), () => "\r\n"])(),
        random.Next(2, most + 1)));

    /// <summary>Single characters that no word holds together: with emissions, without any, and with few, where the model must break ties.</summary>
    public string ModelStress()
    {
        Func<string>[] kinds = [CommonHan, CommonHan, AnyHan, () => Unit(Rare), () => Between('\u9fa6', '\u9fd5'), () => Unit(Traditional), () => Unit(Digits + Letters + Joiners)];
        return string.Concat(Enumerable.Range(0, random.Next(2, 40)).Select(_ => Of(kinds)()));
    }

    /// <summary>Words that a user might add: of the dictionary or none of it, with and without what can be in a block, short and long. No lone surrogates, no line ends.</summary>
    public string NewWord() => Of<Func<string>>(
    [
        () => Of(DictionaryWords), () => Of(DictionaryWords) + Of(DictionaryWords), () => Part(Of(DictionaryWords)), () => Some(CommonHan, 2), () => Some(CommonHan, 4), () => Some(AnyHan, 3),
        CommonHan, () => Unit(Rare), () => Unit(Digits + Letters + Joiners), () => SomeOf(Letters + Digits) + Some(CommonHan, 2), () => Some(CommonHan, 2) + SomeOf(Letters + Digits + Joiners),
        () => Of(Numbers), () => Some(FullWidth), () => SomeOf(OtherScripts), () => Of(Emoji), () => Some(AstralHan, 2) + CommonHan(), () => Of(DictionaryWords) + " " + Of(DictionaryWords),
        () => Of(DictionaryWords) + Unit(Punctuation), () => string.Concat(Enumerable.Range(0, 40).Select(_ => CommonHan())), () => Of(DictionaryWords) + CommonHan(), () => Some(EdgeHan, 2),
    ])();

    /// <summary>A text in which the words stand alone, beside each other, in part and among others.</summary>
    public string Around(IReadOnlyList<string> words) => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(6) switch
    {
        0 => Of(pieces)(this),
        1 => Some(CommonHan, 2),
        2 => Part(words[random.Next(words.Count)]),
        3 => string.Concat(words[random.Next(words.Count)].Select(c => c.ToString()).Append(CommonHan())),
        _ => words[random.Next(words.Count)],
    }));

    public T Of<T>(T[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Some UTF-16 units in a row out of the text: a pair may be cut apart.</summary>
    public string Part(string text)
    {
        var start = random.Next(text.Length);
        return text.Substring(start, random.Next(1, text.Length - start + 1));
    }

    private string Some(Func<string> one) => Some(one, 6);

    private string Some(Func<string> one, int most) => string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => one()));

    private string SomeOf(string units) => Some(() => Unit(units));

    private string Unit(string units) => units[random.Next(units.Length)].ToString();

    private string CommonHan() => Part1(Of(DictionaryWords));

    private string Part1(string word) => word.Substring(random.Next(word.Length), 1);

    private string AnyHan() => Between('\u4e00', '\u9fa5');

    private string EdgeHan() => random.Next(6) switch
    {
        0 => Between('\u9fd0', '\u9fd5'),
        1 => Between('\u9fd6', '\u9fff'),
        2 => Between('\u4dfe', '\u4e02'),
        3 => Between('\u3400', '\u4dbf'),
        4 => Between('\uf900', '\ufad9'),
        _ => Between('\u9fa6', '\u9fd5'),
    };

    private string AstralHan() => char.ConvertFromUtf32(random.Next(2) == 0 ? random.Next(0x20000, 0x2a6e0) : random.Next(0x2a700, 0x31350));

    private string FullWidth() => Between('\uff01', '\uff5e');

    private string LoneSurrogate() => Between('\ud800', '\udfff');

    private string AnyUnit() => Between('\0', '\uffff');

    private string Between(char first, char last) => ((char)random.Next(first, last + 1)).ToString();

    private static IEnumerable<string> AllWords()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "jieba", "dict.txt.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line) yield return line[..line.IndexOf(' ', StringComparison.Ordinal)];
    }
}
