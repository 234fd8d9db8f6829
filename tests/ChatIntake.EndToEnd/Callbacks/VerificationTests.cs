using System.Net;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Callbacks;

/// <summary>The console's check of a callback URL, with the vectors V1 and V8 of the reference.</summary>
internal sealed class VerificationTests
{
    private const string V1 = "msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780&echostr=";
    private const string V1Echo = "P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D";
    private const string V8 = "msg_signature=495fd50ad4d8769bd14a0812e6ed4c81bc7ab52b&timestamp=1767225602&nonce=nonce0003&echostr="
        + "P8XLYP3mVm467GEjgHZ6BW6c6InhMu0u0OpsocCEgbO0ku5Ew7UcNOUsKo%2FSahXl3Ux9lSQPfoQ5YFMlSStFGA%3D%3D";

    private Town town = null!;

    [OneTimeSetUp]
    public async Task Open() => town = await Town.Open();

    [OneTimeTearDown]
    public async Task Close() => await town.DisposeAsync();

    [TestCase(TownSettings.CorpBotPath + "?" + V1 + V1Echo, "1616140317555161061", TestName = "An_address_with_a_receive_id_answers_the_decrypted_bytes_alone")]
    [TestCase("/callback/bot?" + V8, "7411882211009", TestName = "A_bots_address_answers_the_decrypted_bytes_alone")]
    [TestCase("/callback/robot?" + V8, "7411882211009", TestName = "A_robots_address_answers_the_decrypted_bytes_alone")]
    public async Task Answers(string address, string expected)
    {
        using var response = await town.Http.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(System.Text.Encoding.ASCII.GetBytes(expected)));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/plain"));
    }

    [TestCase("/callback/bot?" + V1 + V1Echo, TestName = "Another_bots_verification_is_refused")]
    [TestCase(TownSettings.CorpBotPath + "?" + V8, TestName = "A_verification_without_its_receive_id_is_refused")]
    [TestCase("/callback/bot", TestName = "A_verification_without_anything_is_refused")]
    public async Task Refuses(string address)
    {
        using var response = await town.Http.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Plus_signs_that_a_proxy_made_blanks_are_refused_or_repaired()
    {
        using var response = await town.Http.GetAsync(TownSettings.CorpBotPath + "?" + V1 + V1Echo.Replace("%2B", "+", StringComparison.Ordinal));
        if (response.StatusCode == HttpStatusCode.OK) Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("1616140317555161061"));
        else Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
