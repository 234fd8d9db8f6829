using ChatIntake.Chat;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Segmentation;
using Microsoft.Extensions.Logging;

namespace ChatIntake.Desk;

/// <summary>
/// The one writer of a desk's journal: loads the desk by folding its facts, decides what waits in the inbox, in order, and commits input done, facts, words,
/// notices, due times and projections in one transaction. Not safe for several threads: one worker owns it.
/// </summary>
public sealed partial class DeskRunner
{
    private static readonly TimeSpan LongestRide = TimeSpan.FromMinutes(30);

    private readonly IStore store;
    private readonly Func<ISegmenter> segmenter;
    private readonly ILogger logger;
    private readonly DeskWords words;
    private DeskHead head;
    private IReadOnlyList<DueRow> daily = [];

    private DeskRunner(IStore store, DeskId desk, Func<ISegmenter> segmenter, ILogger logger)
    {
        (this.store, Desk, this.segmenter, this.logger) = (store, desk, segmenter, logger);
        words = new DeskWords(store, desk);
        head = DeskHead.Start;
    }

    public DeskId Desk { get; }

    public DeskState State { get; private set; } = DeskState.Empty;

    public RuleBook Rules { get; private set; } = RuleBook.Empty;

    /// <summary>The words of the desk, for posting.</summary>
    public IPostWords Words => words;

    /// <summary>The texts of a version; those in force where it is not known.</summary>
    public NoticeTexts Texts(int version) =>
        version == Rules.Versions.GetValueOrDefault(RuleKinds.Texts) || !State.Texts.TryGetValue(version, out var hash)
            ? Rules.Texts
            : NoticeTexts.Parse(RuleDocuments.ParseFiles(System.Text.Encoding.UTF8.GetString(Document(hash))));

    /// <summary>The common problems (共性问题) among the desk's cases, as a label for each case that shares one.</summary>
    public IReadOnlyDictionary<CaseId, string> CommonProblems() =>
        Triage.CommonProblems.Group([.. Triage.SceneBuilder.Known(State, words)], Rules.Triager.Rules);

    /// <summary>Whether everything that was recorded has been decided.</summary>
    public bool Idle => Inbox.Last(store, Desk) == head.Decided;

    /// <summary>Loads a desk from its journal, whole; a new desk is empty.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged or was changed, or holds facts of a newer version of the program.</exception>
    public static DeskRunner Open(IStore store, DeskId desk, Func<ISegmenter> segmenter, ILogger logger)
    {
        var runner = new DeskRunner(store, desk, segmenter, logger);
        runner.Load();
        return runner;
    }

    /// <summary>Decides everything that waits.</summary>
    /// <returns>How many inputs were decided.</returns>
    /// <exception cref="JournalConflictException">Another process has taken the desk.</exception>
    public async Task<int> Advance(CancellationToken cancellation = default)
    {
        var decided = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var waiting = Waiting.Next(store, Desk, head, Rules.Complete);
            if (waiting.Count == 0 || await Commit(waiting) is not (> 0 and var count)) break;
            decided += count;
        }
        return decided;
    }

    private void Load()
    {
        var documents = new Dictionary<string, RuleSet>(StringComparer.Ordinal);
        foreach (var (fact, hash) in JournalTable.Read(store, Desk))
        {
            State = DeskEvolution.Apply(State, fact);
            if (fact.Body is RuleSet set) documents[set.Kind] = set;
            head = new DeskHead(fact.Position, hash, head.Decided);
        }
        var stored = JournalTable.Head(store, Desk);
        if ((stored.Position, stored.Hash) != (head.Position, head.Hash))
            throw new InvalidDataException($"The journal of desk {Desk} ends at fact {head.Position}, but its head is {stored.Position}.");
        head = stored;
        // The words first, so that the segmenter is made for as few changes as can be.
        Rules = Rules.With(State.AddedWords, segmenter);
        foreach (var set in documents.Values) Rules = Rules.With(set.Kind, set.Version, Document(set.Hash), segmenter);
        daily = DailyDues.Next(State, Rules.Settings);
    }

    private byte[] Document(string hash) => store.Get(Table.Rules, hash) ?? throw new InvalidDataException($"Rule document {hash} is missing.");

    private async Task<int> Commit(IReadOnlyList<(InputId Id, InboxRow Row)> waiting)
    {
        var batch = new DeskBatch(Desk, head, State, daily);
        var rules = Rules;
        foreach (var (id, row) in waiting)
        {
            var turn = id == batch.Next;
            if (turn && row.Kind == InputKind.Rule && id.Value <= batch.Head.RulesAhead?.Value)
            {
                batch.Pass();
                continue;
            }
            // A desk without its first rules keeps messages waiting rather than judging them by none; with them, everything has its turn.
            if (rules.Complete ? !turn : row.Kind != InputKind.Rule) break;
            var (input, decision, after) = Decide(batch.State, id, row, rules);
            rules = after;
            batch.Add(input, decision, [.. decision.Notices.Select((notice, i) => Row(input, notice, i, rules))], DailyDues.Next(decision.After, rules.Settings));
        }
        if (batch.Count == 0) return 0;
        await store.Write(transaction =>
        {
            batch.Write(transaction);
            return true;
        });
        (head, State, Rules, daily) = (batch.Head, batch.State, rules, batch.Daily);
        return batch.Count;
    }

    // Deciding is pure, so what fails once fails always: the input is set aside and its neighbours go on.
    private (DeskInput Input, Decision Decision, RuleBook Rules) Decide(DeskState state, InputId id, InboxRow row, RuleBook rules)
    {
        DeskInput input = new UnreadableInput { Id = id, PostedAt = row.PostedAt, RecordedAt = Latest(row.RecordedAt, state), Code = "failed" };
        try
        {
            input = InputReader.Read(store, Desk, id, row) with { RecordedAt = input.RecordedAt };
            var decision = Decider.Decide(state, input, rules, words);
            return (input, decision, With(rules, decision));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogSetAside(logger, id.Value, Desk.Value, e);
            return (input, Decider.GiveUp(state, input, rules, words), rules);
        }
    }

    // A message that waited for the first rules is decided after them, and facts never go back in time.
    private static DateTimeOffset Latest(DateTimeOffset recordedAt, DeskState state) => recordedAt < state.RecordedAt ? state.RecordedAt : recordedAt;

    private RuleBook With(RuleBook rules, Decision decision) => decision.Facts.OfType<RuleSet>().Aggregate(
        rules, (book, set) => book.With(set.Kind, set.Version, decision.Documents.First(d => d.Hash == set.Hash).Document, segmenter)).With(decision.After.AddedWords, segmenter);

    private static NoticeRow Row(DeskInput input, Notice notice, int index, RuleBook rules) => new()
    {
        Id = NoticeRow.IdOf(input.Id, index),
        Audience = notice.Audience,
        Template = notice.Template,
        Texts = rules.Versions.GetValueOrDefault(RuleKinds.Texts),
        Args = notice.Args,
        Pace = notice.Pace,
        CreatedAt = input.RecordedAt,
        NotBefore = input.RecordedAt + notice.Pace switch
        {
            Pace.Now => TimeSpan.Zero,
            Pace.Burst => TimeSpan.FromSeconds(rules.Settings.BurstSeconds),
            _ => LongestRide,
        },
    };

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "Input {Input} of desk {Desk} could not be decided and was set aside")]
    private static partial void LogSetAside(ILogger logger, long input, string desk, Exception exception);
}
