namespace ChatIntake.Learning;

/// <summary>A text with the class to which it belongs; without a title or a class where there is none.</summary>
public sealed record LabelledText(string? Title, string Text, string? Label);
