using System.Text;
using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Intake;

/// <summary>
/// An address outside: the channel (e.g. <c>wecom</c>), the account within it in which the value is unique (e.g. the corp id), and the channel's own id of a
/// chat or user.
/// </summary>
public sealed record OuterAddress(string Channel, string Account, string Value)
{
    internal string Key(string kind) => $"{kind}/{Part(Channel)}/{Part(Account)}/{Part(Value)}";

    /// <summary>An outer id as a piece of a key: ids come from outside and may be of any length and letters; keys may not.</summary>
    internal static string Part(string value) =>
        Uri.EscapeDataString(value) is { Length: <= 250 } escaped ? escaped : "sha256:" + FactEnvelope.HashOf(Encoding.UTF8.GetBytes(value));
}

/// <summary>Which id of ours an outer address has; once given, for ever.</summary>
public static class Addresses
{
    private const string User = "user";
    private const string Chat = "chat";

    /// <summary>The member behind the address; a new one is allotted at first sight.</summary>
    public static MemberId Member(ITransaction transaction, OuterAddress address) => Member(transaction, [address]);

    /// <summary>One person's addresses: the id that one of them has, or a new one; the others are bound to it where they are free.</summary>
    public static MemberId Member(ITransaction transaction, IReadOnlyList<OuterAddress> addresses)
    {
        var known = addresses.Select(a => transaction.Get(Table.Addresses, a.Key(User))).FirstOrDefault(b => b is not null);
        var member = known is null ? new MemberId(Counters.Next(transaction, "member")) : StoreJson.Read<MemberRow>(known).Member;
        foreach (var address in addresses)
        {
            if (transaction.Get(Table.Addresses, address.Key(User)) is not null) continue;
            transaction.Put(Table.Addresses, address.Key(User), StoreJson.Write(new MemberRow(member)));
            transaction.Put(Table.Addresses, $"member/{StoreKey.Number(member.Value)}/{address.Key(User)}", StoreJson.Write(address));
        }
        return member;
    }

    /// <summary>The group behind the address and the desk that it belongs to; an unknown one joins <paramref name="desk"/> and stays.</summary>
    public static (GroupId Group, DeskId Desk) Group(ITransaction transaction, OuterAddress address, DeskId desk) => Group(transaction, [address], desk);

    /// <inheritdoc cref="Group(ITransaction, OuterAddress, DeskId)"/>
    public static (GroupId Group, DeskId Desk) Group(ITransaction transaction, IReadOnlyList<OuterAddress> addresses, DeskId desk)
    {
        var known = addresses.Select(a => transaction.Get(Table.Addresses, a.Key(Chat))).FirstOrDefault(b => b is not null);
        var row = known is null ? new GroupRow(new GroupId(Counters.Next(transaction, "group")), desk) : StoreJson.Read<GroupRow>(known);
        foreach (var address in addresses)
        {
            if (transaction.Get(Table.Addresses, address.Key(Chat)) is not null) continue;
            transaction.Put(Table.Addresses, address.Key(Chat), StoreJson.Write(row));
            transaction.Put(Table.Addresses, $"group/{StoreKey.Number(row.Group.Value)}/{address.Key(Chat)}", StoreJson.Write(address));
        }
        return (row.Group, row.Desk);
    }

    public static MemberId? FindMember(IReader reader, OuterAddress address) =>
        reader.Get(Table.Addresses, address.Key(User)) is { } bytes ? StoreJson.Read<MemberRow>(bytes).Member : null;

    public static GroupId? FindGroup(IReader reader, OuterAddress address) =>
        reader.Get(Table.Addresses, address.Key(Chat)) is { } bytes ? StoreJson.Read<GroupRow>(bytes).Group : null;

    /// <summary>All outer addresses of a member, for mentioning him or her.</summary>
    public static IReadOnlyList<OuterAddress> Of(IReader reader, MemberId member) => Under(reader, $"member/{StoreKey.Number(member.Value)}");

    /// <summary>All outer addresses of a group.</summary>
    public static IReadOnlyList<OuterAddress> Of(IReader reader, GroupId group) => Under(reader, $"group/{StoreKey.Number(group.Value)}");

    private static List<OuterAddress> Under(IReader reader, string prefix)
    {
        return [.. reader.Range(Table.Addresses, prefix + "/", StoreKey.AfterAll(prefix)).Select(r => StoreJson.Read<OuterAddress>(r.Value))];
    }

    private sealed record MemberRow(MemberId Member);

    private sealed record GroupRow(GroupId Group, DeskId Desk);
}
