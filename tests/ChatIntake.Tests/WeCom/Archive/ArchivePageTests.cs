using ChatIntake.WeCom.Archive;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Archive;

public sealed class ArchivePageTests
{
    private const string Whole = """
        {"seq":196,"msgid":"123_1667_external","message":{"msgid":"123_1667_external","action":"send","from":"zhangsan",
         "tolist":["lisi","wmXXXX"],"roomid":"wrXXXX","msgtime":1767225600123,"msgtype":"text","text":{"content":"电梯停了"}}}
        """;

    [Test]
    public void A_text_message_is_read_whole()
    {
        var entry = Only(Whole);
        Assert.That(entry, Is.EqualTo(new ArchiveEntry
        {
            Seq = 196,
            MessageId = "123_1667_external",
            Action = "send",
            From = "zhangsan",
            RoomId = "wrXXXX",
            SentAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, 123, TimeSpan.Zero),
            Kind = ArchiveKind.Text,
            MessageType = "text",
            Text = "电梯停了",
            Raw = entry.Raw,
        }));
        Assert.That(entry.Raw, Is.EqualTo(Whole.Trim()));
    }

    [TestCase("image", "{}", ArchiveKind.Image, "[图片]")]
    [TestCase("image", """{"filename":"漏水.jpg"}""", ArchiveKind.Image, "[图片 漏水.jpg]")]
    [TestCase("voice", "{}", ArchiveKind.Voice, "[语音]")]
    [TestCase("video", "{}", ArchiveKind.Video, "[视频]")]
    [TestCase("file", """{"filename":"库存.xlsx"}""", ArchiveKind.File, "[文件 库存.xlsx]")]
    [TestCase("location", """{"title":"B2 车间","address":"工业路 1 号"}""", ArchiveKind.Other, "[位置 B2 车间]")]
    [TestCase("link", """{"title":"通知"}""", ArchiveKind.Other, "[链接 通知]")]
    [TestCase("emotion", "{}", ArchiveKind.Other, "[表情]")]
    [TestCase("redpacket", "{}", ArchiveKind.Other, "[消息 redpacket]")]
    [TestCase("mixed", """{"item":[{"type":"text","content":"{\"content\":\"看\"}"},{"type":"image","content":"{}"},{"type":"text","content":"坏了"}]}""",
        ArchiveKind.Mixed, "看\n[图片]\n坏了")]
    public void Each_kind_has_a_readable_text(string type, string content, ArchiveKind kind, string text)
    {
        var entry = Only(Message($$"""
            "action":"send","from":"a","msgtime":1767225600123,"msgtype":"{{type}}","{{type}}":{{content}}
            """));
        Assert.That((entry.Kind, entry.Text, entry.Problem), Is.EqualTo((kind, text, (string?)null)));
    }

    [Test]
    public void A_quote_is_kept_beside_the_text()
    {
        var entry = Only(Message("""
            "action":"send","from":"a","msgtime":1,"msgtype":"text","text":{"content":"登记"},
            "quote":{"msgtype":"file","file":{"filename":"库存.xlsx"}}
            """));
        Assert.That((entry.Text, entry.QuoteText), Is.EqualTo(("登记", "[文件 库存.xlsx]")));
    }

    [TestCase("""  "action":"send","from":"a","msgtime":1,"msgtype":"revoke","revoke":{"pre_msgid":"M0"}  """)]
    [TestCase("""  "action":"recall","from":"a","msgtime":1,"msgtype":"revoke","revoke":{"pre_msgid":"M0"}  """)]
    public void A_message_taken_back_names_the_earlier_one(string body)
    {
        var entry = Only(Message(body));
        Assert.That((entry.Kind, entry.RevokedId, entry.Text), Is.EqualTo((ArchiveKind.Revoke, "M0", "")));
    }

    [Test]
    public void A_recall_that_repeats_the_message_does_not_say_it_again() =>
        Assert.That(
            Only(Message(""" "action":"recall","from":"a","msgtime":1,"msgtype":"text","text":{"content":"停电"} """)).Kind,
            Is.EqualTo(ArchiveKind.Revoke));

    [Test]
    public void A_change_of_enterprise_has_its_own_shape()
    {
        var entry = Only(Message(""" "action":"switch","time":1767225600123,"user":"zhangsan" """));
        Assert.That((entry.Kind, entry.From, entry.Problem), Is.EqualTo((ArchiveKind.Switch, "zhangsan", (string?)null)));
    }

    [TestCase("7")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"seq":7,"msgid":"M7"}""")]
    [TestCase("""{"seq":7,"msgid":"M7","message":"x"}""")]
    [TestCase("""{"seq":7,"message":{"action":"send","from":"a","msgtime":1,"msgtype":"text","text":{"content":"x"}}}""")]
    [TestCase("""{"msgid":"M7","message":{"action":"send","from":"a","msgtime":1,"msgtype":"text","text":{"content":"x"}}}""")]
    [TestCase("""{"seq":7,"msgid":"M7","message":{"action":"send","from":"a","msgtime":"soon","msgtype":"text","text":{"content":"x"}}}""")]
    [TestCase("""{"seq":7,"msgid":"M7","message":{"action":"send","from":"a","msgtime":1,"msgtype":"text","text":{}}}""")]
    [TestCase("""{"seq":7,"msgid":"M7","message":{"action":"send","msgtime":1,"msgtype":"text","text":{"content":"x"}}}""")]
    [TestCase("""{"seq":7,"msgid":"M7","message":{"action":"sing","from":"a","msgtime":1,"msgtype":"text","text":{"content":"x"}}}""")]
    public void A_broken_entry_is_kept_and_its_neighbours_are_whole(string broken)
    {
        var page = ArchivePage.Parse(Page($"{Whole},{broken},{Whole}"));
        Assert.That(page.Entries.Select(e => e.Kind), Is.EqualTo(new[] { ArchiveKind.Text, ArchiveKind.Broken, ArchiveKind.Text }));
        Assert.That(page.Entries[1].Problem, Is.Not.Null.And.Not.Empty);
        Assert.That(page.Entries[1].Raw, Is.EqualTo(broken));
    }

    [Test]
    public void The_next_position_is_the_largest_seen_and_never_goes_back()
    {
        var page = ArchivePage.Parse(Page($$"""{{Whole}},{"seq":198},{"seq":"x"}"""));
        Assert.That((page.SeqAfter(0), page.SeqAfter(500)), Is.EqualTo((198, 500)));
        Assert.That(ArchivePage.Parse(Page("")).SeqAfter(196), Is.EqualTo(196));
    }

    [TestCase("""{"errcode":301042,"errmsg":"ip not allowed"}""", 301042, "errcode 301042: ip not allowed")]
    [TestCase("<html>", 0, "Not well-formed JSON (line 0, byte 0).")]
    [TestCase("[]", 0, "The JSON is not an object.")]
    [TestCase("{}", 0, "The answer has no errcode.")]
    public void An_answer_that_is_no_page_says_why(string json, int errorCode, string problem)
    {
        var page = ArchivePage.Parse(json);
        Assert.That((page.Ok, page.ErrorCode, page.Problem), Is.EqualTo((false, errorCode, problem)));
        Assert.That(page.Entries, Is.Empty);
    }

    [Test]
    public void Garbage_never_throws() =>
        Gen.OneOf(Gen.String, Gen.OneOf("{", "}", "[", "]", ",", "\"message\":", "\"seq\":", "1", @"""\ud800"""))
            .Array[0, 10].Select(string.Concat)
            .Sample(text => ArchivePage.Parse(Page(text)).Problem is not null);

    private static string Page(string entries) => $$"""{"errcode":0,"errmsg":"ok","chatdata":[{{entries}}]}""";

    private static string Message(string body) => $$$"""{"seq":7,"msgid":"M7","message":{{{{body}}}}}""";

    private static ArchiveEntry Only(string entry)
    {
        var page = ArchivePage.Parse(Page(entry));
        Assert.That(page.Problem, Is.Empty);
        return page.Entries.Single();
    }
}
