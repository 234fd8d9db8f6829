namespace ChatIntake.Tests.Desk;

/// <summary>What people of the sample town say in these tests, chosen so plain that no choice of words takes it otherwise.</summary>
internal static class TestReports
{
    /// <summary>榕峰化工 (E001), in the charge of 特派员-陈立新.</summary>
    public const string Haulier = "榕峰-物流部小戴";

    public const string HaulierBoss = "榕峰化工 王总";

    /// <summary>Urgent, transport.held, led by 交警大队 (D02).</summary>
    public const string Held = "我们6台货车堵在石牛口卡点,不让过,请领导协调";

    public const string HeldStill = "补充一下:石牛口卡点我们那6台货车还堵着,不让过";

    public const string HeldOver = "石牛口卡点已经放行了,车都过去了,问题解决了,谢谢";

    public const string HeldTakenBack = "石牛口卡点堵车的事看错了,是误会,不用管了";

    /// <summary>嘉讯电子 (E034).</summary>
    public const string Hirer = "嘉讯电子 HR 阿珍";

    /// <summary>Normal, labour.hiring, led by 人社局 (D03).</summary>
    public const string Hiring = "我们招不到工人,普工缺口180个,想请人社局帮忙招工";

    /// <summary>玉龙陶瓷 (E045).</summary>
    public const string Potter = "玉龙陶瓷 喻工";

    /// <summary>Critical, utilities.power, led by 供电局 (D09).</summary>
    public const string Blackout = "全厂停电了,已经全线停产,请供电局马上来抢修";

    /// <summary>铁山铸造 (E041).</summary>
    public const string Founder = "铁山铸造 铁哥";

    /// <summary>funds.loans, led by 金融办 (D06): its content is nobody else's business.</summary>
    public const string Loan = "银行不肯续贷,180万贷款还不上,资金周转不开,请领导协调";

    public const string Stranger = "顺子 挖机吊车";

    /// <summary>A report that names no firm.</summary>
    public const string Anonymous = "领导,我们6台货车堵在老鹰嘴卡点,不让过,请帮忙协调";

    public const string Talk = "大家辛苦了,早上好";
}
