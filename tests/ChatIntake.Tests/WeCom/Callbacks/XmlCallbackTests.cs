using ChatIntake.Tests.WeCom.Crypto;
using ChatIntake.WeCom.Callbacks;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Callbacks;

public sealed class XmlCallbackTests
{
    [Test]
    public void The_verified_vector_of_a_group_robot_is_read_whole()
    {
        var callback = Parsed(CryptoVectors.V6.Plain);
        Assert.That(callback, Is.EqualTo(new RobotCallback
        {
            MessageId = "MSG-0002",
            ChatId = "wrCHAT01",
            ChatKind = ChatKind.Group,
            SenderId = "zhangsan",
            SenderName = "张三",
            SenderAlias = "jack",
            Kind = CallbackKind.Text,
            Text = "@case-bot 门禁 <B2> & 电梯坏了",
            WebhookUrl = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1",
            ChatInfoUrl = "https://qyapi.weixin.qq.com/cgi-bin/webhook/get_chat_info?code=C1",
            Raw = CryptoVectors.V6.Plain,
        }));
    }

    [Test]
    public void Elements_may_come_in_any_order_plain_or_CDATA_with_space_around()
    {
        var callback = Parsed("""
            <xml>
              <Text><Content> <![CDATA[@bot 漏水]]> </Content></Text>
              <MsgType> <![CDATA[text]]></MsgType>
              <ChatType><![CDATA[single]]></ChatType>
              <From><Alias/><UserId><![CDATA[lisi]]></UserId></From>
              <WebhookUrl> https://qyapi.weixin.qq.com/x </WebhookUrl>
              <MsgId> CAAQ/8==  </MsgId>
            </xml>
            """);
        Assert.That(callback.MessageId, Is.EqualTo("CAAQ/8=="));
        Assert.That(callback.ChatKind, Is.EqualTo(ChatKind.Single));
        Assert.That(callback.SenderId, Is.EqualTo("lisi"));
        Assert.That(callback.WebhookUrl, Is.EqualTo("https://qyapi.weixin.qq.com/x"));
        Assert.That(callback.Text, Is.EqualTo("@bot 漏水"));
    }

    [Test]
    public void A_number_beyond_2_to_the_53_keeps_its_digits() =>
        Assert.That(Parsed(Message("<MsgId>4561255354251345929</MsgId>")).MessageId, Is.EqualTo("4561255354251345929"));

    [Test]
    public void A_mixed_message_joins_its_texts_and_marks_its_images()
    {
        var callback = Parsed("""
            <xml><MsgId>1</MsgId><MsgType>mixed</MsgType><MixedMessage>
              <MsgItem><MsgType>text</MsgType><Text><Content>看这里 @bot</Content></Text></MsgItem>
              <MsgItem><MsgType>image</MsgType><Image><ImageUrl>https://x/1</ImageUrl></Image></MsgItem>
              <MsgItem><MsgType>text</MsgType><Text><Content>坏了</Content></Text></MsgItem>
            </MixedMessage></xml>
            """);
        Assert.That(callback.Kind, Is.EqualTo(CallbackKind.Mixed));
        Assert.That(callback.Text, Is.EqualTo("看这里 @bot\n[图片]\n坏了"));
    }

    [Test]
    public void An_event_names_its_type()
    {
        var callback = Parsed(
            "<xml><Event><EventType><![CDATA[add_to_chat]]></EventType></Event><MsgType>event</MsgType><MsgId>2</MsgId></xml>");
        Assert.That(callback.Kind, Is.EqualTo(CallbackKind.Event));
        Assert.That(callback.EventType, Is.EqualTo("add_to_chat"));
        Assert.That(callback.Text, Is.Empty);
    }

    [TestCase("image", CallbackKind.Image, "[图片]")]
    [TestCase("voice", CallbackKind.Voice, "[语音]")]
    [TestCase("file", CallbackKind.File, "[文件]")]
    [TestCase("video", CallbackKind.Video, "[视频]")]
    [TestCase("attachment", CallbackKind.Attachment, "[按钮]")]
    [TestCase("command", CallbackKind.Unknown, "")]
    [TestCase("", CallbackKind.Unknown, "")]
    public void Each_kind_has_a_readable_text(string type, CallbackKind kind, string text)
    {
        var callback = Parsed($"<xml><MsgId>1</MsgId><MsgType>{type}</MsgType></xml>");
        Assert.That((callback.Kind, callback.Text), Is.EqualTo((kind, text)));
    }

    [TestCase("blackboard", ChatKind.Other)]
    [TestCase("blackboard_reply", ChatKind.Other)]
    [TestCase("group", ChatKind.Group)]
    public void Blackboards_are_other_chats(string type, ChatKind kind) =>
        Assert.That(Parsed(Message($"<ChatType>{type}</ChatType>")).ChatKind, Is.EqualTo(kind));

    [TestCase("<xml><MsgType>text</MsgType><Text><Content>漏水</Content></Text></xml>")]
    [TestCase("<xml><MsgId> </MsgId><MsgType>text</MsgType><Text><Content>漏水</Content></Text></xml>")]
    [TestCase("<xml><MsgId>1</MsgId><MsgType>text</MsgType></xml>")]
    public void Without_an_id_or_content_a_callback_is_unknown_and_kept(string xml)
    {
        var callback = Parsed(xml);
        Assert.That((callback.Kind, callback.Raw), Is.EqualTo((CallbackKind.Unknown, xml)));
    }

    [TestCase("停电\v了", "停电了")]
    [TestCase("停电&#11;了", "停电\v了")]
    public void Characters_illegal_in_XML_cost_nothing_but_themselves(string content, string text) =>
        Assert.That(Parsed(Message($"<MsgId>1</MsgId><Text><Content>{content}</Content></Text>")).Text, Is.EqualTo(text));

    [Test]
    public void Half_a_character_is_replaced() =>
        Assert.That(
            Parsed(Message("<MsgId>1</MsgId><Text><Content>停电\uD83D了</Content></Text>")).Text,
            Is.EqualTo("停电\uFFFD了"));

    [TestCase("")]
    [TestCase("hello")]
    [TestCase("<xml><MsgId>1</xml>")]
    [TestCase("""<!DOCTYPE xml [<!ENTITY a "aaaa">]><xml><MsgId>&a;</MsgId></xml>""")]
    [TestCase("""<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml/>""")]
    public void What_is_no_plain_XML_is_refused_with_a_reason(string xml)
    {
        var result = CallbackParser.ParseXml(xml);
        Assert.That(result.Callback, Is.Null);
        Assert.That(result.Problem, Does.StartWith("Not well-formed XML"));
    }

    [Test]
    public void Garbage_never_throws() =>
        Gen.OneOf(Gen.String, Gen.OneOf("<xml>", "</xml>", "<Text>", "<![CDATA[", "]]>", "&#xD800;", "&", "\v", "\uD800"))
            .Array[0, 12].Select(string.Concat)
            .Sample(text => CallbackParser.ParseXml("<xml>" + text).Problem is not null);

    private static string Message(string inner) => $"<xml><MsgType>text</MsgType>{inner}</xml>";

    private static RobotCallback Parsed(string xml)
    {
        var result = CallbackParser.ParseXml(xml);
        Assert.That(result.Problem, Is.Empty);
        return result.Callback!;
    }
}
