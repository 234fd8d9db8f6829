using System.Security.Cryptography;
using ChatIntake.Simulator.Chat;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>Codes that stand in links sent with a callback: each opens its group once, within its time.</summary>
internal sealed class OneTimeCodes(TimeProvider clock, TimeSpan validity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Room Room, DateTimeOffset Until)> open = new(StringComparer.Ordinal);

    internal string Issue(Room room)
    {
        var code = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (gate) open.Add(code, (room, clock.GetUtcNow() + validity));
        return code;
    }

    /// <summary>The group, or null when the code is unknown, spent or too old.</summary>
    internal Room? Spend(string code)
    {
        lock (gate)
        {
            return open.Remove(code, out var found) && clock.GetUtcNow() <= found.Until ? found.Room : null;
        }
    }
}
