using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ChatIntake.Tests.WeCom.Crypto;
using ChatIntake.WeCom.Callbacks;
using ChatIntake.WeCom.Crypto;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Callbacks;

public sealed class CallbackEnvelopeTests
{
    private static readonly CallbackCrypto Crypto = new(CryptoVectors.RobotToken, CryptoVectors.RobotKey, "");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);

    [TestCase("<xml><Encrypt><![CDATA[abc+/=]]></Encrypt></xml>", EnvelopeFormat.Xml)]
    [TestCase("\uFEFF \r\n<xml><ToUserName/><AgentID>2</AgentID><Encrypt>\nabc+/=\n</Encrypt></xml>", EnvelopeFormat.Xml)]
    [TestCase("""{"encrypt":"abc+/="}""", EnvelopeFormat.Json)]
    [TestCase("\uFEFF\n{\"encrypt\":\"abc+\\/=\"}", EnvelopeFormat.Json)]
    public void The_first_character_tells_the_form(string body, EnvelopeFormat format) =>
        Assert.That(Read(body), Is.EqualTo(new EncryptedBody(format, "abc+/=", "")));

    [TestCase("", "neither XML nor JSON")]
    [TestCase("encrypt=abc", "neither XML nor JSON")]
    [TestCase("<xml/>", "no cipher text")]
    [TestCase("<xml><Encrypt> </Encrypt></xml>", "no cipher text")]
    [TestCase("<xml><Encrypt>abc", "Not well-formed XML")]
    [TestCase("""{"Encrypt":"abc"}""", "no cipher text")]
    [TestCase("""{"encrypt":{}}""", "no cipher text")]
    [TestCase("""{"encrypt":"abc""", "Not well-formed JSON")]
    public void A_body_without_cipher_text_has_a_reason(string body, string reason)
    {
        var read = Read(body);
        Assert.That((read.Ok, read.Encrypt), Is.EqualTo((false, "")));
        Assert.That(read.Problem, Does.Contain(reason));
    }

    [Test]
    public void Any_bytes_are_read_without_an_exception() =>
        Gen.Select(Gen.OneOf("", "<xml>", "{\"encrypt\":"), Gen.Byte.Array[0, 60]).Sample((start, bytes) =>
            !CallbackEnvelope.ReadEncrypt([.. Encoding.UTF8.GetBytes(start), .. bytes]).Ok);

    [TestCase(EnvelopeFormat.Xml)]
    [TestCase(EnvelopeFormat.Json)]
    public void A_written_reply_is_read_and_opened_again(EnvelopeFormat format)
    {
        var reply = EncryptedReply.Seal(Crypto, "已登记 CASE-0042", Now, "nonce0001");
        var read = Read(CallbackEnvelope.Write(reply, format));
        Assert.That(read.Format, Is.EqualTo(format));
        Assert.That(Crypto.Open(reply.Signature, "1767225600", "nonce0001", read.Encrypt).Message, Is.EqualTo("已登记 CASE-0042"));
    }

    [Test]
    public void A_JSON_reply_names_its_fields_as_WeCom_does()
    {
        var json = CallbackEnvelope.WriteJson(new EncryptedReply("ab+/=", "sig", 1767225600, "n\"1"));
        Assert.That(json, Is.EqualTo("""{"encrypt":"ab+/=","msgsignature":"sig","timestamp":1767225600,"nonce":"n\"1"}"""));
        Assert.That(JsonDocument.Parse(json).RootElement.GetProperty("timestamp").ValueKind, Is.EqualTo(JsonValueKind.Number));
    }

    [Test]
    public void An_XML_reply_holds_any_nonce()
    {
        var xml = CallbackEnvelope.WriteXml(new EncryptedReply("ab+/=", "sig", 1767225600, "a]]><b>&\v"));
        var root = XDocument.Parse(xml).Root!;
        Assert.That(root.Elements().Select(e => (e.Name.LocalName, e.Value)), Is.EqualTo(new[]
        {
            ("Encrypt", "ab+/="), ("MsgSignature", "sig"), ("TimeStamp", "1767225600"), ("Nonce", "a]]><b>&"),
        }));
    }

    private static EncryptedBody Read(string body) => CallbackEnvelope.ReadEncrypt(Encoding.UTF8.GetBytes(body));
}
