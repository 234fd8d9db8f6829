using ChatIntake.Chat;

namespace ChatIntake.Triage.Model;

/// <summary>The names of values in names of features, made once.</summary>
internal static class Names
{
    internal static string Of(VerdictKind kind) => Table<VerdictKind>.Names[(int)kind];

    internal static string Of(Sign sign) => Table<Sign>.Names[(int)sign];

    internal static string Of(Urgency urgency) => Table<Urgency>.Names[(int)urgency];

    internal static string Of(MessageType type) => Table<MessageType>.Names[(int)type];

    private static class Table<T> where T : struct, Enum
    {
        internal static readonly string[] Names = [.. Enum.GetValues<T>().Order().Select(v => v.ToString())];
    }
}
