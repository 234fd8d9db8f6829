namespace ChatIntake.Segmentation.Keywords;

/// <summary>A word that tells what a text is about.</summary>
/// <param name="Word">The word.</param>
/// <param name="Weight">How much it tells: comparable within one text and one method, the higher the more.</param>
/// <param name="Tag">Its part of speech where words are told apart by it, otherwise null.</param>
public readonly record struct Keyword(string Word, double Weight, string? Tag);
