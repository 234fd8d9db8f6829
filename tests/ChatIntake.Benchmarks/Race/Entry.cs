namespace ChatIntake.Benchmarks.Race;

/// <summary>Whether a contestant gives its words as strings or as places in the text.</summary>
internal enum Out
{
    Strings,
    Spans,
}

/// <summary>Who takes part: a name, what comes out, and the command that starts it; or the reason why it cannot.</summary>
internal sealed record Entry(string Name, bool Ours, Out Out, string[] Command, string? Skipped)
{
    /// <summary>
    /// Reads a file of lines with tabs: <c>ours|peer NAME strings|spans COMMAND ARGUMENT...</c> or <c>skip NAME REASON</c>.
    /// </summary>
    public static List<Entry> Read(string path) => [.. File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => Parse(line.Split('\t')))];

    private static Entry Parse(string[] parts) => parts switch
    {
        ["skip", var name, var reason] => new Entry(name, false, Out.Strings, [], reason),
        ["ours" or "peer", var name, var kind, .. var command] => new Entry(name, parts[0] == "ours", Enum.Parse<Out>(kind, ignoreCase: true), command, null),
        _ => throw new FormatException($"Not an entry: {string.Join(' ', parts)}"),
    };
}
