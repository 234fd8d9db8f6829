using ChatIntake.Cases;
using ChatIntake.Journal;
using ChatIntake.Reports;
using ChatIntake.Unsure;

namespace ChatIntake.Desk;

/// <summary>What each fact does to the desk. Pure and total; sees ids and numbers only, never words.</summary>
public static class DeskEvolution
{
    public static DeskState Apply(DeskState state, FactEnvelope envelope)
    {
        var after = envelope.Body switch
        {
            ICaseFact fact => ApplyToCase(state, envelope, fact),
            RuleSet set => Rule(state, set),
            MessageHeard heard => Hear(state, envelope, heard),
            CommandRefused { Code: "needs-case" or "needs-quote" } refused => Lack(state, refused.Message),
            MessageCopied copied => state with { Window = [.. state.Window.Select(m => m.Id == copied.Of ? m with { Ways = m.Ways.Add(copied.Way), Lacking = false } : m)] },
            QuoteFiled filed => state with { Quotations = state.Quotations.Add(filed.Case.Value, filed.Message) },
            GroupMet met => state with { MetGroups = state.MetGroups.Add(met.Group) },
            StrangerMet met => state with { MetStrangers = state.MetStrangers.Add(met.Member) },
            CommandObeyed obeyed => Remember(state, envelope, obeyed),
            CommandUndone undone => Return(state, envelope, undone),
            ResumptionNoted noted => state with
            {
                Resumptions = state.Resumptions.SetItem(
                    noted.Enterprise.Value, new Resumption(noted.Resumed, noted.People, envelope.PostedAt, noted.Message, envelope.Input)),
            },
            WordAdded added => RememberWord(state, envelope, added.By, added.Word) with { AddedWords = state.AddedWords.Add(added.Word) },
            WordRemoved removed => RememberWord(state, envelope, removed.By, removed.Word) with { AddedWords = state.AddedWords.Remove(removed.Word) },
            PostDelivered delivered => (state with { ClosedWays = state.ClosedWays.Remove(delivered.Group) })
                .WithPost(new WindowPost(delivered.Post, delivered.Group, delivered.Cases)),
            DayCut cut => state with { LastCut = cut.Report.Day },
            DayUnbalanced cut => state with { LastCut = cut.Report.Day },
            UnsureListed listed => state with { Unsure = state.Unsure.With(listed, envelope.PostedAt) },
            WayClosed closed => state with { ClosedWays = state.ClosedWays.Add(closed.Group) },
            _ => state,
        };
        after = after with { Live = Live(after, envelope) };
        return after with { Since = state.Since ?? envelope.RecordedAt, Position = envelope.Position, RecordedAt = envelope.RecordedAt, Tally = after.Tally.Count(envelope) };
    }

    // What ended long ago leaves once a day.
    private static System.Collections.Immutable.ImmutableSortedSet<long> Live(DeskState state, FactEnvelope envelope) =>
        envelope.Body is DayCut or DayUnbalanced
            ? state.Live.Except(state.Live.Where(id => state.Cases[id].EndedAt is { } ended && envelope.PostedAt - ended > Triage.SceneBuilder.Remembered))
            : state.Live.Union(Views.Touched(envelope.Body).Select(id => id.Value));

    private static DeskState ApplyToCase(DeskState state, FactEnvelope envelope, ICaseFact fact)
    {
        var counts = fact is CaseOpened { Message: var opener } && Posted(state, opener) is { } at ? envelope with { PostedAt = at } : envelope;
        var after = state with { Cases = state.Cases.SetItem(fact.Case.Value, CaseEvolution.Apply(state.Case(fact.Case), counts, fact)) };
        return fact switch
        {
            CaseClaimed { Stranger: { } stranger } claimed => RememberClaim(after, envelope, claimed.By, stranger) with
            {
                Claims = state.Claims.SetItem(stranger, claimed.Enterprise),
            },
            CaseOpened opened => Place(after, opened.Message, opened.Case),
            CaseJoined { Quoted: true } joined => OpenedBy(Place(after, joined.Message, joined.Case), joined),
            CaseJoined joined => Place(after, joined.Message, joined.Case),
            CaseParted parted => Move(after, [parted.Message], null),
            CaseMerged merged => Merge(after, envelope, merged, state.Case(merged.Case)!),
            _ => after,
        };
    }

