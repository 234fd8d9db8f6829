using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Whose matter a message is: the sender's enterprise, or another for which the sender speaks.</summary>
internal sealed record Subject(EnterpriseId? Firm, bool ThirdParty, string? Name)
{
    internal static Subject Of(Occasion occasion)
    {
        var message = occasion.Message;
        var named = occasion.Reading.Named(occasion.Scene.Roster);
        if (message.Enterprises.Count == 0)
            return named.Count == 0
                ? new Subject(null, false, null)
                : new Subject(named[0].Firm, message.Role != SenderRole.Enterprise, named[0].Name);

        var foreign = named.FirstOrDefault(n => !message.Enterprises.Contains(n.Firm));
        if (foreign.Name is not null && occasion.Reading.Signs[Sign.ThirdParty] >= 1) return new Subject(foreign.Firm, true, foreign.Name);

        var own = named.FirstOrDefault(n => message.Enterprises.Contains(n.Firm));
        return new Subject(own.Name is null ? Usual(occasion) : own.Firm, false, own.Name);
    }

    // Who speaks for several firms and names none goes on with the one spoken of last.
    private static EnterpriseId Usual(Occasion occasion)
    {
        var firms = occasion.Message.Enterprises;
        if (firms.Count == 1) return firms[0];
        var last = occasion.LastOfCase;
        return occasion.Scene.Cases.FirstOrDefault(c => c.Id == last?.Case)?.Enterprise is { } firm && firms.Contains(firm) ? firm : firms[0];
    }
}
