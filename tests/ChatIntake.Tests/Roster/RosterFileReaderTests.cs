using ChatIntake.Roster;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Roster;

public sealed class RosterFileReaderTests
{
    private const string Head = "\"format\": \"chatintake-roster\", \"version\": 1, ";

    [Test]
    public void The_sample_town_is_read_whole()
    {
        var reading = RosterFileReader.Read(TownFiles.Roster);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Errors, Is.Empty);
            Assert.That(reading.Warnings, Is.Empty);
            Assert.That(reading.File!.Enterprises, Has.Count.EqualTo(92));
            Assert.That(reading.File!.Commissioners, Has.Count.EqualTo(43));
            Assert.That(reading.File!.Departments, Has.Count.EqualTo(31));
            Assert.That(reading.File!.Level, Is.EqualTo("市"));
        });
    }

    [Test]
    public void The_smaller_form_is_read_and_names_take_the_place_of_keys()
    {
        var reading = RosterFileReader.Read(TownFiles.Read("tests", "data", "roster-small.json"));
        Assert.Multiple(() =>
        {
            Assert.That(reading.Errors, Is.Empty);
            Assert.That(reading.Warnings, Is.Empty);
            Assert.That(reading.File!.Enterprises, Has.Count.EqualTo(40));
            Assert.That(reading.File!.Enterprises[0].Key, Is.EqualTo("泰丰磷肥有限公司"));
            Assert.That(reading.File!.Enterprises[0].Members[0], Is.EqualTo(new FilePerson(null, "泰丰磷肥 熊总")));
            Assert.That(reading.File!.Bureau, Has.Count.EqualTo(3));
        });
    }

    [TestCase("""{ }""")]
    [TestCase("""{ "enterprises": [] /* none yet */, }""")]
    public void Any_list_may_be_missing(string json) => Assert.That(RosterFileReader.Read(json).Errors, Is.Empty);

    [TestCase("", "不是有效的 JSON:第 1 行附近")]
    [TestCase("{\n\n \"desk\": ", "不是有效的 JSON:第 3 行附近")]
    [TestCase("[]", "花名册应为一个 JSON 对象")]
    [TestCase("null", "花名册应为一个 JSON 对象")]
    [TestCase("{ \"format\": \"other\" }", "花名册.format 是“other”,应为其中之一:chatintake-roster")]
    [TestCase("{ HEAD \"version\": 2 }", "花名册.version 是 2,应为 1")]
    [TestCase("{ HEAD \"desk\": {} }", "花名册.desk.name 缺少或为空")]
    [TestCase("{ HEAD \"desk\": { \"name\": \"专班\", \"level\": \"镇\" } }", "花名册.desk.level 是“镇”,应为其中之一:县、市、州、省")]
    [TestCase("{ HEAD \"desk\": [] }", "花名册.desk 应为对象")]
    [TestCase("{ HEAD \"enterprises\": {} }", "花名册.enterprises 应为列表")]
    [TestCase("{ HEAD \"enterprises\": [7] }", "花名册.enterprises[0] 格式不对")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \" \" }] }", "花名册.enterprises[0].name 缺少或为空")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": 5 }] }", "花名册.enterprises[0].name 应为文字", "花名册.enterprises[0].name 缺少或为空")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"tier\": \"特大\" }] }", "花名册.enterprises[0].tier 是“特大”,应为其中之一:重点、规上、其他")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"resumption\": \"快了\" }] }", "花名册.enterprises[0].resumption 是“快了”,应为其中之一:停工、已申请、已批准、已复工、满产")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"employees\": -1 }] }", "花名册.enterprises[0].employees 应为非负整数")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"place\": \"月球\" }] }", "企业“一厂”的地点“月球”不在 places 里")]
    [TestCase("{ HEAD \"places\": [\"东园\"], \"departments\": [{ \"name\": \"东园管委会\", \"places\": [\"西园\"] }] }", "责任单位“东园管委会”的地点“西园”不在 places 里")]
    [TestCase("{ HEAD \"places\": [\"东园\"], \"departments\": [{ \"name\": \"甲\", \"places\": [\"东园\"] }, { \"name\": \"乙\", \"places\": [\"东园\"] }] }", "责任单位分管的地点“东园”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"commissioner\": \"C9\" }] }", "企业“一厂”的特派员“C9”不在名单里")]
    [TestCase("{ HEAD \"enterprises\": [{ \"key\": \"E1\", \"name\": \"一厂\" }, { \"key\": \"E1\", \"name\": \"二厂\" }] }", "企业 key“E1”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"aliases\": [\"老厂\"] }, { \"name\": \"二厂\", \"aliases\": [\"老厂\"] }] }", "企业简称“老厂”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"aliases\": [\"二厂\"] }, { \"name\": \"二厂\" }] }", "企业简称“二厂”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"members\": [{ \"display\": \"张三\" }] }] }", "花名册.enterprises[0].members[0].user 缺少或为空")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"members\": [\"\"] }] }", "花名册.enterprises[0].members[0] 为空")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"members\": [{ \"user\": \"u\", \"display\": \"甲\" }, { \"user\": \"u\", \"display\": \"甲\" }] }] }", "用户“u”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"members\": [{ \"user\": \"u\", \"display\": \"甲\" }] }], \"bureau\": [{ \"user\": \"u\", \"display\": \"甲\" }] }", "用户“u”出现了 2 次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"一厂\", \"members\": [{ \"user\": \"u\", \"display\": \"甲\", \"phone\": \"1\" }] }, { \"name\": \"二厂\", \"members\": [{ \"user\": \"u\", \"display\": \"甲\", \"phone\": \"2\" }] }] }", "用户“u”在各企业的显示名、职务或电话不一致")]
    [TestCase("{ HEAD \"departments\": [{ \"name\": \"交通局\", \"kind\": \"公司\" }] }", "花名册.departments[0].kind 是“公司”,应为其中之一:部门、乡镇街道、园区、企业化单位")]
    [TestCase("{ HEAD \"departments\": [{ \"name\": \"市交通局\", \"short\": [\"交通局\"] }, { \"name\": \"县交通局\", \"short\": [\"交通局\"] }] }", "责任单位名称“交通局”出现了 2 次")]
    [TestCase("{ HEAD \"departments\": [{ \"name\": \"交通局\", \"handles\": [\"打车\"] }] }", "责任单位“交通局”的类别“打车”不存在")]
    [TestCase("{ HEAD \"departments\": [{ \"name\": \"交通局\", \"staff\": [{ \"user\": \"u\", \"display\": \"甲\", \"head\": \"是\" }] }] }", "花名册.departments[0].staff[0].head 应为 true 或 false")]
    [TestCase("{ HEAD \"commissioners\": [{ \"name\": \"陈\", \"from\": \"2020-2-1\" }] }", "花名册.commissioners[0].from 是“2020-2-1”,应为日期,如 2020-02-10")]
    [TestCase("{ HEAD \"commissioners\": [{ \"name\": \"陈\", \"from\": \"2020-02-10\", \"to\": \"2020-02-09\" }] }", "特派员“陈”的结束日期早于开始日期")]
    [TestCase("{ HEAD \"commissioners\": [{ \"key\": \"C1\", \"name\": \"陈\" }, { \"key\": \"C1\", \"name\": \"李\" }] }", "特派员 key“C1”出现了 2 次")]
    [TestCase("{ HEAD \"leaders\": [{ \"user\": \"l\", \"display\": \"甲\", \"level\": \"国\" }] }", "花名册.leaders[0].level 是“国”,应为其中之一:县、市、州、省")]
    [TestCase("{ HEAD \"groups\": [{ \"name\": \"群\", \"kind\": \"public\" }] }", "花名册.groups[0].kind 是“public”,应为其中之一:enterprise、staff")]
    [TestCase("{ HEAD \"groups\": [{ \"name\": \"甲\", \"kind\": \"staff\" }, { \"name\": \"乙\", \"kind\": \"staff\" }] }", "只能有一个工作群(kind 为 staff)")]
    [TestCase("{ HEAD \"groups\": [{ \"name\": \"甲\" }, { \"key\": \"G2\", \"name\": \"甲\" }] }", "群名称“甲”出现了 2 次")]
    [TestCase("{ HEAD \"groups\": [{ \"name\": \"甲\", \"outer\": [{ \"channel\": \"wecom\", \"account\": \"ww\" }] }] }", "花名册.groups[0].outer[0].chat 缺少或为空")]
    [TestCase("{ HEAD \"places\": [\"东园\", \"东园\"] }", "places 里的“东园”出现了 2 次")]
    [TestCase("{ HEAD \"bureau\": [], \"bureau\": [] }", "花名册.bureau 写了两次")]
    [TestCase("{ HEAD \"enterprises\": [{ \"name\": \"\\ud800厂\" }] }", "花名册.enterprises[0].name 里有不完整的字符", "花名册.enterprises[0].name 缺少或为空")]
    public void What_is_refused(string json, params string[] errors)
    {
        var reading = RosterFileReader.Read(json.Replace("HEAD \"version\": 2", "\"format\": \"chatintake-roster\", \"version\": 2", StringComparison.Ordinal).Replace("HEAD ", Head, StringComparison.Ordinal));
        Assert.That(reading.Errors, Is.EqualTo(errors));
        Assert.That(reading.File, Is.Null);
    }

    [Test]
    public void All_errors_are_reported_at_once()
    {
        var reading = RosterFileReader.Read("{" + Head + """
            "enterprises": [{ "name": "", "tier": "大" }, { "name": "二厂", "commissioner": "无" }], "commissioners": [{ "from": "x" }] }
            """);
        Assert.That(reading.Errors, Has.Count.EqualTo(5));
    }

    [Test]
    public void Unknown_fields_are_reported_and_skipped()
    {
        var reading = RosterFileReader.Read("{" + Head + """
            "city": "清榕", "desk": { "name": "专班", "phone": "1" }, "enterprises": [{ "name": "一厂", "boss": "甲", "members": [{ "user": "u", "display": "甲", "sex": "男" }] }] }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Errors, Is.Empty);
            Assert.That(reading.Warnings, Is.EquivalentTo(new[]
            {
                "花名册.city 不认识,已忽略", "花名册.desk.phone 不认识,已忽略", "花名册.enterprises[0].boss 不认识,已忽略", "花名册.enterprises[0].members[0].sex 不认识,已忽略",
            }));
        });
    }

    [Test]
    public void One_person_may_speak_for_two_firms() => Assert.That(
        RosterFileReader.Read("{" + Head + """
            "enterprises": [{ "name": "一厂", "members": [{ "user": "u", "display": "甲" }] }, { "name": "二厂", "members": [{ "user": "u", "display": "甲" }] }] }
            """).Errors,
        Is.Empty);
}
