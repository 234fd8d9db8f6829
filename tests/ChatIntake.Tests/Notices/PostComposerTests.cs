using System.Text;
using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;
using CsCheck;

namespace ChatIntake.Tests.Notices;

public sealed class PostComposerTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['\u4e00', '\u9fa5']), 1, 60];

    [Test]
    public void Limits_are_kept_in_bytes_nothing_is_lost_and_urgent_ones_come_first() =>
        Gen.Select(Gen.Select(Text, Gen.Bool, Gen.Bool).List[0, 40], Gen.Int[40, 200], Gen.Int[40, 400]).Sample((all, text, markdown) =>
        {
            var notices = all.Select((n, i) => Notice(i, n.Item2 ? Pace.Now : Pace.Burst)).ToList();
            var posts = PostComposer.Compose(notices, n => (all[int.Parse(n.Template, null)].Item1, all[int.Parse(n.Template, null)].Item3), (text, markdown));
            var order = notices.Where(n => n.Pace == Pace.Now).Concat(notices.Where(n => n.Pace != Pace.Now)).Select(n => n.Id);
            return posts.All(p => Encoding.UTF8.GetByteCount(p.Text) <= (p.Markdown ? markdown : text))
                && posts.SelectMany(p => p.Notices).Select(n => n.Id).SequenceEqual(order)
                && posts.All(p => !p.Markdown || p.Notices.Length == 1)
                && posts.All(p => p.Text.EndsWith('…') || p.Text == string.Join("\n", p.Notices.Select(n => all[int.Parse(n.Template, null)].Item1)));
        });

    [Test]
    public void Notices_share_a_post_as_long_as_they_fit()
    {
        var posts = PostComposer.Compose([.. Enumerable.Range(0, 5).Select(i => Notice(i, Pace.Burst))], _ => ("四个汉字", false), (25, 25));
        Assert.That(posts.Select(p => p.Text), Is.EqualTo(new[] { "四个汉字\n四个汉字", "四个汉字\n四个汉字", "四个汉字" }));
    }

    [Test]
    public void A_notice_over_the_limit_loses_its_end_between_characters()
    {
        var post = PostComposer.Compose([Notice(1, Pace.Now)], _ => (string.Concat(Enumerable.Repeat("😀", 100)), false), (50, 50)).Single();
        Assert.That(post.Text, Is.EqualTo(string.Concat(Enumerable.Repeat("😀", 11)) + "…"));
    }

    [Test]
    public void A_post_names_each_of_its_cases_once() => Assert.That(
        PostComposer.CasesOf([Notice(1, Pace.Now) with { Args = new NoticeArgs { Case = new CaseId(3), Cases = [SampleNotice.Line] } }, Notice(2, Pace.Now) with { Args = new NoticeArgs { Case = new CaseId(12) } }]),
        Is.EqualTo(new[] { new CaseId(3), new CaseId(12) }));

    private static NoticeRow Notice(int number, Pace pace) => new()
    {
        Id = NoticeRow.IdOf(new InputId(number), 0), Audience = Audience.Staff, Template = $"{number}", Texts = 1, Args = new NoticeArgs(), Pace = pace, CreatedAt = StoredDesk.Start, NotBefore = StoredDesk.Start,
    };
}
