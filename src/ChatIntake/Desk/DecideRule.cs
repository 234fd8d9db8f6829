using System.Text;
using ChatIntake.Dispatch;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;

namespace ChatIntake.Desk;

/// <summary>A rule document is checked and takes effect, or is refused as a whole; the same document again changes nothing.</summary>
public static class DecideRule
{
    internal static void Run(Deciding d, RuleInput input)
    {
        var source = RuleImport.SourceOf(input.Text);
        var current = d.State.Rules.GetValueOrDefault(input.Kind);
        if (current?.Source == source) return;
        byte[] document;
        try
        {
            document = input.Kind == RuleKinds.Roster ? Roster(d, input) : Encoding.UTF8.GetBytes(Check(input.Kind, input.Text));
        }
        catch (RuleException)
        {
            d.Emit(new RuleRefused(input.Kind, source, "invalid"));
            d.Tell(Audience.Staff, "rule.refused", new NoticeArgs { Code = input.Kind, Number = (int)input.Id.Value }, Pace.Now);
            return;
        }
        var hash = FactEnvelope.HashOf(document);
        d.Keep(hash, document);
        d.Emit(new RuleSet(input.Kind, (current?.Version ?? 0) + 1, hash, source));
    }

    /// <summary>The document, if it is of its format.</summary>
    /// <exception cref="RuleException">It is not; the message lists what is wrong, a line each.</exception>
    public static string Check(string kind, string text)
    {
        switch (kind)
        {
            case RuleKinds.Routes: Routes.Parse(text); break;
            case RuleKinds.Deadlines: Deadlines.Parse(text); break;
            case RuleKinds.Settings: DeskSettings.Parse(text); break;
            case RuleKinds.Lexicon: RuleDocuments.ParseLexicon(text); break;
            case RuleKinds.Model: RuleDocuments.ParseModel(text); break;
            case RuleKinds.Texts: NoticeTexts.Parse(RuleDocuments.ParseFiles(text)); break;
            default: throw new RuleException($"没有“{kind}”这种规则");
        }
        return text;
    }

    // The rule keeps ids and places; names and phones of people go to the words, each under the person.
    private static byte[] Roster(Deciding d, RuleInput input)
    {
        var reading = RosterFileReader.Read(input.Text);
        if (reading.File is null || input.Addresses is null) throw new RuleException(string.Join("\n", reading.Errors));
        var (roster, people) = RosterImport.Merge(d.Rules.Roster, reading.File, input.Addresses);
        foreach (var person in people)
            d.Keep(new WordsKey(WordsKind.Person, person.Member.Value), new WordsRow
            {
                Salt = WordsTable.DerivedSalt(input.Salt, $"person/{person.Member.Value}"),
                Person = person.Member,
                At = input.RecordedAt,
                Body = new WordsBody { Name = person.Display, Title = person.Title, Phone = person.Phone },
            });
        return StoreJson.Write(roster);
    }
}
