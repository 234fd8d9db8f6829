using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>
/// The words by which triage knows what is said: text files that a bureau may edit (<c>data/lexicon</c>, described in
/// its README). Immutable; made by <see cref="Parse"/>.
/// </summary>
public sealed class Lexicon
{
    private const double MostWeight = 10;

    private Lexicon(IReadOnlyList<LexiconEntry> entries, IReadOnlyDictionary<string, string> variants, IEnumerable<(string, string)> kin)
    {
        Classes = new WordClasses(kin);
        Dialect = new DialectFinder(variants);
        Entries = entries;
        Matcher = new LexiconMatcher(entries);
        UrgentTopics = entries.Where(e => e.Sign == Sign.UrgentTopic).Select(e => e.Pattern.Source).ToHashSet(StringComparer.Ordinal);
    }

    internal IReadOnlyList<LexiconEntry> Entries { get; }

    internal LexiconMatcher Matcher { get; }

    /// <summary>Says what words are kin.</summary>
    internal WordClasses Classes { get; }

    /// <summary>Says what regional words stand for.</summary>
    internal DialectFinder Dialect { get; }

    /// <summary>Codes of topics that are urgent by what they are.</summary>
    internal IReadOnlySet<string> UrgentTopics { get; }

    /// <summary>Words that the segmenter should know.</summary>
    internal IEnumerable<string> Words => Entries.Where(e => e.Sign == Sign.Word).Select(e => e.Pattern.Source);

    /// <summary>The files that <see cref="Parse"/> needs.</summary>
    public static IReadOnlyCollection<string> FileNames => LexiconSections.FileNames;

    /// <summary>
    /// Reads the files of a lexicon, given by name (<c>topics.txt</c>) and content. All errors of all files are collected;
    /// a lexicon comes back only when there is none.
    /// </summary>
    public static LexiconResult Parse(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var errors = new List<LexiconError>();
        var entries = new List<LexiconEntry>();
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        var kin = new List<(string, string)>();
        foreach (var missing in LexiconSections.FileNames.Where(f => !files.ContainsKey(f)))
            errors.Add(new LexiconError(missing, 0, "the file is missing"));
        foreach (var (name, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (LexiconSections.Knows(name)) new FileReader(name, entries, variants, kin, errors).Read(text);
            else errors.Add(new LexiconError(name, 0, "no lexicon file has this name"));
        }
        return errors.Count > 0 ? new LexiconResult(null, errors) : new LexiconResult(new Lexicon(entries, variants, kin), []);
    }

    private sealed class FileReader(string file, List<LexiconEntry> entries, Dictionary<string, string> variants, List<(string, string)> kin, List<LexiconError> errors)
    {
        private static readonly char[] Blanks = [' ', '\t', '\u3000'];

        private Sign? sign;
        private Topic topic;
        private string heading = "";
        private int line;

        internal void Read(string text)
        {
            foreach (var raw in text.TrimStart('\ufeff').Split('\n'))
            {
                line++;
                var trimmed = raw.Trim();
                if (trimmed.Length == 0 || trimmed[0] == '#') continue;
                if (trimmed[0] == '[') Section(trimmed);
                else Words(trimmed.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        private void Section(string trimmed)
        {
            var name = trimmed.Trim('[', ']').Trim();
            sign = LexiconSections.Find(file, name);
            heading = TextView.Normalise(name);
            topic = sign == Sign.Topic ? new Topic(name) : default;
            if (sign is null || trimmed[^1] != ']')
                Fail($"no section [{name}] here; known are {string.Join(", ", LexiconSections.SectionsOf(file))}");
        }

        private void Words(string[] fields)
        {
            if (sign is not { } of)
            {
                // A wrong section was reported; its lines would only repeat it.
                if (line > 0 && !errors.Exists(e => e.File == file)) Fail("words before the first section");
                return;
            }
            if (!double.TryParse(fields[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
                || weight is <= 0 or > MostWeight)
                Fail($"the line must start with a weight above 0 and up to {MostWeight}, not \"{fields[0]}\"");
            else if (fields.Length == 1) Fail("no word behind the weight");
            else foreach (var field in fields.Skip(1)) Add(of, weight, field);
        }

        private void Add(Sign of, double weight, string source)
        {
            if (of == Sign.UrgentTopic && !TopicCatalogue.Topics.Contains(new Topic(source)))
                Fail($"no topic has the code \"{source}\"");
            else if (of == Sign.Kin) kin.Add((TextView.Normalise(source), heading));
            else if (of == Sign.Variant) variants[TextView.Normalise(source)] = heading;
            else if (LexiconPattern.Read(source, out var error) is { } pattern)
                entries.Add(new LexiconEntry(entries.Count, file, line, of, topic, weight, pattern));
            else Fail($"\"{source}\": {error}");
        }

        private void Fail(string message) => errors.Add(new LexiconError(file, line, message));
    }
}
