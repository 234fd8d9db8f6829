using ChatIntake.Tests.WeCom.Crypto;
using ChatIntake.WeCom.Callbacks;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Callbacks;

public sealed class JsonCallbackTests
{
    [Test]
    public void The_verified_vector_of_an_AI_bot_is_read_whole() =>
        Assert.That(Bot(CryptoVectors.V3.Plain), Is.EqualTo(new RobotCallback
        {
            MessageId = "MSG-0001",
            ChatId = "wrCHAT01",
            ChatKind = ChatKind.Group,
            SenderId = "zhangsan",
            Kind = CallbackKind.Text,
            Text = "@case-bot 打印机卡纸 🖨 + 100%",
            ResponseUrl = "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE01",
            Raw = CryptoVectors.V3.Plain,
        }));

    [Test]
    public void A_group_robots_JSON_says_what_its_XML_says()
    {
        const string json = """
            {"webhook_url":" https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1","msgid":"MSG-0002","chatid":"wrCHAT01",
             "chattype":"group","from":{"userid":"zhangsan","name":"张三","alias":"jack"},
             "get_chat_info_url":"https://qyapi.weixin.qq.com/cgi-bin/webhook/get_chat_info?code=C1",
             "msgtype":"text","text":{"content":"@case-bot 门禁 <B2> & 电梯坏了"}}
            """;
        var xml = CallbackParser.ParseXml(CryptoVectors.V6.Plain).Callback!;
        Assert.That(Robot(json), Is.EqualTo(xml with { Raw = json }));
    }

    [Test]
    public void A_group_robots_mixed_message_and_event_have_their_own_names()
    {
        var mixed = Robot("""
            {"msgid":"1","msgtype":"mixed","mixed_message":{"msg_item":[
              {"msg_type":"text","text":{"content":"@bot"}},{"msg_type":"image","image":{"image_url":"u"}}]}}
            """);
        Assert.That((mixed.Kind, mixed.Text), Is.EqualTo((CallbackKind.Mixed, "@bot\n[图片]")));
        Assert.That(Robot("""{"msgid":"1","msgtype":"event","event":{"event_type":"enter_chat"}}""").EventType, Is.EqualTo("enter_chat"));
    }

    [TestCase("""{"msgtype":"text","text":{"content":"昨天的故障还在"}}""", "昨天的故障还在")]
    [TestCase("""{"msgtype":"image","image":{"url":"u"}}""", "[图片]")]
    [TestCase("""{"msgtype":"voice","voice":{"content":"停电了"}}""", "停电了")]
    [TestCase("""{"msgtype":"file","file":{"url":"u"}}""", "[文件]")]
    [TestCase("""{"msgtype":"video","video":{"url":"u"}}""", "[视频]")]
    [TestCase("""{"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"看"}},{"msgtype":"image"}]}}""", "看\n[图片]")]
    [TestCase("""{"msgtype":"weather"}""", null)]
    public void A_quote_is_read_like_a_message(string quote, string? text)
    {
        var callback = Bot($$$"""{"msgid":"M1","msgtype":"text","text":{"content":"@bot 登记"},"quote":{{{quote}}}}""");
        Assert.That((callback.Kind, callback.QuoteText), Is.EqualTo((CallbackKind.Text, text)));
    }

    [TestCase("""{"msgtype":"image","image":{"url":"u"}}""", CallbackKind.Image, "[图片]")]
    [TestCase("""{"msgtype":"voice","voice":{"content":"三号线停了"}}""", CallbackKind.Voice, "三号线停了")]
    [TestCase("""{"msgtype":"voice"}""", CallbackKind.Voice, "[语音]")]
    [TestCase("""{"msgtype":"file","file":{"url":"u"}}""", CallbackKind.File, "[文件]")]
    [TestCase("""{"msgtype":"video","video":{"url":"u"}}""", CallbackKind.Video, "[视频]")]
    [TestCase("""{"msgtype":"stream","stream":{"id":"S1"}}""", CallbackKind.StreamRefresh, "")]
    [TestCase("""{"msgtype":"template"}""", CallbackKind.Unknown, "")]
    [TestCase("""{"msgtype":7}""", CallbackKind.Unknown, "")]
    [TestCase("""{"msgtype":"text","text":"not an object"}""", CallbackKind.Unknown, "")]
    [TestCase("""{"msgtype":"mixed","mixed":{"msg_item":"not a list"}}""", CallbackKind.Mixed, "")]
    public void Each_kind_has_a_readable_text(string message, CallbackKind kind, string text)
    {
        var callback = Bot($$"""{"msgid":"M1",{{message[1..]}}""");
        Assert.That((callback.Kind, callback.Text), Is.EqualTo((kind, text)));
    }

