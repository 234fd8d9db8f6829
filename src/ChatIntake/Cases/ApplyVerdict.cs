using System.Collections.Immutable;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Triage;

namespace ChatIntake.Cases;

/// <summary>Turns a verdict into what happens to cases.</summary>
internal static class ApplyVerdict
{
    public static void Run(Deciding d, HeardMessage message, Verdict verdict)
    {
        var known = verdict.Case is { } id ? d.State.Case(id) : null;
        switch (verdict.Kind)
        {
            case VerdictKind.Report:
                OpenCase.From(d, message, verdict);
                break;
            case VerdictKind.Addition when known is not null:
                Join(d, message, verdict, known);
                break;
            case VerdictKind.Resolution when known is not null:
                End(d, message, known, parts => new CaseConfirmed(known.Id, parts, message.Input.Message), "case.confirmed", p => p.Open || p.Stage == Stage.Resolved);
                break;
            case VerdictKind.Withdrawal when known is not null:
                End(d, message, known, parts => new CaseWithdrawn(known.Id, parts, message.Input.Message), "case.withdrawn", p => p.Open);
                break;
        }
    }

    private static void Join(Deciding d, HeardMessage message, Verdict verdict, CaseState known)
    {
        d.Emit(new CaseJoined(known.Id, message.Input.Message));
        if (verdict.RaisedTo is not { } raised || raised <= known.Urgency || !known.Open) return;
        d.Emit(new CaseRaised(known.Id, message.Input.Message, raised));
        if (Sooner(d, known, raised) is { IsEmpty: false } dues) d.Emit(new CaseRetimed(known.Id, dues));
        d.Tell(Audience.Staff, "case.raised", new NoticeArgs { Case = known.Id, Urgency = raised, Message = message.Input.Message }, message.Late ? Pace.Ride : Pace.Now);
    }

    // A case that grows worse gets the shorter promises, counted from the message that says so; no promise grows longer by it.
    private static ImmutableArray<NewDue> Sooner(Deciding d, CaseState known, Urgency raised) =>
    [
        .. from part in known.Parts
           where part.Open
           from clock in d.Rules.Deadlines.For(raised, d.Input.PostedAt, d.Input.PostedAt)
           let old = part.Clocks.FirstOrDefault(c => c.Kind == clock.Kind)
           where old is { Running: true } && clock.Due < old.Due
           select new NewDue(part.Number, clock.Kind, clock.Due),
    ];

    private static void End(
        Deciding d, HeardMessage message, CaseState known, Func<ImmutableArray<int>, ICaseFact> fact, string template, Func<CasePart, bool> ends)
    {
        ImmutableArray<int> parts = [.. known.Parts.Where(ends).Select(p => p.Number)];
        if (parts.IsEmpty)
        {
            d.Emit(new CaseJoined(known.Id, message.Input.Message));
            return;
        }
        d.Emit(fact(parts));
        Orders.TellWithdrawn(d, known.Id, known, []);
        if (!message.Late) d.Tell(message.Place, template, new NoticeArgs { Case = known.Id }, Pace.Burst);
    }
}
