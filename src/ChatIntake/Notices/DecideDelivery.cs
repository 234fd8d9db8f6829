using ChatIntake.Desk;
using ChatIntake.Roster;

namespace ChatIntake.Notices;

/// <summary>The result of a post becomes a fact; what will never arrive is told to the staff.</summary>
internal static class DecideDelivery
{
    public static void Run(Deciding d, DeliveryInput input)
    {
        switch (input.Outcome)
        {
            case PostOutcome.Delivered:
                d.Emit(new PostDelivered(input.Post, input.Group, input.Cases, input.Digest));
                break;
            case PostOutcome.WayClosed:
                d.Emit(new PostFailed(input.Post, input.Group, input.ErrorCode, "wayClosed"));
                if (d.State.ClosedWays.Contains(input.Group)) break;
                d.Emit(new WayClosed(input.Group, input.ErrorCode));
                d.Tell(Audience.Staff, "way.closed", new NoticeArgs { Group = input.Group, Number = input.ErrorCode }, Pace.Now);
                break;
            default:
                d.Emit(new PostFailed(input.Post, input.Group, input.ErrorCode, input.Outcome == PostOutcome.Unknown ? "unknown" : "gaveUp"));
                // What cannot be posted to the staff cannot be told to them there.
                if (d.Rules.Roster.Index.Group(input.Group)?.Kind != GroupKind.Staff) d.Tell(Audience.Staff, "post.failed", new NoticeArgs { Group = input.Group, Number = input.ErrorCode }, Pace.Ride);
                break;
        }
    }
}
