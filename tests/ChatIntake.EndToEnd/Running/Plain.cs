using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatIntake.EndToEnd.Running;

/// <summary>Callbacks before encryption, in the documented forms (documents 100719 and 99399).</summary>
internal static class Plain
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string BotJson(string msgId, string text, string user = "e001-dai", string chat = Town.Enterprises, string type = "text", string chatType = "group") =>
        JsonSerializer.Serialize(
            new { msgid = msgId, aibotid = "aib1", chatid = chat, chattype = chatType, from = new { userid = user }, msgtype = type, text = new { content = text } }, Json);

    internal static string RobotJson(string msgId, string text, string user = "e001-dai", string chat = Town.Park) => JsonSerializer.Serialize(
        new
        {
            webhook_url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1", msgid = msgId, chatid = chat, chattype = "group",
            from = new { userid = user, name = "小戴", alias = "" }, get_chat_info_url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/get_chat_info?code=C1",
            msgtype = "text", text = new { content = text },
        }, Json);

    internal static string RobotXml(string msgId, string text, string user = "e001-dai", string chat = Town.Park) =>
        $"<xml><WebhookUrl> <![CDATA[https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1]]></WebhookUrl><MsgId>{msgId}</MsgId><ChatId><![CDATA[{chat}]]></ChatId>"
        + $"<ChatType>group</ChatType><From><UserId>{user}</UserId><Name><![CDATA[小戴]]></Name><Alias><![CDATA[]]></Alias></From>"
        + "<GetChatInfoUrl><![CDATA[https://qyapi.weixin.qq.com/cgi-bin/webhook/get_chat_info?code=C1]]></GetChatInfoUrl>"
        + $"<MsgType>text</MsgType><Text><Content><![CDATA[{text}]]></Content></Text></xml>";
}
