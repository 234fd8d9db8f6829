using ChatIntake.Cases.Commands;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class CommandParserTests
{
    [TestCase("@小企 受理 12", "受理 12")]
    [TestCase("@小企 12 受理", "受理 12")]
    [TestCase("@小企 #12 受理", "受理 12")]
    [TestCase("@小企 12号办结", "办结 12")]
    [TestCase("@小企 12办结", "办结 12")]
    [TestCase("@小企 受理12", "受理 12")]
    [TestCase("@小企 受理#12", "受理 12")]
    [TestCase("@小企 受理 12号", "受理 12")]
    [TestCase("@小企 受理#12。", "受理 12")]
    [TestCase("@小企 受理12", "受理 12")]
    [TestCase("@小企\u2005受理\u200512", "受理 12")]
    [TestCase("@小企,受理 12", "受理 12")]
    [TestCase("@小企受理 12", "受理 12")]
    [TestCase("@小企受理12", "受理 12")]
    [TestCase("受理 12 @小企", "受理 12")]
    [TestCase("@小企 催办 3,5、8", "催办 3 5 8")]
    [TestCase("@小企 催办 3和5", "催办 3 5")]
    [TestCase("@小企 催办 3 和 5", "催办 3 5")]
    [TestCase("@小企 催办 #3#5", "催办 3 5")]
    [TestCase("@小企 催办 3 3", "催办 3")]
    [TestCase("@小企 办结 3 5 8", "办结 3 5 8")]
    [TestCase("@小企 办结 3、5 已经放行", "办结 3 5 [已经放行]")]
    [TestCase("@小企 3 5 8 办结", "办结 3 5 8")]
    [TestCase("#受理", "受理")]
    [TestCase("#受理 12", "受理 12")]
    [TestCase("# 受理 12", "受理 12")]
    [TestCase("/转办 12 交通局", "派单 12 [交通局]")]
    [TestCase("/转 交通局", "派单 [交通局]")]
    public void A_command_is_read_as_people_type_it(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("@小企 受理 3\n办结 4", "受理 3; 办结 4")]
    [TestCase("@小企 受理 3,派单 3 交通局", "受理 3; 派单 3 [交通局]")]
    [TestCase("@小企 受理 12 转交通局", "受理 12; 派单 12 [交通局]")]
    [TestCase("@小企 受理 转交通局 催办", "受理; 派单 [交通局]; 催办")]
    [TestCase("@小企 受理 3 @小企 受理 4", "受理 3; 受理 4")]
    [TestCase("@小企 受理 3 催办 4 升级", "受理 3; 催办 4; 升级 4")]
    [TestCase("@小企 回复 3 已联系\n升级 3", "回复 3 [已联系]; 升级 3")]
    public void Several_commands_of_a_message_are_read_each(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("@小企 回复 12 今天下午放行", "回复 12 [今天下午放行]")]
    [TestCase("@小企 回复 12:今天下午放行", "回复 12 [今天下午放行]")]
    [TestCase("@小企 回复#12:今天下午放行", "回复 12 [今天下午放行]")]
    [TestCase("@小企 回复 12 3台车已放行", "回复 12 [3台车已放行]")]
    [TestCase("@小企 回复 15:30前放行", "回复 [15:30前放行]")]
    [TestCase("@小企 回复 3台车已放行", "回复 [3台车已放行]")]
    [TestCase("@小企 回复 12 请先受理这批", "回复 12 [请先受理这批]")]
    [TestCase("@小企 回复 12 受理材料已收", "回复 12 [受理材料已收]")]
    [TestCase("@小企 12 回复 已联系", "回复 12 [已联系]")]
    [TestCase("@小企 办结 两台奶车8:52放行,以后走绿色通道", "办结 [两台奶车8:52放行,以后走绿色通道]")]
    public void Words_of_an_answer_are_taken_as_they_are(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("@小企 派单 交警大队 3台车优先")]
    [TestCase("@小企 派单 交警大队 11.6吨鲜奶")]
    [TestCase("@小企 派单 交警大队 15:30前办完")]
    [TestCase("@小企 派单 交警大队 24小时内办完")]
    [TestCase("@小企 派单 交警大队 贵J3F629")]
    [TestCase("@小企 派单 交警大队 电话13800138000")]
    [TestCase("@小企 派单 交警大队 2月24日前")]
    [TestCase("@小企 派单 交警大队 2-3天")]
    [TestCase("@小企 派单 交警大队 180万")]
    public void A_quantity_a_time_or_a_plate_is_no_case(string text)
    {
        var command = CommandParser.Parse(text, "小企")!.Commands.Single();

        Assert.That(command.Row.Verb, Is.EqualTo(Verb.Dispatch));
        Assert.That(command.Cases, Is.Empty);
    }

    [TestCase("@小企 升级 12 24小时没动静", 12)]
    [TestCase("@小企 派单 12 交警大队 3台车优先", 12)]
    [TestCase("@小企 派单 交警大队 12", 12)]
    [TestCase("@小企 派单 交警大队 12 优先", 12)]
    [TestCase("@小企 派单12交警大队", 12)]
    [TestCase("@小企 派单 12 人社局", 12)]
    [TestCase("@小企 派单12人社局", 12)]
    [TestCase("@小企 认领 12 榕峰", 12)]
    public void The_case_is_found_beside_other_numbers(string text, int number) =>
        Assert.That(CommandParser.Parse(text, "小企")!.Commands.Single().Cases.Select(c => c.Value), Is.EqualTo(new long[] { number }));

    [TestCase("这个先办结再说")]
    [TestCase("受理了没有?")]
    [TestCase("我们明天复工")]
    [TestCase("@小企业家 受理 12")]
    [TestCase("@张三 受理 12")]
    [TestCase("#接龙 1. 榕峰")]
    [TestCase("/")]
    [TestCase("#")]
    [TestCase("#12 已解决")]
    [TestCase("")]
    public void Talk_is_no_command(string text) => Assert.That(CommandParser.Parse(text, "小企"), Is.Null);

    [TestCase("@小企 这个先办结再说")]
    [TestCase("@小企 你好")]
    [TestCase("@小企 我们不受理这种")]
    [TestCase("@小企")]
    public void A_mention_without_a_verb_of_its_own_is_an_instruction_that_nobody_understands(string text)
    {
        var instruction = CommandParser.Parse(text, "小企")!;

        Assert.That(instruction.Mentioned, Is.True);
        Assert.That(instruction.Commands, Is.Empty);
    }

    [TestCase("@小企 授理 12", "受理")]
    [TestCase("@小企 受里 12", "受理")]
    [TestCase("@小企 催", "催办")]
    [TestCase("@小企 不是问 12", "不是问题")]
    [TestCase("@小企 请受理 12", "受理")]
    [TestCase("/催版 12", "催办")]
    public void A_typo_has_its_nearest_verb(string text, string verb) => Assert.That(CommandParser.Parse(text, "小企")!.Nearest, Does.Contain(verb));

    private static string Read(string text) => string.Join("; ", (CommandParser.Parse(text, "小企")?.Commands ?? []).Select(c =>
    {
        var words = text.Substring(c.Start, c.Length).Trim().TrimEnd(',');
        var free = c.Row.Arguments is Arguments.Words or Arguments.Department && words.Length > 0
            ? $"[{words[(c.Row.Arguments == Arguments.Department ? words.LastIndexOf(' ') + 1 : 0)..]}]"
            : null;
        return string.Join(' ', new[] { c.Row.Name }.Concat(c.Cases.Select(n => $"{n.Value}")).Append(free).OfType<string>());
    }));
}
