using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;
using ChatIntake.Tests.Segmentation.Oracle;
using CsCheck;

namespace ChatIntake.Tests.Segmentation;

/// <summary>
/// What holds for every text. That the work is proportional to its length is not shown here: it would take a counter of steps in the cut, and a clock proves nothing.
/// </summary>
internal sealed class SegmenterPropertyTests
{
    private const string OddUnits = "\r\n \u001c\u0085\u00a0\u3000\0\ufeff\u200d.+#&-%_09azAZ";

    private static readonly Gen<char> Han = Gen.Char['\u4e00', '\u9fd5'];
    private static readonly Gen<char> Odd = Gen.OneOf(Gen.Char['\ud800', '\udfff'], Gen.Int[0, OddUnits.Length - 1].Select(i => OddUnits[i]));
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String, Gen.String[Han, 0, 60], Gen.String[Gen.OneOf(Han, Odd), 0, 300], Gen.String[Odd, 0, 300], Gen.String[Gen.OneOf(Han, Gen.Char, Odd), 0, 3_000],
        Gen.Int.Select(seed => new RandomText(new Random(seed)).Line()));

    private static readonly Segmenter Plain = new();
    private static readonly Segmenter WithWords = Changed();

    [Test]
    public void Words_joined_give_back_any_text([Values] bool hmm, [Values] bool changed) =>
        AnyText.Sample(text => string.Concat(Of(changed).Cut(text, hmm)) == text, iter: 3_000, print: Difference.Escape);

    [Test]
    public void Ends_rise_to_the_length_of_the_text_and_say_the_same_as_tokens_and_strings([Values] bool hmm, [Values] bool changed) => AnyText.Sample(
        text =>
        {
            var ends = new int[text.Length + 3];
            ends.AsSpan().Fill(-1);
            var count = Of(changed).Cut(text, ends, hmm);
            var tokens = new List<Token>();
            Of(changed).Cut(text, tokens, hmm);
            int[] starts = [0, .. ends.Take(count)];
            return starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second)
                && starts[^1] == text.Length
                && ends.Skip(text.Length).All(behind => behind == -1)
                && tokens.SequenceEqual(starts.Zip(starts.Skip(1), (start, end) => new Token(start, end - start)))
                && Of(changed).Cut(text, hmm).SequenceEqual(tokens.Select(t => t.In(text).ToString()));
        },
        iter: 3_000, print: Difference.Escape);

    [Test]
    public void Words_for_search_lie_in_the_text_and_those_of_the_cut_are_among_them_in_order([Values] bool hmm, [Values] bool changed) => AnyText.Sample(
        text =>
        {
            var (tokens, found) = (new List<Token>(), new List<Token>());
            Of(changed).Cut(text, tokens, hmm);
            Of(changed).CutForSearch(text, found, hmm);
            var next = 0;
            foreach (var token in found)
            {
                // Shorter words come before the one they lie in; the next of the cut is always the one they lead up to.
                if (token.Start < tokens[next].Start || token.End > tokens[next].End || token.Length == 0) return false;
                if (token == tokens[next]) next++;
            }
            return next == tokens.Count;
        },
        iter: 3_000, print: Difference.Escape);

    [Test]
    public void Every_character_is_in_a_word_of_the_full_cut([Values] bool changed) =>
        AnyText.Sample(text => Of(changed).CutAll(text).SelectMany(word => word).ToHashSet().IsSupersetOf(text), iter: 3_000, print: Difference.Escape);

    [Test]
    public void Tokens_are_appended()
    {
        var tokens = new List<Token> { new(7, 7) };

        Plain.Cut("车辆", tokens);
        Plain.CutForSearch("车辆", tokens);

        Assert.That(tokens, Is.EqualTo(new[] { new Token(7, 7), new Token(0, 2), new Token(0, 2) }));
    }

    [TestCase("堵车了")]
    [TestCase("龦龢龥")]
    [TestCase("一\r")]
    [TestCase("\ud83d\udc4d\ud83d")]
    public void A_text_of_millions_of_characters_comes_back_whole(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000));
        var ends = new int[text.Length];

        var count = Plain.Cut(text, ends);

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(1, count - 1).All(i => ends[i - 1] < ends[i]));
            Assert.That(ends[count - 1], Is.EqualTo(text.Length));
        });
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Too_few_places_for_the_ends_are_refused(int places) =>
        Assert.That(() => Plain.Cut("车辆", new int[places]), Throws.ArgumentException);

    private static Segmenter Of(bool changed) => changed ? WithWords : Plain;

    // Chance words of all kinds, some deleted: also what no block can hold.
    private static Segmenter Changed()
    {
        var texts = new RandomText(new Random(1));
        var segmenter = new Segmenter();
        segmenter.AddWords(Enumerable.Range(0, 2_000).Select(i => new UserWord(texts.NewWord(), i % 3 == 0 ? null : i % 50)));
        foreach (var lone in new[] { "\ud83d", "\udc4d车", "龦", "a", "\r\n", " " }) segmenter.AddWord(lone);
        return segmenter;
    }
}
