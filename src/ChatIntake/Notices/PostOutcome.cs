namespace ChatIntake.Notices;

/// <summary>What became of an attempt to deliver a post, by what it means for the next one.</summary>
public enum PostOutcome
{
    /// <summary>It is in the group.</summary>
    Delivered,

    /// <summary>Try again soon: the other side was busy.</summary>
    RetrySoon,

    /// <summary>It was not reached at all: nobody was there, or the line is down.</summary>
    Unreachable,

    /// <summary>Wait a minute, then go on: the limit of the other side was met.</summary>
    WaitMinute,

    /// <summary>Too long: send it in smaller posts.</summary>
    TooLong,

    /// <summary>The form was refused: send it as plain text.</summary>
    BadForm,

    /// <summary>It will never be accepted.</summary>
    GiveUp,

    /// <summary>Nothing can be posted there any more: the robot was removed or disabled, or its key is wrong.</summary>
    WayClosed,

    /// <summary>Nobody can tell whether it arrived.</summary>
    Unknown,
}
