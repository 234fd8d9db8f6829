using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatIntake.Tests.Simulator.Page;

[TestFixture]
internal sealed class PageTests
{
    [Test]
    public async Task The_page_and_all_it_names_are_served_from_here_alone()
    {
        await using var town = await SimulatedTown.Open();
        using var page = await town.Http.GetAsync("");
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain("script-src 'self'"));
        var html = await page.Content.ReadAsStringAsync();
        Assert.That(html, Does.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("onclick"));

        var files = new Queue<string>(Regex.Matches(html, "(?:href|src)=\"(page/[^\"]+)\"").Select(m => m.Groups[1].Value));
        var seen = new HashSet<string>();
        while (files.TryDequeue(out var file))
        {
            if (!seen.Add(file)) continue;
            var text = await town.Http.GetStringAsync(file);
            foreach (Match import in Regex.Matches(text, "from '\\./([a-z]+\\.js)'")) files.Enqueue("page/" + import.Groups[1].Value);
            Assert.That(text, Does.Not.Match("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|DOMParser|srcdoc"), file);
        }
        Assert.That(seen, Is.EquivalentTo(new[]
        {
            "page/page.css", "page/page.js", "page/bubbles.js", "page/composer.js", "page/history.js", "page/markdown.js",
        }));
    }

    [Test]
    public async Task News_wait_for_the_next_message_and_come_in_order()
    {
        await using var town = await SimulatedTown.Open();
        await town.Say("一");
        var waiting = town.Http.GetFromJsonAsync<JsonElement>("sim/events?after=1");
        await town.Say("二");
        var news = await waiting;
        Assert.That(news.GetProperty("last").GetInt64(), Is.EqualTo(2));
        Assert.That(news.GetProperty("events")[0].GetProperty("text").GetString(), Is.EqualTo("二"));
    }

    [Test]
    public async Task Older_messages_come_page_by_page()
    {
        await using var town = await SimulatedTown.Open();
        for (var i = 1; i <= 5; i++)
        {
            await town.Say($"{i}");
            await town.Say("别处", chat: "园区群");
        }
        Assert.That(await Page("limit=2"), Is.EqualTo(new[] { (7L, "4"), (9L, "5") }));
        Assert.That(await Page("limit=2&before=7"), Is.EqualTo(new[] { (3L, "2"), (5L, "3") }));
        Assert.That(await Page("limit=2&before=3"), Is.EqualTo(new[] { (1L, "1") }));

        async Task<IEnumerable<(long, string?)>> Page(string query)
        {
            var page = await town.Http.GetFromJsonAsync<JsonElement>("sim/messages?chatId=wr1&" + query);
            return [.. page.GetProperty("messages").EnumerateArray().Select(m => (m.GetProperty("seq").GetInt64(), m.GetProperty("text").GetString()))];
        }
    }
}
