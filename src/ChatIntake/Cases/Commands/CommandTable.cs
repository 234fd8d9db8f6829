using System.Collections.Immutable;

namespace ChatIntake.Cases.Commands;

/// <summary>The instructions that the bot understands.</summary>
public enum Verb
{
    Accept,
    Claim,
    Dispatch,
    Sign,
    Answer,
    Resolve,
    Urge,
    Escalate,
    Register,
    Pass,
    Dismiss,
    Refile,
    Join,
    Split,
    Resume,
    Stop,
    AddWord,
    RemoveWord,
    Query,
    Why,
    ToDo,
    Undo,
    Help,
}

/// <summary>What may stand beside a verb.</summary>
public enum Arguments
{
    /// <summary>Nothing but cases.</summary>
    None,

    /// <summary>The name of a department; other words are remarks.</summary>
    Department,

    /// <summary>The name of an enterprise.</summary>
    Enterprise,

    /// <summary>The name of a category or sub-category.</summary>
    Topic,

    /// <summary>The name of an enterprise, and a number of people.</summary>
    EnterpriseAndPeople,

    /// <summary>Free words up to the end of the line.</summary>
    Words,

    /// <summary>Terms up to the end of the line, none of them a number of a case.</summary>
    Terms,
}

/// <summary>
/// One row of the table from which parser, rights, refusals and help are made. <paramref name="Legal"/> are the stages of a part in which the
/// verb means something; empty for verbs that are not about the stage of a case.
/// </summary>
public sealed record CommandRow(
    Verb Verb, string Name, ImmutableArray<string> Synonyms, Arguments Arguments, ImmutableArray<Stage> Legal, bool NeedsCase, bool CanBeUndone, string Help)
{
    internal IEnumerable<string> Words => Synonyms.Prepend(Name);

    /// <summary>Whether everything up to the end of the line belongs to it.</summary>
    internal bool TakesLine => Arguments is Arguments.Words or Arguments.Terms;
}

/// <summary>All commands.</summary>
public static class CommandTable
{
    private static readonly ImmutableArray<Stage> Open = [Stage.AwaitingAcceptance, Stage.AwaitingDispatch, Stage.AwaitingSignature, Stage.InHand];

    public static ImmutableArray<CommandRow> Rows { get; } =
    [
        new(Verb.Accept, "受理", [], Arguments.None, [Stage.AwaitingAcceptance], true, true, "受理 #12:接下这件诉求,派给系统建议的单位"),
        new(Verb.Claim, "认领", ["改企业"], Arguments.Enterprise, Open, true, true, "认领 #12 企业名:说明(或改正)是哪家企业的诉求"),
        new(Verb.Dispatch, "派单", ["转办", "转"], Arguments.Department, Open, true, true, "派单 #12 单位名:派给这个单位"),
        new(Verb.Sign, "签收", [], Arguments.None, [Stage.AwaitingSignature], true, true, "签收 #12:本单位接单"),
        new(Verb.Answer, "回复", ["答复"], Arguments.Words, Open, true, true, "回复 #12 办理情况:答复企业"),
        new(Verb.Resolve, "办结", ["销号"], Arguments.Words, Open, true, true, "办结 #12 [结果]:已经办好"),
        new(Verb.Urge, "催办", [], Arguments.None, Open, true, true, "催办 #12:催一催主办单位"),
        new(Verb.Escalate, "升级", [], Arguments.None, Open, true, true, "升级 #12:报上一级"),
        new(Verb.Register, "登记", ["立案"], Arguments.None, [], false, true, "引用一条消息发“登记”:登记成诉求"),
        new(Verb.Pass, "不登记", ["不用登记"], Arguments.None, [], false, true, "不登记 2、登记 1 3:回答“拿不准”清单,写清单里的序号"),
        new(Verb.Dismiss, "不是问题", ["忽略"], Arguments.None, Open, true, true, "不是问题 #12:不作为诉求"),
        new(Verb.Refile, "改类", ["改类别", "改分类"], Arguments.Topic, Open, true, true, "改类 #12 资金/贷款融资:改正类别"),
        new(Verb.Join, "归到", ["归入", "合并到", "并到"], Arguments.None, Open, true, true, "归到 #12:引用一条消息发,把它(或它那一整件)归到 #12"),
        new(Verb.Split, "拆分", [], Arguments.None, Open, true, true, "拆分:引用一件诉求里后来的一条发,单独成一件"),
        new(Verb.Resume, "复工", [], Arguments.EnterpriseAndPeople, [], false, true, "复工 企业名 [人数]:记下复工"),
        new(Verb.Stop, "停工", [], Arguments.Enterprise, [], false, true, "停工 企业名:记下停工"),
        new(Verb.AddWord, "加词", [], Arguments.Terms, [], false, true, "加词 词语 [词语…]:让我认得这些行话,不拆开"),
        new(Verb.RemoveWord, "删词", [], Arguments.Terms, [], false, true, "删词 词语 [词语…]:去掉加过的词"),
        new(Verb.Query, "查询", [], Arguments.None, [], true, false, "查询 #12:看一件诉求"),
        new(Verb.Why, "为什么", ["为啥"], Arguments.None, [], false, false, "为什么 #12:看一件(或引用的一条)是怎么判断的"),
        new(Verb.ToDo, "待办", [], Arguments.None, [], false, false, "待办:看我要办的诉求"),
        new(Verb.Undo, "撤销", [], Arguments.None, [], false, false, "撤销:收回我刚才的指令(十分钟内)"),
        new(Verb.Help, "帮助", [], Arguments.None, [], false, false, "帮助:看我能发的指令"),
    ];

    public static CommandRow Row(Verb verb) => Rows.First(r => r.Verb == verb);

    /// <summary>Words with their verbs, longer words first.</summary>
    internal static ImmutableArray<(string Word, CommandRow Row)> ByWord { get; } =
        [.. Rows.SelectMany(r => r.Words.Select(w => (w, r))).OrderByDescending(t => t.w.Length)];

    /// <summary>Whether the text starts with a verb.</summary>
    internal static bool StartsWithVerb(string text) => ByWord.Any(t => t.Word.Length > 1 && text.StartsWith(t.Word, StringComparison.Ordinal));
}
