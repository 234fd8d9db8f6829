using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>All that was learned from labelled chat: what messages do, what problems are about, how they press, and which belong together.</summary>
public sealed class TriageModel
{
    internal TriageModel(IReadOnlyDictionary<ModelPart, ChoiceModel> parts)
    {
        Parts = parts;
        (Acts, Topics) = (new ActModel(parts[ModelPart.Acts]), new TopicModel(parts[ModelPart.Topics]));
    }

    internal IReadOnlyDictionary<ModelPart, ChoiceModel> Parts { get; }

    internal ActModel Acts { get; }

    internal TopicModel Topics { get; }

    /// <summary>Classes as <see cref="Triage.Urgency"/>.</summary>
    internal ChoiceModel Urgency => Parts[ModelPart.Urgency];

    internal ChoiceModel Special => Parts[ModelPart.Special];

    internal ChoiceModel Also => Parts[ModelPart.Also];

    internal ChoiceModel Common => Parts[ModelPart.Common];
}

/// <summary>The decisions that are learned.</summary>
internal enum ModelPart
{
    /// <summary>What a message does.</summary>
    Acts,

    /// <summary>What a problem is about.</summary>
    Topics,

    /// <summary>How it presses.</summary>
    Urgency,

    /// <summary>Whether a report needs handling above one department.</summary>
    Special,

    /// <summary>Whether a report names a further problem of a category.</summary>
    Also,

    /// <summary>Whether two reports have one cause.</summary>
    Common,
}
