using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.Desk;

/// <summary>What deciding gave: facts in order with the state after them, words and documents that they refer to, and what is to be told.</summary>
public sealed record Decision
{
    public required DeskState After { get; init; }

    public required IReadOnlyList<IFact> Facts { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    public required IReadOnlyList<(WordsKey Key, WordsRow Row)> Words { get; init; }

    /// <summary>Rule documents by hash.</summary>
    public required IReadOnlyList<(string Hash, byte[] Document)> Documents { get; init; }
}

/// <summary>The recent words that deciding may look at.</summary>
public interface IWords
{
    /// <summary>What the message said; null where it was erased.</summary>
    string? Text(MessageId message);

    /// <summary>What the message quoted.</summary>
    string? Quote(MessageId message);

    /// <summary>What the post said.</summary>
    string? Post(PostId post);
}

/// <summary>A decision in the making: each fact takes effect at once, so that what follows is decided in its light.</summary>
internal sealed class Deciding(DeskState state, DeskInput input, RuleBook rules, IWords words)
{
    private readonly List<IFact> facts = [];
    private readonly List<Notice> notices = [];
    private readonly List<(WordsKey, WordsRow)> newWords = [];
    private readonly List<(string, byte[])> documents = [];

    public DeskState State { get; private set; } = state;

    public RuleBook Rules => rules;

    public IWords Words => words;

    public DeskInput Input => input;

    /// <summary>Backlog: recorded long after it was posted. It is processed; nobody is answered or alarmed.</summary>
    public bool Late => input.RecordedAt - input.PostedAt > TimeSpan.FromMinutes(rules.Settings.BacklogMinutes);

    public void Emit(IFact fact)
    {
        facts.Add(fact);
        State = DeskEvolution.Apply(State, new FactEnvelope(default, State.Position + 1, input.Id, input.PostedAt, input.RecordedAt, fact, ""));
    }

    public void Tell(Audience audience, string template, NoticeArgs args, Pace pace)
    {
        var about = args.Case is { } id && State.Case(id) is { } known ? Lines.Of(known) with { Quoted = State.Quotations.ContainsKey(id.Value) ? true : null } : null;
        notices.Add(new Notice(audience, template, args with { About = about }, pace));
    }

    public void Keep(WordsKey key, WordsRow row) => newWords.Add((key, row));

    public void Keep(string hash, byte[] document) => documents.Add((hash, document));

    public Decision Done() => new() { After = State, Facts = facts, Notices = notices, Words = newWords, Documents = documents };
}
