using ChatIntake.Reports;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Notices;

/// <summary>Makes a notice's text, once, when its post is composed.</summary>
public sealed class NoticeRenderer(NoticeTexts texts, NoticeSlots slots)
{
    public string Render(Notice notice) => Fill(texts[notice.Template].Text, notice.Args);

    private string Fill(string text, NoticeArgs args) => TextPieces.Fill(text, slot => Value(slot, args));

    private string Value(string slot, NoticeArgs args) => slot switch
    {
        "清单" when args.Unsure is { } unsure => string.Join('\n', unsure.Select(line => Fill(texts[TemplateOf(line.Reason)].Text, new NoticeArgs
        {
            Number = line.Number, Message = line.Message, Member = line.Member, Group = line.Group, Case = line.About?.Case, About = line.About,
        }))),
        "清单" => string.Join('\n', (args.Cases ?? []).Select(line => Fill(texts["line"].Text, new NoticeArgs { Case = line.Case, About = line }))),
        "分类" => string.Join('\n', (args.Report?.Categories ?? []).Select(Category)),
        "复工率" => string.Join('\n', (args.Report?.Resumption ?? []).Select(Tier)),
        _ => slots.Fill(slot, args),
    };

    private static string TemplateOf(UnsureReason reason) => reason switch
    {
        UnsureReason.Talk => "unsure.talk", UnsureReason.Filed => "unsure.filed", _ => "unsure.question",
    };

    private string Category(CategoryCount count) => Put(
        "daily.category", ("类别", TopicCatalogue.CategoryName(new Topic(count.Category))), ("新增", $"{count.New}"), ("办结", $"{count.Resolved}"), ("在办", $"{count.Open}"));

    private string Tier(TierResumption tier) => Put("daily.tier", ("类别", tier.Tier), ("合计复工", NoticeSlots.Rate(tier.Resumed, tier.Listed)));

    private string Put(string template, params (string Slot, string Value)[] values) =>
        TextPieces.Fill(texts[template].Text, slot => values.FirstOrDefault(v => v.Slot == slot).Value ?? "");
}
