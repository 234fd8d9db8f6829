using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ChatIntake.Tests.Simulator.Chat;

[TestFixture]
internal sealed class SayTests
{
    [TestCase("""{"chat":"企业服务群","text":"x"}""", "userId or sender")]
    [TestCase("""{"sender":"张三","text":"x"}""", "chatId or chat")]
    [TestCase("""{"chat":"企业服务群","sender":"张三"}""", "text is empty")]
    [TestCase("""{"chat":"企业服务群","sender":"张三","text":"x","quote":"nothing"}""", "quote is not")]
    [TestCase("""{"chat":"企业服务群","sender":"张三","text":"x","type":"dance"}""", "type is")]
    public async Task What_cannot_be_said_is_refused_with_the_reason(string body, string reason)
    {
        await using var town = await SimulatedTown.Open();
        using var response = await town.Http.PostAsync("sim/say", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(answer.GetProperty("error").GetString(), Does.StartWith(reason));
        Assert.That(await town.Messages(), Is.Empty);
    }

    [Test]
    public async Task A_message_of_another_group_cannot_be_quoted()
    {
        await using var town = await SimulatedTown.Open();
        var said = await town.Say("停电", chat: "园区群");
        using var response = await town.Http.PostAsJsonAsync("sim/say",
            new { chatId = "wr1", userId = "lisi", text = "登记", quote = said.GetProperty("msgId").GetString() });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_page_elsewhere_cannot_speak_here()
    {
        await using var town = await SimulatedTown.Open();
        // What a browser lets any page send without asking is not JSON by its type.
        using var plain = await town.Http.PostAsync("sim/say", new StringContent("""{"chat":"x","sender":"y","text":"z"}"""));
        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        using var renamed = new HttpRequestMessage(HttpMethod.Get, "sim/state") { Headers = { Host = "elsewhere.example" } };
        using var refused = await town.Http.SendAsync(renamed);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
