using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class ReportTests
{
    [TestCase("我们的货车在南湖收费站被拦下来了,已经等了三个小时", "transport")]
    [TestCase("装了一车瓶子的挂车停在检查站动弹不得,说没有通行证不让走", "transport")]
    [TestCase("跑遍了物流公司都叫不到车,成品堆满仓库", "transport")]
    [TestCase("进厂那条路被大雨冲垮一截,大车根本开不进来", "transport")]
    [TestCase("纯碱库存只剩两天,供应商说发不了货", "materials")]
    [TestCase("锅炉用煤快烧完了,哪里都买不到", "materials")]
    [TestCase("核心轴承坏了,备件从德国过来要两个月,生产线趴着", "materials")]
    [TestCase("旺季到了招不到包装工,还差二十几个人", "labour")]
    [TestCase("外省的工人被困在老家回不来,两条线没人开", "labour")]
    [TestCase("银行突然抽贷五百万,流动资金一下子断了", "funds")]
    [TestCase("县医院项目的货款拖欠我们一年多了,要了几十次都不给", "funds")]
    [TestCase("去年答应的技改补贴到现在还没到账", "funds")]
    [TestCase("宿舍楼拉了警戒线,三十多个员工被隔离在里面出不来", "epidemic")]
    [TestCase("口罩只够发到明天,药店也买不到", "epidemic")]
    [TestCase("镇上说一套县里说一套,到底要不要做核酸才能进厂,标准不统一", "epidemic")]
    [TestCase("昨天夜里又跳闸两次,变压器嗡嗡响,电压低得机器带不动", "utilities")]
    [TestCase("自来水从早上停到现在,冷却水池见底了", "utilities")]
    [TestCase("天然气压力不够,窑温上不去", "utilities")]
    [TestCase("环评报告交上去三个月没有人受理", "permits")]
    [TestCase("一个月来了七拨人检查,每次都要停线接待,罚款两张", "permits")]
    [TestCase("食品许可证下个月到期,窗口一直不给办延续", "permits")]
    [TestCase("附近村民围在厂门口闹事,保安拦不住", "other")]
    [TestCase("园区的下水道堵了,污水漫到车间门口", "other")]
    public void Trouble_in_whatever_words_is_a_report_of_its_category(string text, string category)
    {
        var verdict = new Conversation().Say(Glass, text);

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Report));
        Assert.That(verdict.Enterprise, Is.EqualTo(GlassFirm));
        Assert.That(verdict.Problems[0].Topic.Category, Is.EqualTo(category));
    }

    [TestCase("我们的车怎么还不放行?")]
    [TestCase("师傅在关卡坐了一上午了,不让过")]
    [TestCase("求助!车间屋顶漏雨,机器都泡水了")]
    public void A_question_a_hint_or_a_wish_may_state_trouble(string text)
    {
        Assert.That(new Conversation().Say(Paper, text).Kind, Is.EqualTo(VerdictKind.Report));
    }

    [TestCase("大家早上好")]
    [TestCase("收到,谢谢领导")]
    [TestCase("[强][强]")]
    [TestCase("👍👍")]
    [TestCase("青禾玻璃今日在岗 86 人,体温正常")]
    [TestCase("接龙 1.青禾 5箱 2.望江 3箱")]
    [TestCase("我们生产正常,请领导放心")]
    [TestCase("车已经放行了,感谢")]
    [TestCase("上个月断过一次电,早就好了")]
    [TestCase("要是油价再涨就难了")]
    [TestCase("口罩我们不缺")]
    [TestCase("领导在不?")]
    [TestCase("有个事想反映")]
    [TestCase("我家楼上漏水,把我家房子吊顶都泡坏了")]
    [TestCase("水泵坏了,我们自己修,不用登记")]
    [TestCase("大量供应消毒液,现货,有需要的加微信")]
    [TestCase("[转发] 某地化工厂发生爆炸,多人受伤")]
    [TestCase("请问复工申请表在哪里领?")]
    [TestCase("技改项目什么时候可以申报?")]
    public void Talk_good_news_and_pure_questions_are_no_report(string text)
    {
        Assert.That(new Conversation().Say(Glass, text).Kind, Is.Not.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void A_pure_question_is_a_question()
    {
        Assert.That(new Conversation().Say(Tea, "请问出口退税在哪个窗口办理?").Kind, Is.EqualTo(VerdictKind.Question));
    }

    [Test]
    public void A_stranger_may_report_and_nobody_knows_for_whom()
    {
        var verdict = new Conversation().Say(Stranger, "我们厂停电两个小时了,供电局电话打不通,生产全停了");

        Assert.That((verdict.Kind, verdict.Enterprise), Is.EqualTo((VerdictKind.Report, (ChatIntake.Chat.EnterpriseId?)null)));
    }

    [Test]
    public void A_stranger_who_names_a_firm_reports_for_it()
    {
        Assert.That(new Conversation().Say(Stranger, "望江纸品停电两个小时了,供电局电话打不通").Enterprise, Is.EqualTo(PaperFirm));
    }

    [Test]
    public void Numbered_problems_of_a_message_are_problems_of_one_report()
    {
        var verdict = new Conversation().Say(Glass, "两件事请领导协调:1、变压器容量不够,申请增容半年没批;2、缺10个熟练工,招不到");

        Assert.That(verdict.Problems.Select(p => p.Topic.Category), Is.EqualTo(new[] { "utilities", "labour" }));
    }

    [Test]
    public void A_second_problem_behind_还有就是_is_found()
    {
        var verdict = new Conversation().Say(Tea, "纸箱断货了,新茶没法包装;还有就是贷款下周到期,银行不给续贷");

        Assert.That(verdict.Problems.Select(p => p.Topic.Category), Is.EqualTo(new[] { "materials", "funds" }));
    }

    [Test]
    public void Full_width_and_traditional_forms_read_alike()
    {
        Assert.That(new Conversation().Say(Glass, "我們的貨車被攔在檢查站，不讓過！").Kind, Is.EqualTo(VerdictKind.Report));
    }

    [TestCase("麻烦政府帮忙协调两台挖机")]
    [TestCase("材料交了两个月没人理,是不是还要补?")]
    [Explicit("Reports that the shipped model takes for talk; to be run when it is trained anew.")]
    public void A_known_miss(string text) => Assert.That(new Conversation().Say(Paper, text).Kind, Is.EqualTo(VerdictKind.Report));

    [Test]
    public void Every_report_keeps_the_reasons_that_made_it()
    {
        var reasons = new Conversation().Say(Glass, "纯碱断供,窑炉明天就要停").Reasons;

        Assert.That(reasons.Where(r => r.Code == "topic").Select(r => r.Text), Is.EqualTo(new[] { "materials.raw" }));
        Assert.That(reasons.Single(r => r.Code == "act"), Is.EqualTo(reasons[0]).And.Property(nameof(Reason.Text)).EqualTo("Report"));
        Assert.That(reasons.Select(r => r.Code), Does.Contain("rival").And.Contain("instead").And.Contain("sign").And.Contain("topic-word"));
    }
}
