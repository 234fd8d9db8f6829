using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage.Training;

/// <summary>A chat with what is right for each of its messages.</summary>
internal sealed record LabelledChat(string Name, DeskRoster Roster, IReadOnlyList<LabelledMessage> Messages)
{
    /// <summary>The messages have nothing to do with each other: reports gathered for what they are about.</summary>
    internal bool Loose { get; init; }
}

/// <summary>A message with what is right for it, by the label guide (<c>data/training/README.md</c>).</summary>
internal sealed record LabelledMessage
{
    public required Heard Heard { get; init; }

    /// <summary>What it is; for notices, questions and replies only where somebody said so.</summary>
    public required VerdictKind Kind { get; init; }

    public bool Command { get; init; }

    /// <summary>The first message of the problem to which it belongs; its own id for a report.</summary>
    public MessageId? Problem { get; init; }

    /// <summary>Of a report: its problems, the first named first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool Special { get; init; }

    /// <summary>Whose problem it is.</summary>
    public EnterpriseId? Enterprise { get; init; }

    /// <summary>The same for all reports of one common problem.</summary>
    public string? Common { get; init; }

    /// <summary>On an addition: the urgency to which it raises the problem.</summary>
    public Urgency? RaisedTo { get; init; }

    /// <summary>As how many examples it counts; what is seen in several is worth learning however rare.</summary>
    public int Weight { get; init; } = 1;
}