    [Test]
    public void A_bots_event_names_its_type_and_instant()
    {
        var callback = Bot(
            """{"msgid":"E1","create_time":1767225600,"chattype":"single","msgtype":"event","event":{"eventtype":"enter_chat"}}""");
        Assert.That((callback.Kind, callback.EventType), Is.EqualTo((CallbackKind.Event, "enter_chat")));
        Assert.That(callback.CreateTime, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(callback.ChatKind, Is.EqualTo(ChatKind.Single));
    }

    [TestCase("-1")]
    [TestCase("1e99")]
    [TestCase("99999999999999")]
    [TestCase("\"soon\"")]
    public void A_time_that_is_none_is_left_out(string time) =>
        Assert.That(Bot($$"""{"msgid":"1","create_time":{{time}}}""").CreateTime, Is.Null);

    [Test]
    public void An_id_sent_as_a_number_keeps_its_digits() =>
        Assert.That(Bot("""{"msgid":4561255354251345929}""").MessageId, Is.EqualTo("4561255354251345929"));

    [TestCase("""{"msgtype":"text","text":{"content":"漏水"}}""")]
    [TestCase("""{"msgid":"","msgtype":"text","text":{"content":"漏水"}}""")]
    [TestCase("""{"msgid":null,"msgtype":"text","text":{"content":"漏水"}}""")]
    public void Without_an_id_a_callback_is_unknown_and_kept(string json)
    {
        var callback = Bot(json);
        Assert.That((callback.Kind, callback.Text, callback.Raw), Is.EqualTo((CallbackKind.Unknown, "漏水", json)));
    }

    [TestCase("第一行\n第二行", "第一行 第二行")]
    [TestCase("停\0电", "停 电")]
    [TestCase(@"第一行\n第二行", "第一行\n第二行")]
    [TestCase(@"坏\ud83d了", "坏\uFFFD了")]
    [TestCase(@"坏\udda8\ud83d了", "坏\uFFFD\uFFFD了")]
    [TestCase(@"坏\ud83d\udda8了", "坏🖨了")]
    [TestCase(@"C:\\ud83d", @"C:\ud83d")]
    public void Damage_inside_a_text_costs_nothing_but_itself(string content, string text) =>
        Assert.That(
            Bot($$$"""{"msgid":"1","msgtype":"text","text":{"content":"{{{content}}}"}}""").Text,
            Is.EqualTo(text));

    [Test]
    public void Half_a_character_is_replaced() =>
        Assert.That(
            Bot("{\"msgid\":\"1\",\"msgtype\":\"text\",\"text\":{\"content\":\"坏\uD83D了\"}}").Text,
            Is.EqualTo("坏\uFFFD了"));

    [Test]
    public void Raw_control_characters_between_the_parts_are_only_white_space() =>
        Assert.That(Bot("\uFEFF{\r\n\t\"msgid\": \"1\"\n}").MessageId, Is.EqualTo("1"));

    [TestCase("", "Not well-formed JSON")]
    [TestCase("{\"msgid\":", "Not well-formed JSON")]
    [TestCase("<xml/>", "Not well-formed JSON")]
    [TestCase("[]", "The JSON is not an object.")]
    [TestCase("null", "The JSON is not an object.")]
    public void What_is_no_object_is_refused_with_a_reason(string json, string reason)
    {
        var result = CallbackParser.ParseBotJson(json);
        Assert.That(result.Callback, Is.Null);
        Assert.That(result.Problem, Does.StartWith(reason));
    }

    [Test]
    public void Garbage_never_throws() =>
        Gen.OneOf(
            Gen.String,
            Gen.OneOf("\"msgid\":", "\"from\":", "{", "}", "[", "]", ",", "\"", @"\ud800", @"\u", "null", "1", "\uD800", "\n"))
            .Array[0, 12].Select(string.Concat)
            .Sample(text => CallbackParser.ParseBotJson("{" + text).Problem is not null
                && CallbackParser.ParseRobotJson(text).Problem is not null);

    private static RobotCallback Bot(string json) => Parsed(CallbackParser.ParseBotJson(json));

    private static RobotCallback Robot(string json) => Parsed(CallbackParser.ParseRobotJson(json));

    private static RobotCallback Parsed(CallbackResult result)
    {
        Assert.That(result.Problem, Is.Empty);
        return result.Callback!;
    }
}
