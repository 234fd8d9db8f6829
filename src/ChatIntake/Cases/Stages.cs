namespace ChatIntake.Cases;

/// <summary>The Chinese names of the stages.</summary>
public static class Stages
{
    public static string Name(Stage stage) => stage switch
    {
        Stage.AwaitingAcceptance => "待受理",
        Stage.AwaitingDispatch => "待派单",
        Stage.AwaitingSignature => "待签收",
        Stage.InHand => "办理中",
        Stage.Resolved => "已办结",
        Stage.Confirmed => "已确认",
        Stage.Withdrawn => "已撤回",
        Stage.Refused => "不予受理",
        Stage.Voided => "已作废",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
