namespace ChatIntake.Roster;

/// <summary>What a member is by the roster; who is several things is the first of them in this order.</summary>
public enum SenderRole
{
    /// <summary>Staff of the bureau that runs the desk.</summary>
    Bureau,

    /// <summary>A leader of any level.</summary>
    Leader,

    /// <summary>A cadre stationed at enterprises (特派员).</summary>
    Commissioner,

    /// <summary>Staff of a department or township.</summary>
    Department,

    /// <summary>Head or staff of an enterprise.</summary>
    Enterprise,

    /// <summary>Everybody else, strangers and machines included.</summary>
    Other,
}
