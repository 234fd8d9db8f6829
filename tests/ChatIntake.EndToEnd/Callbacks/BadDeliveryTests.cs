using System.Net;
using System.Text;
using System.Text.Json;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Callbacks;

/// <summary>Whatever is delivered, the answer is a refusal or the thing is kept with its reason, and the next good message gets through.</summary>
internal sealed class BadDeliveryTests
{
    private const string OtherKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private Town town = null!;
    private int number;

    [OneTimeSetUp]
    public async Task Open() => town = await Town.Open();

    [OneTimeTearDown]
    public async Task Close() => await town.DisposeAsync();

    [TearDown]
    public async Task A_good_message_right_after_gets_through()
    {
        var id = $"good-{++number}";
        using var response = await town.Bot.PostJson(Plain.BotJson(id, $"@小企 早 {number}"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await town.Settle();
        Assert.That(town.Store.Facts<MessageHeard>().Select(h => h.Message.Value), Does.Contain(town.Store.Inputs(id).Single().Value));
    }

    [Test]
    public Task A_wrong_signature_is_refused()
    {
        var (_, body) = town.Bot.Sealed(Plain.BotJson("bad", "x"), asXml: false);
        return Refused(town.Bot.Address("something else"), body, HttpStatusCode.Forbidden);
    }

    [TestCase(-3600), TestCase(3600), TestCase(-253_000_000_000)]
    public Task A_stale_timestamp_is_refused(long seconds)
    {
        var encrypt = town.Bot.Encrypt(Plain.BotJson("bad", "x"));
        var at = town.Now.ToUnixTimeSeconds() + seconds > -62_000_000_000 ? town.Now.AddSeconds(seconds) : DateTimeOffset.UnixEpoch;
        return Refused(town.Bot.Address(encrypt, at), Json(encrypt), HttpStatusCode.Forbidden);
    }

    [TestCase("99999999999999999999"), TestCase("-1"), TestCase("soon"), TestCase("253402300800")]
    public Task A_timestamp_that_is_none_is_refused(string timestamp)
    {
        var (address, body) = town.Bot.Sealed(Plain.BotJson("bad", "x"), asXml: false);
        return Refused(System.Text.RegularExpressions.Regex.Replace(address, "timestamp=[0-9]+", "timestamp=" + timestamp), body, HttpStatusCode.Forbidden);
    }

    [Test]
    public Task A_tampered_body_is_refused()
    {
        var encrypt = town.Bot.Encrypt(Plain.BotJson("bad", "x"));
        var tampered = (encrypt[0] == 'A' ? 'B' : 'A') + encrypt[1..];
        return Refused(town.Bot.Address(encrypt), Json(tampered), HttpStatusCode.Forbidden);
    }

    [Test]
    public Task What_another_key_encrypted_is_refused()
    {
        var other = new SignedCallbacks(town.Http, "/callback/bot", Town.Token, OtherKey, () => town.Now);
        var (address, body) = other.Sealed(Plain.BotJson("bad", "x"), asXml: false);
        return Refused(address, body, HttpStatusCode.Forbidden);
    }

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), TestCase("AAAA"), TestCase("not base64 at all"), TestCase("=")]
    public Task Broken_padding_and_cipher_texts_that_are_none_are_refused(string encrypt) =>
        Refused(town.Bot.Address(encrypt), Json(encrypt), HttpStatusCode.Forbidden);

    [Test]
    public Task A_body_over_one_MiB_is_refused() => Refused(town.Bot.Address("x"), new byte[(1 << 20) + 1], HttpStatusCode.RequestEntityTooLarge);

    [Test]
    public async Task A_body_over_one_MiB_of_unknown_length_is_refused()
    {
        using var content = new StreamContent(new MemoryStream(new byte[(1 << 20) + 1]));
        using var request = new HttpRequestMessage(HttpMethod.Post, town.Bot.Address("x")) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await town.Http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase(""), TestCase("\uFEFF"), TestCase("{}"), TestCase("[]"), TestCase("<xml/>"), TestCase("{\"encrypt\":[]}")]
    [TestCase("<!DOCTYPE x [<!ENTITY e \"e\">]><xml><Encrypt>&e;</Encrypt></xml>")]
    public Task A_body_without_a_cipher_text_is_refused(string body) => Refused(town.Bot.Address(""), Encoding.UTF8.GetBytes(body), HttpStatusCode.BadRequest);

    [Test]
    public async Task A_byte_order_mark_and_a_missing_content_type_do_no_harm()
    {
        var (address, body) = town.Bot.Sealed(Plain.BotJson("bom", "@小企 早"), asXml: false);
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. body]);
        using var response = await town.Bot.Send(address, content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(town.Store.Inputs("bom"), Has.Count.EqualTo(1));
    }

    [TestCase("not JSON", "unparsable"), TestCase("[1]", "unparsable"), TestCase("", "unparsable"), TestCase("{\"msgid\":\"lone\",\"text\":\"\\ud800\"}", "private")]
    public Task What_was_signed_and_cannot_be_read_is_kept(string plain, string code) => Kept(() => town.Bot.PostJson(plain), code);

    [Test]
    public Task XML_with_a_document_type_is_kept_unread() =>
        Kept(() => town.Robot.PostXml("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><MsgId>1</MsgId><Text><Content>&e;</Content></Text></xml>"), "unparsable");

    [Test]
    public Task A_kind_of_message_that_is_new_is_kept() => Kept(() => town.Bot.PostJson(Plain.BotJson("newkind", "x", type: "hologram")), "unknown-type");

    [Test]
    public Task A_message_without_an_id_is_kept() => Kept(() => town.Bot.PostJson(Plain.BotJson("", "没有编号的消息")), "unknown-type");

    [Test]
    public Task A_private_chat_is_kept_for_a_person() => Kept(() => town.Bot.PostJson(Plain.BotJson("whisper", "私聊", chatType: "single")), "private");

    [Test]
    public async Task An_event_is_answered_and_leaves_nothing()
    {
        var before = town.Store.Inputs().Count;
        using var response = await town.Robot.PostXml(
            "<xml><MsgId>ev1</MsgId><ChatId>wrQR-ENT-2</ChatId><ChatType>group</ChatType><From><UserId>u</UserId></From><MsgType>event</MsgType><Event><EventType>add_to_chat</EventType></Event></xml>");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(town.Store.Inputs(), Has.Count.EqualTo(before));
    }

    private async Task Refused(string address, byte[] body, HttpStatusCode status)
    {
        var before = town.Store.Inputs().Count(i => i.Row.Way is not null);
        using var response = await town.Bot.Send((address, body));
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(town.Store.Inputs().Count(i => i.Row.Way is not null), Is.EqualTo(before), "nothing of it is kept");
    }

    private async Task Kept(Func<Task<HttpResponseMessage>> post, string code)
    {
        var before = town.Store.Facts<InputSetAside>().Count;
        using var response = await post();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await town.Settle();
        Assert.That(town.Store.Facts<InputSetAside>().Skip(before).Select(s => s.Code), Is.EqualTo(new[] { code }));
    }

    private static byte[] Json(string encrypt) => JsonSerializer.SerializeToUtf8Bytes(new { encrypt });
}
