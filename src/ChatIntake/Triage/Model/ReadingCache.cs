using System.Runtime.CompilerServices;

namespace ChatIntake.Triage.Model;

/// <summary>Readings of messages heard before and of the openers of cases, made once.</summary>
internal sealed class ReadingCache(ReadingRules rules)
{
    private readonly ConditionalWeakTable<object, Reading> readings = [];

    internal Reading Of(PastMessage message) => readings.GetValue(message, _ => new Reading(message.Text, rules));

    internal Reading OpenerOf(KnownCase known) => readings.GetValue(known.OpenerText, _ => new Reading(known.OpenerText, rules));
}
