using ChatIntake.Chat;
using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class CommonProblemsTests
{
    [Test]
    public void Cases_of_different_firms_with_one_cause_share_a_label()
    {
        var group = new Conversation();
        group.Say(Glass, "滨河大桥突然限重20吨,我们的原料车过不去");
        group.Say(Paper, "滨河大桥限重,我们的纸浆车也过不去");
        group.Say(Tea, "我们也是");

        Assert.That(Labels(group).Values.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Labels(group).Keys, Is.EquivalentTo(new[] { new CaseId(1), new CaseId(2), new CaseId(3) }));
    }

    [Test]
    public void One_firm_alone_has_no_common_problem()
    {
        var group = new Conversation();
        group.Say(Glass, "变压器烧了,车间停电");

        Assert.That(Labels(group), Is.Empty);
    }

    [Test]
    public void Other_troubles_and_the_same_weeks_apart_share_nothing()
    {
        var group = new Conversation();
        group.Say(Glass, "变压器烧了,车间停电");
        group.Say(Paper, "银行不给续贷,资金周转不开");
        group.After(TimeSpan.FromDays(30)).Say(Tea, "变压器烧了,车间停电");

        Assert.That(Labels(group), Is.Empty);
    }

    private static IReadOnlyDictionary<CaseId, string> Labels(Conversation group) => CommonProblems.Group(group.Cases, Rules);
}
