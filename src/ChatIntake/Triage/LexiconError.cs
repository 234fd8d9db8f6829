using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>A mistake in a lexicon file. <paramref name="Line"/> counts from 1; 0 means the file as a whole.</summary>
public sealed record LexiconError(string File, int Line, string Message)
{
    public override string ToString() =>
        Line == 0 ? $"{File}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Message}");
}

/// <summary>What came of reading lexicon files: the lexicon, or every error that was found.</summary>
public sealed record LexiconResult(Lexicon? Lexicon, IReadOnlyList<LexiconError> Errors);