    // What was filed as a quotation has its message now, with who said it.
    private static DeskState OpenedBy(DeskState state, CaseJoined joined)
    {
        var about = state.Case(joined.Case)!;
        var reporter = state.Window.FirstOrDefault(m => m.Id == joined.Message)?.Sender ?? about.Reporter;
        about = about with { Opener = joined.Message, Reporter = reporter, Messages = [joined.Message, .. about.Messages.Remove(joined.Message)] };
        return state with { Cases = state.Cases.SetItem(about.Id.Value, about), Quotations = state.Quotations.Remove(about.Id.Value) };
    }

    // A case counts from the posting of its message, also where 登记 made it of an older one.
    private static DateTimeOffset? Posted(DeskState state, Chat.MessageId message) => state.Window.FirstOrDefault(m => m.Id == message)?.PostedAt;

    // A message that was heard long before may become a case by 登记; one just heard carries its case already.
    private static DeskState Place(DeskState state, Chat.MessageId message, Chat.CaseId id) =>
        state.Window.Any(m => m.Id == message && m.Case is null)
            ? state with { Window = [.. state.Window.Select(m => m.Id == message ? m with { Case = id } : m)] }
            : state;

    private static DeskState Merge(DeskState state, FactEnvelope envelope, CaseMerged fact, CaseState merged)
    {
        var into = state.Case(fact.Into)!;
        into = into with
        {
            Messages = [into.Opener, .. into.Messages.Concat(merged.Messages).Where(m => m != into.Opener).Distinct().OrderBy(m => m.Value)],
            Urgency = merged.Urgency > into.Urgency ? merged.Urgency : into.Urgency,
            LastHeardAt = merged.LastHeardAt > into.LastHeardAt ? merged.LastHeardAt : into.LastHeardAt,
            Revision = into.Revision + 1,
            LastInput = envelope.Input,
        };
        return Move(state with { Cases = state.Cases.SetItem(into.Id.Value, into) }, merged.Messages, into.Id);
    }

    private static DeskState Move(DeskState state, IReadOnlyCollection<Chat.MessageId> messages, Chat.CaseId? to) => state with
    {
        Window = [.. state.Window.Select(m => messages.Contains(m.Id) ? m with { Case = to } : m)],
    };

    // A new roster may name other robots, so closed ways are tried again.
    private static DeskState Rule(DeskState state, RuleSet set) => state with
    {
        Rules = state.Rules.SetItem(set.Kind, new RuleVersion(set.Version, set.Hash, set.Source)),
        Texts = set.Kind == RuleKinds.Texts ? state.Texts.SetItem(set.Version, set.Hash) : state.Texts,
        ClosedWays = set.Kind == RuleKinds.Roster ? [] : state.ClosedWays,
    };

    private static DeskState Hear(DeskState state, FactEnvelope envelope, MessageHeard heard) => state.WithMessage(new WindowMessage
    {
        Id = heard.Message,
        Group = heard.Group,
        Sender = heard.Member,
        Role = heard.Role,
        Firms = heard.Firms,
        PostedAt = envelope.PostedAt,
        Type = heard.Type,
        Kind = heard.Kind,
        Command = heard.Command,
        Case = heard.Case,
        Ways = [heard.Way],
    }) with
    {
        Unsure = state.Unsure.With(heard.Message, heard.Margin),
    };

    private static DeskState Lack(DeskState state, Chat.MessageId message) => state with
    {
        Window = [.. state.Window.Select(m => m.Id == message ? m with { Lacking = true } : m)],
    };

