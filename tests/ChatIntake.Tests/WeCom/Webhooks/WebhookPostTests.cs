using ChatIntake.WeCom.Webhooks;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class WebhookPostTests
{
    [Test]
    public void A_text_names_those_it_mentions() =>
        Assert.That(
            WebhookPost.Text("CASE-0042 已超时，请处理", ["zhangsan", "@all"], ["13800000000"]).ToJson(),
            Is.EqualTo("""{"msgtype":"text","text":{"content":"CASE-0042 已超时，请处理","mentioned_list":["zhangsan","@all"],"mentioned_mobile_list":["13800000000"]}}"""));

    [Test]
    public void A_text_that_mentions_nobody_has_no_lists() =>
        Assert.That(WebhookPost.Text("好").ToJson(), Is.EqualTo("""{"msgtype":"text","text":{"content":"好"}}"""));

    [Test]
    public void Markdown_keeps_its_marks_and_line_breaks() =>
        Assert.That(
            WebhookPost.Markdown("### CASE-0042\n> <font color=\"warning\">待处理</font>").ToJson(),
            Is.EqualTo("""{"msgtype":"markdown","markdown":{"content":"### CASE-0042\n> <font color=\"warning\">待处理</font>"}}"""));

    [Test]
    public void Half_a_character_is_replaced_rather_than_refused() =>
        Assert.That(WebhookPost.Text("坏\uD83D了").ToJson(), Does.Contain("坏\uFFFD了").Or.Contain(@"坏\uFFFD了"));
}
