using ChatIntake.Triage;
using CsCheck;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class TriagerPropertyTests
{
    private static readonly string[] Words =
    [
        "停电", "我们也是", "解决了", "不用管了", "1、", "2.", "还有就是", "青禾玻璃", "牧歌", "没有", "?", "。", "[图片]", "[", "]", "只够两天", "周五截止", "31号到期",
        "\ud83d", "帮", "反映", "谢谢", "车", "堵", "…", "\n", "赔偿",
    ];

    private static readonly Gen<string> Fragments = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.Select(Fragments.Array[0, 12], Gen.String[0, 5], (parts, odd) => string.Concat(parts) + odd));

    [Test]
    public void No_text_throws_and_every_verdict_is_whole()
    {
        Gen.Select(Texts.Array[1, 6], Gen.Int[1, 8].Array[6]).Sample((texts, senders) =>
        {
            var group = new Conversation();
            for (var i = 0; i < texts.Length; i++)
            {
                var verdict = group.Say(new ChatIntake.Chat.MemberId(senders[i]), texts[i]);
                var ofCase = verdict.Kind is VerdictKind.Addition or VerdictKind.Resolution or VerdictKind.Withdrawal;
                Assert.That(verdict.Case is not null, Is.EqualTo(ofCase));
                Assert.That(verdict.Problems.Count > 0, Is.EqualTo(verdict.Kind == VerdictKind.Report));
                Assert.That(verdict.Reasons, Is.Not.Empty);
            }
        }, iter: 300);
    }

    [Test]
    public void The_same_message_in_the_same_scene_has_the_same_verdict()
    {
        var group = new Conversation();
        group.Say(Glass, "车间停电了,窑炉要停");
        var (heard, scene) = (group.Hear(Paper, "我们也停电,另外纸箱断货,招不到工人"), group.Scene());
        var first = new Triager(Rules).Judge(heard, scene);

        for (var i = 0; i < 5; i++)
        {
            var again = new Triager(Rules).Judge(heard, scene);
            Assert.That((again.Kind, again.Case, again.Enterprise, again.Special), Is.EqualTo((first.Kind, first.Case, first.Enterprise, first.Special)));
            Assert.That(again.Problems, Is.EqualTo(first.Problems));
            Assert.That(again.Reasons, Is.EqualTo(first.Reasons));
        }
    }

    [Test]
    public void A_huge_message_is_judged()
    {
        var text = string.Concat(Enumerable.Repeat("停电堵车没人管,", 20_000));

        Assert.That(new Conversation().Say(Glass, text).Kind, Is.EqualTo(VerdictKind.Report));
    }
}