    // Several commands of one message are one to take back.
    private static DeskState Remember(DeskState state, FactEnvelope envelope, CommandObeyed obeyed)
    {
        var command = state.LastCommands.GetValueOrDefault(obeyed.By);
        if (command?.Input != envelope.Input)
            command = new LastCommand { Input = envelope.Input, Message = obeyed.Message, At = envelope.PostedAt };
        var cases = command.Cases;
        foreach (var id in obeyed.Cases)
            if (!cases.ContainsKey(id.Value)) cases = cases.Add(id.Value, state.Case(id));
        var resumptions = command.Resumptions;
        foreach (var id in obeyed.Enterprises)
            if (!resumptions.ContainsKey(id.Value)) resumptions = resumptions.Add(id.Value, state.Resumptions.GetValueOrDefault(id.Value));
        return state with
        {
            LastCommands = state.LastCommands.SetItem(obeyed.By, command with { Cases = cases, Resumptions = resumptions }),
        };
    }

    private static DeskState RememberClaim(DeskState state, FactEnvelope envelope, Chat.MemberId by, Chat.MemberId stranger)
    {
        if (!state.LastCommands.TryGetValue(by, out var command) || command.Input != envelope.Input || command.Claims.ContainsKey(stranger.Value)) return state;
        Chat.EnterpriseId? before = state.Claims.TryGetValue(stranger, out var firm) ? firm : null;
        return state with { LastCommands = state.LastCommands.SetItem(by, command with { Claims = command.Claims.Add(stranger.Value, before) }) };
    }

    private static DeskState RememberWord(DeskState state, FactEnvelope envelope, Chat.MemberId by, string word)
    {
        if (!state.LastCommands.TryGetValue(by, out var command) || command.Input != envelope.Input || command.Words.ContainsKey(word)) return state;
        return state with { LastCommands = state.LastCommands.SetItem(by, command with { Words = command.Words.Add(word, state.AddedWords.Contains(word)) }) };
    }

    private static DeskState Return(DeskState state, FactEnvelope envelope, CommandUndone undone)
    {
        var cases = state.Cases;
        foreach (var (id, value) in undone.Cases)
        {
            var now = cases[id.Value];
            var back = value ?? now with { Parts = [.. now.Parts.Select(p => p with { Stage = Stage.Voided })], EndedAt = envelope.PostedAt };
            cases = cases.SetItem(id.Value, back with { Revision = now.Revision + 1, LastInput = envelope.Input });
        }
        var resumptions = state.Resumptions;
        foreach (var (enterprise, value) in undone.Resumptions)
            resumptions = value is null ? resumptions.Remove(enterprise.Value) : resumptions.SetItem(enterprise.Value, value with { LastInput = envelope.Input });
        var claims = undone.Claims.Aggregate(state.Claims, (c, r) => r.Value is { } firm ? c.SetItem(r.Member, firm) : c.Remove(r.Member));
        var after = state with { Cases = cases, Resumptions = resumptions, Claims = claims, LastCommands = state.LastCommands.Remove(undone.By) };
        return Resettle(after, [.. undone.Cases.Select(c => c.Case)]) with
        {
            Quotations = state.Quotations.RemoveRange(undone.Cases.Where(c => c.Value is null).Select(c => c.Case.Value)),
        };
    }

    // Messages belong again to the cases that have them again; those of a case whose opening was undone to none.
    private static DeskState Resettle(DeskState state, HashSet<Chat.CaseId> touched)
    {
        var owners = touched.Select(id => state.Cases[id.Value]).Where(c => c.Stage != Stage.Voided).SelectMany(c => c.Messages.Select(m => (m, c.Id))).ToDictionary();
        return state with
        {
            Window = [.. state.Window.Select(m =>
                owners.TryGetValue(m.Id, out var owner) ? m with { Case = owner } : m.Case is { } id && touched.Contains(id) ? m with { Case = null } : m)],
        };
    }
}
