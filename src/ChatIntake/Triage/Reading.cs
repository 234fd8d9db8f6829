using System.Runtime.InteropServices;
using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>All that can be said of a text by itself: its words, what the lexicon finds, and the sums made of it.</summary>
internal sealed class Reading
{
    private readonly ReadingRules rules;
    private WordSet? words;
    private WordSet? pairs;
    private DeskRoster? namedIn;
    private List<(EnterpriseId Firm, int Start, string Name)>? named;

    internal Reading(string raw, ReadingRules rules, DateTimeOffset? postedAt = null)
    {
        (this.rules, Raw) = (rules, raw);
        View = new TextView(raw);
        Hits = HitFilter.Clean(rules.Lexicon.Matcher.Find(View), this);
        Signs = new SignScorer(View, Hits);
        Topics = new TopicScores(View, Hits);
        Urgency = UrgencyScorer.Score(this, rules.Lexicon, postedAt);
        Core = TextView.Bare(View.Text);
    }

    /// <summary>The text as it was given.</summary>
    internal string Raw { get; }

    internal TextView View { get; }

    internal IReadOnlyList<Hit> Hits { get; }

    internal SignScorer Signs { get; }

    internal TopicScores Topics { get; }

    internal UrgencyReading Urgency { get; }

    /// <summary>The text without white space, punctuation, symbols and emoji.</summary>
    internal string Core { get; }

    /// <summary>The words of two characters or more; what two texts about one thing share.</summary>
    internal WordSet Words => words ??= CollectWords();

    /// <summary>The pairs of neighbouring characters of <see cref="Core"/>; what a text and its repetition share.</summary>
    internal WordSet Pairs => pairs ??= CollectPairs();

    /// <summary>Its pieces that may each name a problem.</summary>
    internal TextPieces Pieces => field ??= new TextPieces(this);

    /// <summary>The text of a piece.</summary>
    internal string TextOf(TextPiece piece) => View.Text[piece.Start..piece.End];

    /// <summary>What a piece speaks of, by the lexicon.</summary>
    internal TopicScores TopicsIn(TextPiece piece) => new(View, Hits, piece.Start, piece.End);

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

    private WordSet CollectWords()
    {
        var found = new List<ulong>(Tokens.Count);
        foreach (var token in Tokens)
            if (token.Length >= 2 && char.IsLetterOrDigit(View.Text[token.Start])) found.Add(FeatureBag.KeyOf(View.Text.AsSpan(token.Start, token.Length)));
        return WordSet.Of(CollectionsMarshal.AsSpan(found));
    }

    private WordSet CollectPairs()
    {
        var found = new ulong[Math.Max(0, Core.Length - 1)];
        for (var i = 0; i < found.Length; i++) found[i] = ((ulong)Core[i] << 16) | Core[i + 1];
        return WordSet.Of(found);
    }
}
