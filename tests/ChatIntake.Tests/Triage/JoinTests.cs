using ChatIntake.Chat;
using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class JoinTests
{
    private const string Held = "拉纯碱的车被堵在北门卡口,交警不让进城";

    [TestCase("司机姓周,电话 13900001111")]
    [TestCase("补充一下,一共三台车")]
    [TestCase("刚才说错了,是西门卡口")]
    [TestCase("还没人联系我们")]
    [TestCase("还堵着,司机饭都没吃")]
    public void Details_corrections_and_impatience_add_to_the_case(string text)
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        var verdict = group.Say(Glass, text);

        Assert.That((verdict.Kind, verdict.Case), Is.EqualTo((VerdictKind.Addition, (CaseId?)new CaseId(1))));
    }

    [Test]
    public void An_answer_to_the_question_of_an_official_adds_to_the_case()
    {
        var group = new Conversation();
        group.Say(Glass, Held);
        group.Say(Bureau, "车牌号多少?");

        Assert.That(group.Say(Glass, "云A 3K772").Kind, Is.EqualTo(VerdictKind.Addition));
    }

    [Test]
    public void The_same_text_again_in_another_group_adds_to_the_case()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        Assert.That(group.After(TimeSpan.FromHours(3)).Say(Glass, Held + "!", group: 2).Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public void A_picture_right_behind_belongs_to_the_case()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        Assert.That(group.Picture(Glass).Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public void A_picture_of_somebody_else_is_chat()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        Assert.That(group.Picture(Paper).Kind, Is.EqualTo(VerdictKind.Chat));
    }

    [Test]
    public void Another_trouble_minutes_later_is_another_report()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        Assert.That(group.Say(Glass, "银行不给续贷,下个月三百万贷款到期,资金周转不开").Kind, Is.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void Words_find_the_older_of_two_cases()
    {
        var group = new Conversation();
        group.Say(Glass, Held);
        group.Say(Glass, "变压器烧了,供电局说明天才来修,车间停电");

        Assert.That(group.Say(Glass, "北门卡口那几台车还在堵着").Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public void The_same_trouble_after_it_was_solved_is_a_new_report()
    {
        var group = new Conversation();
        group.Say(Paper, "停水了,纸机断水停车");
        group.Say(Paper, "来水了,谢谢");

        Assert.That(group.After(TimeSpan.FromHours(4)).Say(Paper, "又停水了,纸机停了").Kind, Is.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void Damage_spoken_of_after_the_end_adds_to_the_ended_case()
    {
        var group = new Conversation();
        group.Say(Paper, "停电了,全厂纸机停机");
        group.Say(Paper, "来电了");

        var verdict = group.After(TimeSpan.FromHours(4)).Say(Paper, "上午停电造成的损失谁来赔偿,废纸二十吨");

        Assert.That((verdict.Kind, verdict.Case), Is.EqualTo((VerdictKind.Addition, (CaseId?)new CaseId(1))));
    }

    [Test]
    public void An_addition_may_raise_the_urgency()
    {
        var group = new Conversation();
        group.Say(Paper, "废纸原料进不到货,库存不多了");

        Assert.That(group.Say(Paper, "原料只够今天,今晚就要全线停产").RaisedTo, Is.EqualTo(Urgency.Critical));
    }

    [Test]
    public void What_is_said_to_complete_joins_whatever_it_speaks_of()
    {
        var group = new Conversation();
        group.Say(Glass, "城管来检查,说占道,罚款三千");

        Assert.That(group.Say(Glass, "补充一下,三轮车也被扣在南门,不让走").Kind, Is.EqualTo(VerdictKind.Addition));
    }

    [Test]
    public void A_firm_that_speaks_up_on_what_was_reported_for_it_adds_to_the_case()
    {
        var group = new Conversation();
        group.Say(Glass, "帮云雾茶业反映一下,他家贷款到期银行不给续");

        Assert.That(group.Say(Tea, "是有这回事,农行的,三百万").Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public void An_old_case_does_not_draw_a_new_trouble_to_it()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        Assert.That(group.After(TimeSpan.FromDays(40)).Say(Glass, "运石英砂的货车在东站收费站被扣,不让走").Kind, Is.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void Thanks_and_greetings_join_nothing()
    {
        var group = new Conversation();
        group.Say(Glass, Held);
        group.Say(Bureau, "已联系交警大队");

        Assert.That(group.Say(Glass, "谢谢领导").Case, Is.Null);
        Assert.That(group.Say(Glass, "好的").Case, Is.Null);
    }

    [Test]
    public void What_staff_say_joins_nothing()
    {
        var group = new Conversation();
        group.Say(Glass, Held);

        var verdict = group.Say(Bureau, "青禾玻璃的车被堵在北门卡口,我马上联系交警");

        Assert.That((verdict.Kind, verdict.Case), Is.EqualTo((VerdictKind.Reply, (CaseId?)null)));
    }

    [Test]
    public void A_neighbour_who_knows_the_cause_adds_to_the_case()
    {
        var group = new Conversation();
        group.Say(Glass, "蒸汽压力掉到0.3,烘箱温度上不去");

        var verdict = group.Say(Paper, "对不住大家,是我们锅炉检修影响的,下午恢复供汽");

        Assert.That((verdict.Kind, verdict.Case), Is.EqualTo((VerdictKind.Addition, (CaseId?)new CaseId(1))));
    }

    [Test]
    public void Who_speaks_for_several_firms_goes_on_with_the_one_named()
    {
        Assert.That(new Conversation().Say(Holding, "牧歌的鲜奶车被拦在高速口,不让下").Enterprise, Is.EqualTo(DairyFirm));
    }
}
