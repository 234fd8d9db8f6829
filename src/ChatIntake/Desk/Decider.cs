using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Reports;
using ChatIntake.Unsure;

namespace ChatIntake.Desk;

/// <summary>
/// The desk's one decision: what an input means, given the state, the recent words and the rules. Pure: no clock but the input's, no chance,
/// no reading or writing.
/// </summary>
public static class Decider
{
    public static Decision Decide(DeskState state, DeskInput input, RuleBook rules, IWords words)
    {
        var deciding = new Deciding(state, input, rules, words);
        switch (input)
        {
            case MessageInput message: DecideMessage.Run(deciding, message); break;
            case ClockInput clock: DecideClock.Run(deciding, clock); break;
            case CutInput cut: DecideCut.Run(deciding, cut); break;
            case UnsureInput unsure: DecideUnsure.Run(deciding, unsure); break;
            case RuleInput rule: DecideRule.Run(deciding, rule); break;
            case DeliveryInput delivery: DecideDelivery.Run(deciding, delivery); break;
            case UnreadableInput unreadable: SetAside(deciding, unreadable.Code); break;
            default: throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "No such input.");
        }
        return deciding.Done();
    }

    /// <summary>What is left of an input that could not be decided: it is accounted for, and its words wait for a person.</summary>
    public static Decision GiveUp(DeskState state, DeskInput input, RuleBook rules, IWords words)
    {
        var deciding = new Deciding(state, input, rules, words);
        SetAside(deciding, "failed");
        return deciding.Done();
    }

    private static void SetAside(Deciding deciding, string code)
    {
        deciding.Emit(new InputSetAside(deciding.Input.Id, code));
        deciding.Tell(Audience.Staff, "input.set-aside", new NoticeArgs { Code = code, Number = (int)deciding.Input.Id.Value }, Pace.Ride);
    }
}
