using ChatIntake.Triage;

namespace ChatIntake.Cases;

/// <summary>What people call urgencies and clocks.</summary>
public static class CaseNames
{
    /// <summary>Empty for what is not pressing: it goes unsaid.</summary>
    public static string Of(Urgency urgency) => urgency switch { Urgency.Critical => "特急", Urgency.Urgent => "紧急", _ => "" };

    public static string Of(ClockKind clock) => clock switch
    {
        ClockKind.Contact => "联系企业",
        ClockKind.SignFor => "签收",
        ClockKind.Interim => "阶段答复",
        _ => "办结",
    };
}
