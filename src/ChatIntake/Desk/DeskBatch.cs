using ChatIntake.Chat;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.Desk;

/// <summary>Inputs decided together: their facts as chained bytes and all that is written with them in one transaction.</summary>
internal sealed class DeskBatch
{
    private readonly DeskId desk;
    private readonly DeskHead start;
    private readonly DeskState before;
    private readonly IReadOnlyList<DueRow> dailyBefore;
    private readonly List<(long Position, byte[] Bytes)> facts = [];
    private readonly List<(WordsKey Key, WordsRow Row)> words = [];
    private readonly List<(string Hash, byte[] Document)> documents = [];
    private readonly List<NoticeRow> notices = [];
    private readonly HashSet<CaseId> touched = [];

    public DeskBatch(DeskId desk, DeskHead start, DeskState before, IReadOnlyList<DueRow> dailyBefore)
    {
        (this.desk, this.start, this.before, this.dailyBefore) = (desk, start, before, dailyBefore);
        (Head, State, Daily) = (start, before, dailyBefore);
    }

    public int Count { get; private set; }

    public DeskHead Head { get; private set; }

    public DeskState State { get; private set; }

    public IReadOnlyList<DueRow> Daily { get; private set; }

    /// <summary>The input whose turn it is.</summary>
    public InputId Next => new(Head.Decided.Value + 1);

    /// <summary>Goes past an input that was decided ahead of its turn.</summary>
    public void Pass()
    {
        Head = Head with { Decided = Next };
        Count++;
    }

    public void Add(DeskInput input, Decision decision, IReadOnlyList<NoticeRow> told, IReadOnlyList<DueRow> daily)
    {
        foreach (var fact in decision.Facts)
        {
            var bytes = new FactEnvelope(desk, Head.Position + 1, input.Id, input.PostedAt, input.RecordedAt, fact, Head.Hash).ToBytes();
            facts.Add((Head.Position + 1, bytes));
            Head = Head with { Position = Head.Position + 1, Hash = FactEnvelope.HashOf(bytes) };
            touched.UnionWith(Views.Touched(fact));
        }
        Head = input.Id == Next ? Head with { Decided = input.Id } : Head with { RulesAhead = input.Id };
        State = decision.After;
        Daily = daily;
        words.AddRange(decision.Words);
        documents.AddRange(decision.Documents);
        notices.AddRange(told);
        Count++;
    }

    public void Write(ITransaction transaction)
    {
        JournalTable.MoveHead(transaction, desk, start, Head);
        foreach (var (position, bytes) in facts) JournalTable.Append(transaction, desk, position, bytes);
        foreach (var (key, row) in words) WordsTable.Put(transaction, desk, key, row);
        foreach (var (hash, document) in documents) transaction.Put(Table.Rules, hash, document);
        foreach (var notice in notices) OutboxTable.Put(transaction, desk, notice);
        Views.Follow(transaction, desk, before, State, touched, dailyBefore, Daily);
    }
}
