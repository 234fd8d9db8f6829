using System.Collections.Immutable;
using ChatIntake.Journal;

namespace ChatIntake.Cases;

/// <summary>What each fact does to a case: pure, and defined for every fact in every stage, since what happened has happened.</summary>
public static class CaseEvolution
{
    /// <summary>The case after the fact; null only before its opening.</summary>
    /// <exception cref="InvalidDataException">The fact is about a case that was never opened: the journal is damaged.</exception>
    public static CaseState Apply(CaseState? before, FactEnvelope envelope, ICaseFact fact)
    {
        var changed = fact is CaseOpened opened
            ? Open(opened, envelope)
            : Change(before ?? throw new InvalidDataException($"Fact {envelope.Position} is about case {fact.Case}, which was never opened."), envelope, fact);
        return changed with
        {
            EndedAt = changed.Open ? null : changed.EndedAt ?? envelope.PostedAt,
            Revision = (before?.Revision ?? 0) + 1,
            LastInput = envelope.Input,
        };
    }

    private static CaseState Open(CaseOpened fact, FactEnvelope envelope) => new()
    {
        Id = fact.Case,
        Opener = fact.Message,
        Group = fact.Group,
        Reporter = fact.Reporter,
        Enterprise = fact.Enterprise,
        PostedAt = envelope.PostedAt,
        RecordedAt = envelope.RecordedAt,
        Urgency = fact.Urgency,
        Special = fact.Special,
        Parts = fact.Parts,
        Messages = [fact.Message],
        LastHeardAt = envelope.PostedAt,
    };

    private static CaseState Change(CaseState state, FactEnvelope envelope, ICaseFact fact)
    {
        var at = envelope.PostedAt;
        return fact switch
        {
            CaseJoined joined => Hear(state, joined.Message, at),
            CaseRaised raised => state with { Urgency = raised.Urgency > state.Urgency ? raised.Urgency : state.Urgency },
            CaseRetimed retimed => retimed.Dues.Aggregate(state, Retime),
            CaseAccepted accepted => Each(state, accepted.Parts, p => Advance(Meet(p, ClockKind.Contact, at), AfterAcceptance(p))),
            CaseDispatched dispatched => Each(state, dispatched.Parts, p => p with { Lead = dispatched.Lead, Stage = Stage.AwaitingSignature }),
            CaseSigned signed => Each(state, signed.Parts, p => Advance(Meet(p, ClockKind.SignFor, at), Stage.InHand)),
            CaseAnswered answered => Each(state, answered.Parts, p => Meet(Meet(p, ClockKind.Contact, at), ClockKind.Interim, at)),
            CaseResolved resolved => Each(state, resolved.Parts, p => End(p, Stage.Resolved, at)),
            CaseConfirmed confirmed => Each(Hear(state, confirmed.Message, at), confirmed.Parts, p => End(p, Stage.Confirmed, at)),
            CaseWithdrawn withdrawn => Each(Hear(state, withdrawn.Message, at), withdrawn.Parts, p => p with { Stage = Stage.Withdrawn }),
            CaseRefused refused => Each(state, refused.Parts, p => p with { Stage = Stage.Refused }),
            CaseEscalated escalated => state with { Level = Math.Max(state.Level, escalated.Level) },
            CaseClaimed claimed => state with { Enterprise = claimed.Enterprise },
            CaseRefiled refiled => Each(state, [refiled.Part], p => p with { Topic = refiled.Topic, Lead = refiled.Lead }),
            CaseParted parted => state with { Messages = state.Messages.Remove(parted.Message) },
            CaseMerged => state with { Messages = [], Parts = [.. state.Parts.Select(p => p with { Stage = Stage.Voided })] },
            ClockMissed missed => Each(state, [missed.Part], p => With(p, missed.Clock, c => c with { MissedAt = at })),
            _ => state,
        };
    }

    private static CaseState Hear(CaseState state, Chat.MessageId message, DateTimeOffset at) => state with
    {
        Messages = state.Messages.Contains(message) ? state.Messages : state.Messages.Add(message),
        LastHeardAt = at > state.LastHeardAt ? at : state.LastHeardAt,
    };

    // The routes propose a department when the case is opened; accepting sends the case there.
    private static Stage AfterAcceptance(CasePart part) => part.Lead is null ? Stage.AwaitingDispatch : Stage.AwaitingSignature;

    private static CasePart Advance(CasePart part, Stage stage) => part.Stage < stage ? part with { Stage = stage } : part;

    // Every promise about a part is kept once it is done: who solved it has spoken, signed and answered.
    private static CasePart End(CasePart part, Stage stage, DateTimeOffset at) =>
        Enum.GetValues<ClockKind>().Aggregate(part, (p, kind) => Meet(p, kind, at)) with { Stage = stage };

    private static CasePart Meet(CasePart part, ClockKind kind, DateTimeOffset at) => With(part, kind, c => c.MetAt is null ? c with { MetAt = at } : c);

    private static CaseState Retime(CaseState state, NewDue due) => Each(state, [due.Part], p => With(
        p, due.Clock, c => c with { Due = due.Due, Revision = c.Revision + 1, MissedAt = null }));

    private static CasePart With(CasePart part, ClockKind kind, Func<CaseClock, CaseClock> change) =>
        part with { Clocks = [.. part.Clocks.Select(c => c.Kind == kind ? change(c) : c)] };

    private static CaseState Each(CaseState state, ImmutableArray<int> parts, Func<CasePart, CasePart> change) =>
        state with { Parts = [.. state.Parts.Select(p => parts.Contains(p.Number) ? change(p) : p)] };
}
