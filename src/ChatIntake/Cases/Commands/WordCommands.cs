using System.Collections.Immutable;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Triage;

namespace ChatIntake.Cases.Commands;

/// <summary>加词 and 删词: words of the trade that the segmenter is not to cut apart, from the next message on. All of a command or nothing of it.</summary>
internal static class WordCommands
{
    private const int Shortest = 2;
    private const int Longest = 20;

    // Beyond this a list of words is a file: data/lexicon/words.txt.
    private const int MostWords = 50;

    private static readonly char[] Separators = [' ', '\t', '\r', '、', ',', '，', ';', '；', '。', '“', '”', '"', '《', '》', '【', '】'];

    public static void Run(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var adding = command.Row.Verb == Verb.AddWord;
        var (words, problem) = Read(message.Input.Text.Substring(command.Start, command.Length));
        if (problem is null && !adding && words.Any(w => !d.State.AddedWords.Contains(w))) problem = "unknown-word";
        var text = new TextSpan(message.Input.Message, command.Start, command.Length);
        if (problem is not null)
        {
            Obey.Refuse(d, message, command.Row, problem, null, new NoticeArgs { Text = text });
            return;
        }
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [], []));
        foreach (var word in words.Where(w => d.State.AddedWords.Contains(w) != adding)) d.Emit(Fact(adding, word, message));
        Obey.Answer(d, message, adding ? "done.add-word" : "done.remove-word", new NoticeArgs { Text = text, Number = d.State.AddedWords.Count });
    }

    /// <summary>The words as the segmenter meets them, or the code of what is wrong with one of them.</summary>
    internal static (ImmutableArray<string> Words, string? Problem) Read(string text)
    {
        ImmutableArray<string> words = [.. TextView.Normalise(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (words.IsEmpty) return (words, "needs-word");
        return (words, words.Length > MostWords || !words.All(IsTerm) ? "bad-word" : null);
    }

    /// <summary>2 to 20 characters, Han, Latin letters or digits; not digits alone, which are numbers and may be somebody's telephone.</summary>
    private static bool IsTerm(string word) =>
        word.Length is >= Shortest and <= Longest && word.All(c => char.IsAsciiLetterOrDigit(c) || IsHan(c)) && word.Any(c => !char.IsAsciiDigit(c));

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static IFact Fact(bool adding, string word, HeardMessage message) =>
        adding ? new WordAdded(word, message.Id, message.Actor.Member) : new WordRemoved(word, message.Id, message.Actor.Member);
}
