namespace ChatIntake.Triage;

/// <summary>Which lexicon files there are and which sections each may have. Keys are as written in the files.</summary>
internal static class LexiconSections
{
    internal const string Topics = "topics.txt";

    /// <summary>Its sections are words, not signs.</summary>
    internal const string Dialect = "dialect.txt";

    /// <summary>Its sections are names of classes, not signs.</summary>
    internal const string Classes = "classes.txt";

    // Every file may have words that only silence the shorter ones inside them.
    private const string Neutral = "neutral";

    private static readonly Dictionary<string, Dictionary<string, Sign>> Files = new(StringComparer.Ordinal)
    {
        [Topics] = TopicCatalogue.Topics.Select(t => (t.Code, Sign.Topic)).Append((Neutral, Sign.Neutral))
            .ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal),
        ["report.txt"] = Named(
            Sign.Difficulty, Sign.Request, Sign.Good, Sign.Past, Sign.Hypothetical, Sign.Private, Sign.Unneeded, Sign.Turn),
        ["solved.txt"] = Named(Sign.Solved, Sign.Likely, Sign.Partial, Sign.Unsolved),
        ["withdrawn.txt"] = Named(Sign.Withdrawn, Sign.Mistaken, Sign.Met),
        ["chat.txt"] = Named(
            Sign.Greeting, Sign.Thanks, Sign.Acknowledgement, Sign.SignUp, Sign.Figures, Sign.Advert, Sign.Notice, Sign.News, Sign.Opener,
            Sign.Question, Sign.Banter),
        ["continue.txt"] = Named(
            Sign.Addition, Sign.Impatience, Sign.MeToo, Sign.Agreement, Sign.Reference, Sign.Again, Sign.Aftermath, Sign.ThirdParty,
            Sign.Undertaking, Sign.Separator, Sign.Witness, Sign.Fresh, Sign.Asked),
        ["urgency.txt"] = Named(Sign.Critical, Sign.Urgent, Sign.Pressing, Sign.UrgentTopic),
        ["special.txt"] = Named(Sign.Danger, Sign.Conflict, Sign.Higher, Sign.Misconduct, Sign.Debt),
        ["words.txt"] = Named(Sign.Word),
        [Dialect] = [],
        [Classes] = [],
    };

    /// <summary>The names of all files that a lexicon is made of.</summary>
    internal static IReadOnlyCollection<string> FileNames => Files.Keys;

    internal static bool Knows(string file) => Files.ContainsKey(file);

    internal static Sign? Find(string file, string section) =>
        file == Dialect ? Sign.Variant : file == Classes ? Sign.Kin : Files[file].TryGetValue(section, out var sign) ? sign : null;

    internal static IReadOnlyCollection<string> SectionsOf(string file) => Files[file].Keys;

    private static Dictionary<string, Sign> Named(params Sign[] signs) =>
        signs.Append(Sign.Neutral).ToDictionary(s => Spell(s), StringComparer.Ordinal);

    // UrgentTopic is written urgent-topic.
    private static string Spell(Sign sign) =>
        string.Concat(sign.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
