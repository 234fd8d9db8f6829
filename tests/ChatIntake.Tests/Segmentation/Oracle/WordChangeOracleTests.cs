using ChatIntake.Segmentation;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>User dictionaries and changes of words: whatever is done to both sides, they go on saying the same.</summary>
internal sealed class WordChangeOracleTests : OracleTests
{
    private RandomChanges changes = null!;

    [SetUp]
    public void BeginChanges() => changes = new RandomChanges(Random, Texts);

    [Test]
    public void With_a_chance_user_dictionary_lines_are_cut_as_by_jieba()
    {
        for (var i = 0; i < 60 && !Enough; i++)
        {
            var load = changes.Dictionary();
            var lines = Enumerable.Range(0, 20).Select(_ => Texts.Around(load.Words)).ToList();
            Play([load], lines);
        }
    }

    [Test]
    public void Several_dictionaries_and_changes_after_them_are_followed_as_by_jieba()
    {
        for (var i = 0; i < 25 && !Enough; i++)
        {
            List<WordChange> sequence = [changes.Dictionary(), .. changes.Sequence(), changes.Dictionary(), .. changes.Sequence()];
            Play(sequence, Lines(sequence, 4));
        }
    }

    [Test]
    public void Each_step_of_chance_changes_leaves_the_same_frequencies_suggestions_and_cuts_as_in_jieba()
    {
        for (var i = 0; i < 150 && !Enough; i++)
        {
            var sequence = changes.Sequence();
            Play(sequence, Lines(sequence, 3));
        }
    }

    [Test]
    public void Half_of_an_added_astral_character_is_no_beginning_of_a_word() => Play([new WordChange.Add("😀", null, null), new WordChange.Join("\ud83d", false)], []);

    private List<string> Lines(List<WordChange> sequence, int count)
    {
        var words = sequence.SelectMany(c => c.Words).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => Texts.Around(words))];
    }

    /// <summary>Plays the changes on both sides; when they part, the fewest changes that still do are told.</summary>
    private void Play(List<WordChange> sequence, List<string> lines)
    {
        if (FirstDifference(sequence, lines) is null) return;
        var few = Smallest.List(sequence, s => FirstDifference(s, lines) is not null);
        var line = FirstDifference(few, lines)!.Value.Line;
        var small = line is null ? null : Smallest.Text(line, text => FirstDifference(few, [text]) is { Line: not null });
        var told = FirstDifference(few, small is null ? lines : [small])!.Value.What;
        Differs($"  after\n{string.Join('\n', few.Select(c => $"    {c}"))}\n{told}");
    }

    private static (string What, string? Line)? FirstDifference(List<WordChange> sequence, List<string> lines)
    {
        Jieba.Reset();
        var segmenter = new Segmenter();
        string[] words = [.. sequence.SelectMany(c => c.Words).Where(w => w.Length > 0).Distinct()];
        foreach (var change in sequence)
        {
            var (expected, got) = (change.Apply(Jieba), Answer(() => change.Apply(segmenter)));
            if (got != $"{expected}") return ($"  {change}\n    expected {expected}\n    got      {got}", null);
            var frequencies = Jieba.Frequencies(words);
            for (var i = 0; i < words.Length; i++)
            {
                var frequency = Answer(() => segmenter.Frequency(words[i]));
                if (frequency != $"{frequencies[i]}") return ($"    frequency of \"{Difference.Escape(words[i])}\"\n    expected {frequencies[i]}\n    got      {frequency}", null);
            }
            foreach (var line in lines)
                if (CutDifference(segmenter, line) is { } difference) return (difference, line);
        }
        return null;
    }

    private static string? CutDifference(Segmenter segmenter, string line)
    {
        var expected = Jieba.Modes(line).Words;
        foreach (var (mode, cut) in CutModes.All)
        {
            var got = Words(cut, segmenter, line);
            if (!got.SequenceEqual(expected[mode])) return $"  {mode}\n{Difference.Show(line, expected[mode], got)}";
        }
        return null;
    }

    private static string Answer(Func<long> ask)
    {
        try
        {
            return $"{ask()}";
        }
        catch (Exception thrown)
        {
            return $"<{thrown.GetType().Name}: {thrown.Message}>";
        }
    }
}
