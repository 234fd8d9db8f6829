using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Triage;
using ChatIntake.Triage.Model;
using ChatIntake.Triage.Training;

namespace ChatIntake.History;

/// <summary>
/// What can be learned from the past of a desk: what other rules would have made of it, what each setting of the dial costs, and a model that knows what staff
/// have corrected. Reads only.
/// </summary>
public sealed class DeskPast
{
    // A correction counts as so many examples of the training chat, or it would be lost among them.
    private const int Weight = 8;

    private readonly PastMessages past;
    private readonly RuleBook rules;

    /// <param name="reader">The store.</param>
    /// <param name="desk">The desk, loaded from that store and at rest.</param>
    public DeskPast(IReader reader, DeskRunner desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        rules = desk.Rules;
        past = new PastMessages(reader, desk.Desk, desk.State, rules);
    }

    /// <summary>What other rules would have made of the messages posted from <paramref name="since"/> on.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public ReplayResult Replay(RuleBook proposed, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return History.Replay.Run(past.Since(since), proposed);
    }

    /// <summary>What each setting of the dial would have meant for the messages posted from <paramref name="since"/> on.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public IReadOnlyList<DialSetting> Dial(DateTimeOffset since) => History.Dial.Weigh(past.Since(since), rules.Triager);

    /// <summary>Learns a model from the training chat and from every correction of the desk. Nothing is put to use by it.</summary>
    /// <param name="folder">The training chat.</param>
    /// <exception cref="FormatException">A file of the training chat is not as the format says; the message names the line.</exception>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public (TriageModel Model, int Messages, int Corrections) Learn(string folder)
    {
        var lessons = past.Since(DateTimeOffset.MinValue).Where(h => h.Corrected).Select(Lesson).OfType<Lesson>().ToList();
        var (model, messages) = TrainingFolder.Learn(folder, TrainingFolder.Towns(folder), rules.Triager.Rules.Reading.Lexicon, lessons);
        return (model, messages, lessons.Count);
    }

    // A message that was put to a case of which the desk knew nothing when it heard it teaches nothing.
    private Lesson? Lesson(PastHearing hearing)
    {
        var about = hearing.Held.Kind == VerdictKind.Report ? null : hearing.Scene.Cases.FirstOrDefault(c => c.Id == hearing.Case);
        if (hearing.Held.Kind != VerdictKind.Report && hearing.Case is not null && about is null) return null;
        var reading = rules.Triager.Rules.Reading;
        return new Lesson(hearing.Held with { Weight = Weight }, new Occasion(hearing.Heard, hearing.Scene, reading), about, reading);
    }
}
