using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>The reasons of a verdict in plain Chinese, a few lines: what it was taken for, by which words, what else came into question, and how sure that is.</summary>
public static class WhyText
{
    private const int MostWords = 5;

    private static readonly Dictionary<string, string> KindNames = new(StringComparer.Ordinal)
    {
        ["Report"] = "新的诉求", ["Addition"] = "对已有诉求的补充", ["Resolution"] = "说问题已解决", ["Withdrawal"] = "撤回诉求", ["Question"] = "询问", ["Notice"] = "通知", ["Chat"] = "闲谈", ["Reply"] = "工作人员答复",
    };

    // What signs of the lexicon mean, for those that people would name themselves.
    private static readonly Dictionary<string, string> SignNames = new(StringComparer.Ordinal)
    {
        ["Difficulty"] = "说到困难", ["Request"] = "提出请求", ["Good"] = "说的是好消息", ["Solved"] = "说解决了", ["Likely"] = "像是解决了", ["Unsolved"] = "说没解决", ["Question"] = "是在提问", ["Notice"] = "像通知",
        ["News"] = "像转发的消息", ["Advert"] = "像广告", ["Figures"] = "像报数", ["SignUp"] = "像接龙", ["Private"] = "像私事", ["Past"] = "说的是以前", ["Hypothetical"] = "说的是假如", ["Thanks"] = "道谢",
        ["MeToo"] = "说自己也一样", ["Impatience"] = "在催", ["Again"] = "说又来了", ["Unneeded"] = "说不用办", ["Withdrawn"] = "说不用管了", ["Banter"] = "像玩笑", ["Opener"] = "只是开场白", ["Critical"] = "说到停产或危险",
        ["Urgent"] = "说得急", ["Pressing"] = "催得急", ["Danger"] = "说到危险", ["Addition"] = "像补充", ["ThirdParty"] = "替别家说", ["Partial"] = "说解决了一部分", ["Greeting"] = "问候",
    };

    /// <summary>The lines; empty where nothing is known any more.</summary>
    /// <param name="reasons">Of the verdict, as they were kept.</param>
    /// <param name="name">The name of a topic.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Reason> reasons, Func<Topic, string> name)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentNullException.ThrowIfNull(name);
        var lines = new List<string>();
        var act = First(reasons, "act");
        if (First(reasons, "forced") is not null) lines.Add("由工作人员登记。");
        if (First(reasons, "empty") is not null) lines.Add("没有文字内容。");
        if (First(reasons, "open-already") is { } known) lines.Add($"这家企业的同类诉求 {known.Text} 在办,没有另立。");
        if (First(reasons, "repost") is { } again) lines.Add($"和 {again.Text} 里说过的一样,归到那一件。");
        else if (act is not null)
        {
            var instead = First(reasons, "instead") is { } rival ? $";不然就是{Kind(rival.Text)}" : "";
            lines.Add($"看作{Kind(act.Text)}(把握 {Percent(act.Weight)}){instead}。");
        }
        if (Words([.. reasons.Where(r => r.Code == "sign" && r.Weight > 0)]) is { Count: > 0 } words) lines.Add($"依据:{string.Join("、", words)}。");
        if (Words([.. reasons.Where(r => r.Code == "sign" && r.Weight < 0)]) is { Count: > 0 } against) lines.Add($"不利的:{string.Join("、", against)}。");
        if (First(reasons, "case") is { } nearest)
            lines.Add(act?.Text is "Addition" or "Resolution" or "Withdrawal" ? $"归到 {nearest.Text}(把握 {Percent(nearest.Weight)})。" : $"最像 {nearest.Text} 的后续,可能性只有 {Percent(nearest.Weight)},没有归进去。");
        if (First(reasons, "topic") is { } topic)
        {
            var by = Words([.. reasons.Where(r => r.Code == "topic-word" && r.Weight > 0)]);
            var next = First(reasons, "rival") is { } other ? $";其次{name(new Topic(other.Text))} {Percent(other.Weight)}" : "";
            lines.Add($"类别{name(new Topic(topic.Text))}(把握 {Percent(topic.Weight)}){(by.Count > 0 ? ",依据:" + string.Join("、", by) : "")}{next}。");
        }
        string[] pressing = [.. reasons.Where(r => r.Code is "critical" or "urgent" or "pressing" or "time-left").Select(r => $"“{r.Text}”").Distinct().Take(MostWords)];
        if (pressing.Length > 0) lines.Add($"紧急程度看:{string.Join("、", pressing)}。");
        return lines;
    }

    /// <summary>Whether a feature means something to people: a piece of two characters or more that stands so in the text, or a sign that has a name.</summary>
    internal static bool Tells(string feature, string text) =>
        Piece(feature) is { Length: >= 2 } piece ? text.Contains(piece, StringComparison.Ordinal) : Sign(feature) is not null;

    private static Reason? First(IReadOnlyList<Reason> reasons, string code) => reasons.FirstOrDefault(r => r.Code == code);

    private static string Kind(string kind) => KindNames.GetValueOrDefault(kind, kind);

    private static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    // Words of the message as they stand there, a piece inside a longer one left out; then what the lexicon's signs mean.
    private static List<string> Words(List<Reason> reasons)
    {
        var pieces = reasons.Select(r => Piece(r.Text)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var said = pieces.Where(p => !pieces.Exists(q => q.Length > p.Length && q.Contains(p, StringComparison.Ordinal))).Select(p => $"“{p}”");
        return [.. said.Concat(reasons.Select(r => Sign(r.Text)).OfType<string>()).Distinct(StringComparer.Ordinal).Take(MostWords)];
    }

    // "s|c:不让过" is a piece of the text; what was masked is said in words.
    private static string? Piece(string feature)
    {
        var name = feature[(feature.LastIndexOf('|') + 1)..];
        if (name.Length < 3 || name[0] is not ('w' or 'b' or 'c') || name[1] != ':') return null;
        var piece = name[2..].Replace("\ue000", "本企业", StringComparison.Ordinal).Replace("\ue001", "别家企业", StringComparison.Ordinal).Replace("\ue002", "@", StringComparison.Ordinal)
            .Replace("\ue003", "车牌", StringComparison.Ordinal).Replace("\ue004", "电话", StringComparison.Ordinal).Replace("\ue005", "链接", StringComparison.Ordinal).Trim();
        return piece.Any(char.IsLetterOrDigit) ? piece : null;
    }

    private static string? Sign(string feature)
    {
        var at = feature.IndexOf("sign:", StringComparison.Ordinal);
        if (at < 0) return null;
        var name = feature[(at + 5)..];
        return SignNames.GetValueOrDefault(name.IndexOf('>', StringComparison.Ordinal) is var end and > 0 ? name[..end] : name);
    }
}
