using ChatIntake.Cases;
using ChatIntake.EndToEnd.Running;
using Microsoft.Playwright;

namespace ChatIntake.EndToEnd.Page;

/// <summary>The chat page as somebody uses it, with the service behind it.</summary>
internal sealed class ChatPageTests
{
    // Names the file to write it to, e.g. docs/images/chat.png; install fonts-noto-color-emoji before.
    private const string Picture = "CHATINTAKE_PICTURE";

    private Browser browser = null!;
    private Town town = null!;
    private IPage page = null!;

    [OneTimeSetUp]
    public async Task StartBrowser() => browser = await Browser.Start();

    [OneTimeTearDown]
    public async Task StopBrowser()
    {
        if (browser is not null) await browser.DisposeAsync();
    }

    [SetUp]
    public async Task Open()
    {
        town = await Town.Open();
        page = await browser.Open(town.WeCom.BaseUrl);
    }

    [TearDown]
    public async Task Close()
    {
        await page.CloseAsync();
        await town.DisposeAsync();
    }

    [Test]
    public async Task A_problem_typed_by_a_member_gets_its_receipt_which_staff_quote_to_accept_it()
    {
        await OpenGroup("清榕市工业企业疫情防控和复工复产群");
        await Become("坡上青奶站小蔡");
        await Type("@小企 报!!两台奶罐车4点40就到石牛口了,11.6吨鲜奶,卡点不放行,再不过去酸度就超了");
        await Seen(".message.mine", "11.6吨鲜奶");
        await town.Pass(TimeSpan.FromSeconds(31));
        await Seen(".message.from-bot", "已登记 #1 坡上青乳业有限公司");

        await Become("工信局 阮科长");
        await page.Locator(".message.from-bot .said").First.ClickAsync();
        Assert.That(await page.Locator("#quote-text").TextContentAsync(), Does.StartWith("引用 小企:").Or.StartsWith("引用 小企："));
        await Type("@小企 受理");
        await town.Settle();
        await Seen(".message.from-bot", "#1 已受理");
        Assert.That(await page.Locator(".message.mine .quoted").Last.TextContentAsync(), Does.Contain("已登记 #1"));
        Assert.That(town.Store.Facts<CaseAccepted>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hostile_text_stays_text()
    {
        const string hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> **粗** `x` [链接](javascript:alert(1))";
        await OpenGroup("专班工作群");
        await Become("<b>坏人</b>");
        await Type("@小企 " + hostile);
        await Seen(".message.mine", "<script>document.title='taken'</script>");
        await Become("工信局 阮科长");
        await page.Locator(".message .said").First.ClickAsync();
        await Type("@小企 登记");
        await town.Pass(TimeSpan.FromMinutes(31));
        await Seen(".message.from-bot", "#1");
        Assert.That(await page.TitleAsync(), Is.EqualTo("企业微信（模拟）"));
        Assert.That(await page.Locator("#messages img, #messages script, #messages b b, #messages a[href^=javascript]").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_picture_of_the_page_is_small_enough_for_the_documents()
    {
        using var folder = new TemporaryFolder();
        var path = Environment.GetEnvironmentVariable(Picture) is { Length: > 0 } wanted ? wanted : Path.Combine(folder.Path, "chat.png");
        await OpenGroup("清榕市工业企业疫情防控和复工复产群");
        await Say("b02", "石牛口的情况收到了,还有哪家堵在那里的,一起报", 20);
        await Say("e001-dai", "@小企 我们发湛江港的6台重车从早上5点过就在石牛口卡点压起的,外省车牌一律劝返,这批磷酸是有船期的", 60);
        await town.WeCom.Say(Town.Enterprises, "b02", "@小企 受理", quote: (await town.WeCom.Messages(Town.Enterprises)).Last(m => m.Bot).MsgId);
        await town.Pass(TimeSpan.FromMinutes(2));
        await Say("d02-nie", "@小企 回复 #1 有船期的先放,6台已在登记,一小时内过卡", 30);
        await Become("榕峰-物流部小戴");
        await Seen(".message.from-bot", "一小时内过卡");
        await page.Locator("#text").FillAsync("@小企 ");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        Assert.That(new FileInfo(path).Length, Is.InRange(20 * 1024, 300 * 1024));
    }

    private async Task Say(string user, string text, int seconds)
    {
        await town.WeCom.Say(Town.Enterprises, user, text);
        await town.Pass(TimeSpan.FromSeconds(seconds));
    }

    private async Task OpenGroup(string name)
    {
        await page.Locator(".group", new PageLocatorOptions { HasText = name }).ClickAsync();
        await Assertions.Expect(page.Locator("#group-name")).ToHaveTextAsync(name);
    }

    private async Task Become(string name)
    {
        await page.Locator("#speaker").ClickAsync();
        await page.Locator("#people-filter").FillAsync(name);
        await page.Locator("#people-filter").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#speaker-name")).ToHaveTextAsync(name);
    }

    // The group's bubble appears when the message was told to the bot's owner, or before.
    private async Task Type(string text)
    {
        var before = await page.Locator(".message.mine").CountAsync();
        await page.Locator("#text").FillAsync(text);
        await page.RunAndWaitForResponseAsync(() => page.Locator("#text").PressAsync("Enter"), "**/sim/say");
        await Assertions.Expect(page.Locator(".message.mine")).ToHaveCountAsync(before + 1);
    }

    private Task Seen(string kind, string text) => Assertions.Expect(page.Locator(kind, new PageLocatorOptions { HasText = text }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
