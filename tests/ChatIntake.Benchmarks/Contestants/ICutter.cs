namespace ChatIntake.Benchmarks.Contestants;

/// <summary>A segmenter in one way of giving its words. Made ready by its constructor.</summary>
internal interface ICutter
{
    /// <summary>Cuts the line with the hidden Markov model and counts its words.</summary>
    int Cut(string line);
}
