using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Cases.Commands;

/// <summary>
/// 改类: another category or sub-category. Of a category alone triage chooses the sub-category. A case that was not sent out yet is proposed to whoever handles that; one that
/// was stays where it is.
/// </summary>
internal static class RefileCommand
{
    /// <summary>What is re-filed, or null, and refused, where the words name no category or several.</summary>
    public static CaseRefiled? Fact(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, CasePart part)
    {
        if (NamedIn.Topic(message.Input.Text.Substring(command.Start, command.Length)) is not { } named)
        {
            Obey.Refuse(d, message, command.Row, "no-topic", about.Id, new NoticeArgs { Verbs = [.. TopicCatalogue.Categories.Select(c => TopicCatalogue.CategoryName(new Topic(c)))] });
            return null;
        }
        var topic = TopicCatalogue.SubName(named) is null ? Likeliest(d, about, named) : named;
        var place = about.Enterprise is { } firm ? d.Rules.Roster.Index.Enterprise(firm)?.Place ?? "" : "";
        var lead = part.Stage < Stage.AwaitingSignature ? d.Rules.Routes.Lead(topic, place, d.Rules.Roster) : part.Lead;
        return new CaseRefiled(about.Id, part.Number, topic, lead, message.Actor.Member);
    }

    private static Topic Likeliest(Deciding d, CaseState about, Topic category)
    {
        var opener = new Heard
        {
            Id = about.Opener, Group = about.Group, Sender = about.Reporter, Role = SenderRole.Enterprise, PostedAt = about.PostedAt, Text = d.Words.Text(about.Opener) ?? "",
        };
        return d.Rules.Triager.TopicIn(opener, new Scene { Roster = d.Rules.Roster, Cases = [], Recent = [] }, category);
    }
}
