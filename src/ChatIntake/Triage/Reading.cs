using ChatIntake.Chat;
using ChatIntake.Roster;
using ChatIntake.Segmentation;

namespace ChatIntake.Triage;

/// <summary>All that can be said of a text by itself: its words, what the lexicon finds, and the sums made of it.</summary>
internal sealed class Reading
{
    private readonly ReadingRules rules;
    private readonly Lazy<HashSet<string>> words;
    private DeskRoster? namedIn;
    private List<(EnterpriseId Firm, int Start, string Name)>? named;

    internal Reading(string raw, ReadingRules rules, DateTimeOffset? postedAt = null)
    {
        this.rules = rules;
        View = new TextView(raw);
        words = new Lazy<HashSet<string>>(CollectWords);
        Hits = HitFilter.Clean(rules.Lexicon.Matcher.Find(View), this);
        Signs = new SignScorer(View, Hits);
        Topics = new TopicScores(View, Hits);
        Urgency = UrgencyScorer.Score(this, rules.Lexicon, postedAt);
        Core = TextView.Bare(View.Text);
    }

    internal TextView View { get; }

    internal IReadOnlyList<Hit> Hits { get; }

    internal SignScorer Signs { get; }

    internal TopicScores Topics { get; }

    internal UrgencyReading Urgency { get; }

    /// <summary>The text without white space, punctuation, symbols and emoji.</summary>
    internal string Core { get; }

    /// <summary>The words of two characters or more; what two texts about one thing share.</summary>
    internal IReadOnlySet<string> Words => words.Value;

    /// <summary>The enterprises that the text names.</summary>
    internal List<(EnterpriseId Firm, int Start, string Name)> Named(DeskRoster roster) =>
        namedIn == roster && named is { } known ? known : named = FirmFinder.Of(namedIn = roster).Find(View.Text);

    /// <summary>Whether the segmenter cuts exactly here.</summary>
    internal bool IsWord(int start, int end) => Tokens.Exists(t => t.Start == start && t.End == end);

    /// <summary>Whether the text carries a number in digits.</summary>
    internal bool HasFigure => View.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private List<Token> Tokens
    {
        get
        {
            if (field is { } known) return known;
            var tokens = new List<Token>();
            rules.Segmenter.Cut(View.Text, tokens);
            return field = tokens;
        }
    }

    private HashSet<string> CollectWords()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokens)
            if (token.Length >= 2 && char.IsLetterOrDigit(View.Text[token.Start])) found.Add(View.Text.Substring(token.Start, token.Length));
        return found;
    }
}
