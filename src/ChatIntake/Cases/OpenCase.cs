using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Triage;

namespace ChatIntake.Cases;

/// <summary>Opens a case for a report: parts, proposed departments, clocks, a receipt, and a question to the staff where nobody knows whose it is.</summary>
internal static class OpenCase
{
    public static void From(Deciding d, HeardMessage message, Verdict verdict)
    {
        var id = Open(d, message.Input.Message, message.Input.Group, message.Actor.Member, verdict, message.Input.PostedAt);
        if (!message.Late)
            d.Tell(message.Place, "receipt", new NoticeArgs { Case = id, Member = message.Actor.Member }, verdict.Problems[0].Urgency == Urgency.Critical ? Pace.Now : Pace.Burst);
        AskWhose(d, id, message.Input.Message);
    }

    /// <summary>The facts of an opening; also for 登记, where the message is an older one and its clocks have long been running.</summary>
    public static CaseId Open(Deciding d, MessageId message, GroupId group, MemberId reporter, Verdict verdict, DateTimeOffset postedAt)
    {
        var id = d.State.NextCase;
        var place = verdict.Enterprise is { } firm ? d.Rules.Roster.Index.Enterprise(firm)?.Place ?? "" : "";
        var urgency = verdict.Problems.Max(p => p.Urgency);
        ImmutableArray<CasePart> parts =
        [
            .. verdict.Problems.Select((p, i) => new CasePart
            {
                Number = i + 1,
                Topic = p.Topic,
                Urgency = p.Urgency,
                Lead = d.Rules.Routes.Lead(p.Topic, place, d.Rules.Roster),
                Clocks = d.Rules.Deadlines.For(p.Urgency, postedAt, d.Input.RecordedAt),
            }),
        ];
        d.Emit(new CaseOpened(id, message, group, reporter, verdict.Enterprise, urgency, verdict.Special, parts));
        if (urgency == Urgency.Critical || verdict.Special)
            d.Tell(Audience.Staff, "case.critical", new NoticeArgs { Case = id, Message = message, Urgency = urgency }, d.Late ? Pace.Ride : Pace.Now);
        return id;
    }

    /// <summary>Staff are asked whose a case is where nobody knows; about a stranger once.</summary>
    public static void AskWhose(Deciding d, CaseId id, MessageId message)
    {
        var about = d.State.Case(id)!;
        if (about.Enterprise is not null) return;
        var stranger = about.Reporter;
        if (d.Rules.Roster.Index.Knows(stranger) || d.State.MetStrangers.Contains(stranger))
        {
            d.Tell(Audience.Staff, "case.unclaimed", new NoticeArgs { Case = id, Message = message }, Pace.Ride);
            return;
        }
        d.Emit(new StrangerMet(stranger, about.Group, message));
        d.Tell(Audience.Staff, "stranger.met", new NoticeArgs { Case = id, Member = stranger, Group = about.Group, Message = message }, d.Late ? Pace.Ride : Pace.Now);
    }
}
