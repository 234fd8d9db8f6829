using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;

namespace ChatIntake.Roster;

/// <summary>
/// Binds the people and groups of a roster file to ids. <paramref name="Corp"/> is the WeCom corp in which user ids are unique;
/// <paramref name="Players"/> also binds display names and group names as a transcript knows them, which only players of transcripts do.
/// </summary>
public sealed record RosterBinding(string Corp, bool Players)
{
    /// <summary>The channel of transcripts: its account is always this, its users are display names and its chats are group names.</summary>
    public const string TranscriptChannel = "transcript";

    public static OuterAddress TranscriptName(string name) => new(TranscriptChannel, "play", name);

    /// <summary>Allots what is new, in the transaction that records the import.</summary>
    public void Bind(ITransaction transaction, DeskId desk, RosterFile file)
    {
        foreach (var person in file.People)
            if (Free(transaction, person) is { Count: > 0 } addresses) Addresses.Member(transaction, addresses);
        foreach (var group in file.Groups)
            if (Of(group) is { Count: > 0 } addresses) Addresses.Group(transaction, addresses, desk);
    }

    /// <summary>The ids that <see cref="Bind"/> allotted.</summary>
    public RosterAddresses Read(IReader reader, RosterFile file) => new(
        file.People.DistinctBy(RosterAddresses.NameOf)
            .Select(p => (Name: RosterAddresses.NameOf(p), Id: Of(p).Select(a => Addresses.FindMember(reader, a)).FirstOrDefault(id => id is not null)))
            .Where(t => t.Id is not null).ToDictionary(t => t.Name, t => t.Id!.Value, StringComparer.Ordinal),
        file.Groups.Select(g => (g.Key, Id: Of(g).Select(a => Addresses.FindGroup(reader, a)).FirstOrDefault(id => id is not null)))
            .Where(t => t.Id is not null).ToDictionary(t => t.Key, t => t.Id!.Value, StringComparer.Ordinal));

    // A display name identifies nobody: where two people share one, the user id decides, and the name stays with whom it was bound to first.
    private List<OuterAddress> Free(IReader reader, FilePerson person)
    {
        var addresses = Of(person);
        if (person.User is not { Length: > 0 } || addresses.Count < 2) return addresses;
        var named = Addresses.FindMember(reader, addresses[1]);
        var taken = named is { } other && Addresses.FindMember(reader, addresses[0]) != other
            && Addresses.Of(reader, other).Any(a => a.Channel == addresses[0].Channel && a.Account == Corp);
        return taken ? [addresses[0]] : addresses;
    }

    private List<OuterAddress> Of(FilePerson person)
    {
        var addresses = new List<OuterAddress>();
        if (person.User is { Length: > 0 } user) addresses.Add(new OuterAddress("wecom", Corp, user));
        if (Players) addresses.Add(TranscriptName(person.Display));
        return addresses;
    }

    private List<OuterAddress> Of(FileGroup group)
    {
        var addresses = group.Outer.Select(o => new OuterAddress(o.Channel, o.Account, o.Chat)).ToList();
        if (Players) addresses.Add(TranscriptName(group.Name));
        return addresses;
    }
}
