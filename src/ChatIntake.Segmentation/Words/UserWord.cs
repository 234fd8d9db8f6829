namespace ChatIntake.Segmentation.Words;

/// <summary>A line of a user dictionary: a word, how often it occurs (computed when absent) and its part of speech.</summary>
public readonly record struct UserWord(string Word, long? Frequency = null, string? Tag = null);
