using ChatIntake.EndToEnd.Running;
using ChatIntake.Notices;

namespace ChatIntake.EndToEnd.Notices;

/// <summary>Twenty posts a minute through one robot, whatever happens.</summary>
internal sealed class BudgetTests
{
    private const int Commands = 60;

    [Test]
    public async Task A_storm_of_sixty_answers_with_a_restart_in_the_middle_never_passes_the_limit_and_loses_none()
    {
        await using var town = await Town.Open();
        for (var i = 0; i < Commands; i++)
        {
            await town.WeCom.Say(Town.Enterprises, "b02", $"@小企 查询 #{1000 + i}");
            await town.Pass(TimeSpan.FromMilliseconds(700));
            if (i == Commands / 2) await town.Restart();
        }
        await town.Pass(TimeSpan.FromMinutes(5));

        var arrived = (await town.WeCom.Arrived()).Where(p => p.Key == "key-1").ToList();
        Assert.That(arrived.Select(p => p.Errcode), Has.All.Zero, "WeCom never had to refuse");
        Assert.That(MostInAMinute(arrived), Is.LessThanOrEqualTo(20).And.GreaterThan(10));
        var text = string.Join('\n', await town.WeCom.BotPosts(Town.Enterprises));
        for (var i = 0; i < Commands; i++)
            Assert.That(text.Split($"没有 #{1000 + i} 这件诉求"), Has.Length.EqualTo(2), $"the answer about #{1000 + i} stands there once");
        Assert.That(OutboxTable.Waiting(town.Store, StoreReading.Desk), Is.Empty);
    }

    internal static int MostInAMinute(IReadOnlyList<ArrivedPost> arrived) =>
        arrived.Max(first => arrived.Count(p => p.At >= first.At && p.At < first.At.AddSeconds(60)));
}
