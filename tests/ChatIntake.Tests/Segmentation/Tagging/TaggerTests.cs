using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;
using CsCheck;

namespace ChatIntake.Tests.Segmentation.Tagging;

internal sealed class TaggerTests
{
    private static readonly Segmenter Plain = new();

    [TestCase("", "")]
    [TestCase("我爱北京", "我/r 爱/v 北京/ns")]
    [TestCase("\r\n\n\r\u001c", "\r\n/x \n/x \r/x \u001c/x")]
    [TestCase("３〇", "３/x 〇/x")]
    // Blocks end before a percent sign and a dash, unlike those of a plain cut.
    [TestCase("5%", "5/x %/x")]
    [TestCase("12%-3", "12/m %/x -/x 3/x")]
    [TestCase("a1.5b2+_", "a1/eng .5/m b2/eng +_/x")]
    [TestCase("1.5b2", "1.5/m b2/eng")]
    public void Odd_characters_have_the_tags_of_jieba(string text, string expected) => Assert.That(Tagged(Plain, text), Is.EqualTo(expected));

    [Test]
    public void A_surrogate_pair_is_one_word_and_so_is_a_lone_surrogate() =>
        Assert.That(Tagged(Plain, "\ude00😀\ud83d\ud83d😀\ud83d"), Is.EqualTo("\ude00/x 😀/x \ud83d/x \ud83d/x 😀/x \ud83d/x"));

    [Test]
    public void Without_the_model_letters_and_digits_are_one_foreign_word() =>
        Assert.That(Tagged(Plain, "1.5b2韡", hmm: false), Is.EqualTo("1/eng ./x 5b2/eng 韡/x"));

    [Test]
    public void An_added_word_has_its_tag_and_one_without_is_x()
    {
        var segmenter = new Segmenter();
        segmenter.AddWord("复工专班", tag: "nt");
        segmenter.AddWord("派工单");
        Assert.That(Tagged(segmenter, "复工专班的派工单"), Is.EqualTo("复工专班/nt 的/uj 派工单/x"));
    }

    [Test]
    public void A_tag_stays_when_a_word_is_added_again_without_one_or_with_an_empty_one([Values(null, "")] string? tag)
    {
        var segmenter = new Segmenter();
        segmenter.AddWord("复工专班", tag: "nt");
        segmenter.AddWord("复工专班", 5, tag);
        segmenter.AddWord("北京", 50_000, tag);
        Assert.That(Tagged(segmenter, "北京复工专班"), Is.EqualTo("北京/ns 复工专班/nt"));
    }

    [Test]
    public void An_added_tag_takes_the_place_of_the_dictionarys_also_for_one_character()
    {
        var segmenter = new Segmenter();
        segmenter.AddWords([new UserWord("北京", null, "city"), new UserWord("爱", 100_000, "heart")]);
        Assert.That(Tagged(segmenter, "我爱北京", hmm: false), Is.EqualTo("我/r 爱/heart 北京/city"));
    }

    [Test]
    public void Words_of_the_plain_cuts_blocks_are_not_found_across_a_percent_sign_or_a_dash()
    {
        var segmenter = new Segmenter();
        segmenter.AddWord("甲-乙", 1_000_000, "n");
        Assert.That(Tagged(segmenter, "甲-乙"), Does.Contain("-/x"));
    }

    [Test]
    public void Tokens_are_appended_to_those_in_the_list()
    {
        List<TaggedToken> tokens = [new(7, 1, "kept")];
        Plain.Tag("我爱", tokens);
        Assert.That(tokens, Is.EqualTo(new TaggedToken[] { new(7, 1, "kept"), new(0, 1, "r"), new(1, 1, "v") }));
    }

    [Test]
    public void Tokens_cover_any_text_without_gap_or_overlap([Values] bool hmm) => Gen.OneOf(Gen.String, Gen.String[Gen.Char['\u4e00', '\u9fff'], 0, 200]).Sample(
        text =>
        {
            var tokens = new List<TaggedToken>();
            Plain.Tag(text, tokens, hmm);
            var at = 0;
            foreach (var token in tokens)
            {
                if (token.Start != at || token.Length == 0 || token.Tag.Length == 0) return false;
                at = token.End;
            }
            return at == text.Length;
        },
        iter: 2_000);

    [TestCase('的')]
    [TestCase('龥')]
    [TestCase('a')]
    [TestCase('+')]
    public void A_hundred_thousand_times_one_character_is_tagged(char character)
    {
        var tokens = new List<TaggedToken>();
        Plain.Tag(new string(character, 100_000), tokens);
        Assert.That(tokens.Sum(t => t.Length), Is.EqualTo(100_000));
    }

    private static string Tagged(Segmenter segmenter, string text, bool hmm = true)
    {
        var tokens = new List<TaggedToken>();
        segmenter.Tag(text, tokens, hmm);
        return string.Join(' ', tokens.Select(token => $"{token.In(text)}/{token.Tag}"));
    }
}
