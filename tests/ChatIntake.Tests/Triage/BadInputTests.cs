using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Triage;
using ChatIntake.Triage.Model;
using static ChatIntake.Tests.Triage.Conversation;
using Played = ChatIntake.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

/// <summary>Whatever is sent is decided, with reasons, in work that grows no faster than its length: the work is counted, not timed.</summary>
internal sealed class BadInputTests
{
    private static readonly string[] Hostile =
    [
        "停", "不", "[", "[]", "没有", "1、", "车堵了,", "缺人缺料缺钱", "\u0000\u0007", "\ud83d", "𠮷", "http://a.b ", "@小企", "0", "京A", "\n", "的", "我们也是。",
    ];

    [TestCaseSource(nameof(Hostile))]
    public void Twice_as_much_of_the_same_is_twice_the_work_at_most(string piece)
    {
        for (var length = 250; length <= 1000; length *= 2)
        {
            var (once, twice) = (Work(Repeat(piece, length)), Work(Repeat(piece, 2 * length)));
            Assert.That(twice, Is.LessThanOrEqualTo(2.2 * once + 200), $"{length} characters");
        }
    }

    [TestCaseSource(nameof(Hostile))]
    public void Nobody_makes_more_work_by_writing_a_million_characters(string piece) =>
        Assert.That(Work(Repeat(piece, 1_000_000)), Is.LessThanOrEqualTo(1.01 * Work(Repeat(piece, 3_000)) + 10));

    [TestCaseSource(nameof(Hostile))]
    public void Fifty_thousand_characters_of_anything_get_a_verdict_with_reasons(string piece) =>
        Assert.That(new Conversation().Say(Glass, Repeat(piece, 50_000)).Reasons, Is.Not.Empty);

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("\u200b\u200b")]
    [TestCase("\u0000")]
    public void What_says_nothing_is_set_aside_with_a_reason(string text)
    {
        var verdict = new Conversation().Say(Glass, text);
        Assert.That((verdict.Kind, verdict.Reasons.Count > 0), Is.EqualTo((VerdictKind.Chat, true)));
    }

    [Test]
    public void A_flood_from_one_sender_costs_each_message_no_more_than_the_one_before()
    {
        const int Flood = 1_600;
        var segmenter = new CountingSegmenter();
        var rules = new ReadingRules(Rules.Reading.Lexicon, segmenter);
        var triager = new Triager(Rules with { Reading = rules });
        var conversation = new Played(Conversation.Roster);
        var cut = new List<long>();
        for (var i = 1; i <= Flood; i++)
        {
            var heard = new Heard
            {
                Id = new MessageId(i), Group = new GroupId(1), Sender = Glass, Role = SenderRole.Enterprise, Enterprises = [GlassFirm],
                PostedAt = new DateTimeOffset(2021, 6, 15, 9, 0, 0, TimeSpan.FromHours(8)).AddSeconds(i), Text = $"第{i}遍,我们的车还堵在桥头,没人管",
            };
            var before = segmenter.Characters;
            var verdict = triager.Judge(heard, conversation.Scene(heard.PostedAt));
            cut.Add(segmenter.Characters - before);
            conversation.Hear(heard, verdict, false);
            Assert.That(CaseFeatures.Candidates(new Occasion(heard, conversation.Scene(heard.PostedAt), rules)), Has.Count.LessThanOrEqualTo(20));
        }
        Assert.That(cut.Skip(Flood / 2).Average(), Is.LessThanOrEqualTo(1.5 * cut.Skip(Flood / 8).Take(Flood / 8).Average()));
    }

    // What the lexicon looks at, and the features of the text.
    private static long Work(string text)
    {
        Rules.Reading.Lexicon.Matcher.Find(new TextView(text), out var looks);
        var occasion = new Occasion(new Conversation().Hear(Glass, text), new Conversation().Scene(), Rules.Reading);
        var bag = new FeatureBag(named: true);
        ActFeatures.Collect(occasion, new ReadingCache(Rules.Reading), bag);
        return looks + bag.Count;
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1))[..length];

    private sealed class CountingSegmenter : ISegmenter
    {
        private readonly Segmenter inner = new();

        internal long Characters { get; private set; }

        public void Cut(ReadOnlySpan<char> text, List<Token> into)
        {
            Characters += text.Length;
            ((ISegmenter)inner).Cut(text, into);
        }

        public void AddWord(string word) => inner.AddWord(word);
    }
}
