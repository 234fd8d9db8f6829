using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Notices;

namespace ChatIntake.Escalation;

/// <summary>A clock has come due: if it still runs, the miss is recorded and told, with the next level by name.</summary>
internal static class DecideClock
{
    public static void Run(Deciding d, ClockInput input)
    {
        var part = d.State.Case(input.Case)?.Parts.FirstOrDefault(p => p.Number == input.Part);
        if (part?.Clocks.FirstOrDefault(c => c.Kind == input.Clock) is not { Running: true } clock || !part.Open || clock.Revision != input.Revision) return;

        d.Emit(new ClockMissed(input.Case, input.Part, input.Clock, clock.Due));
        var about = d.State.Case(input.Case)!;
        // Speaking with the enterprise is the desk's own promise.
        var urged = input.Clock != ClockKind.Contact && part.Stage is (Stage.AwaitingSignature or Stage.InHand) ? part.Lead : null;
        var args = new NoticeArgs
        {
            Case = input.Case, Part = input.Part, Clock = input.Clock, Due = clock.Due, Stage = part.Stage, Department = urged, Urgency = about.Urgency,
            Level = Levels.Next(about.Level, d.Rules.Roster),
        };
        d.Tell(Audience.Staff, "clock.missed", args, Pace.Now);
        d.Tell(Audience.Of(about.Group), "clock.missed.group", args, Pace.Burst);
        // A department that was only proposed knows nothing of the case yet.
        if (urged is { } lead) d.Tell(Audience.Of(lead), "case.urged", new NoticeArgs { Case = input.Case, Department = lead }, Pace.Now);
    }
}
