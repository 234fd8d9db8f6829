namespace ChatIntake.Triage.Training;

/// <summary>A message that a desk was taught to understand, as it met it, the case that it belongs to, and how the desk reads.</summary>
internal sealed record Lesson(LabelledMessage Message, Occasion Occasion, KnownCase? About, ReadingRules Rules);
