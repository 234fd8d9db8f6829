using System.Globalization;
using System.Text.Json.Serialization;

namespace ChatIntake.Chat;

/// <summary>An id of our own that is stored as a number.</summary>
public interface INumberId<TSelf> where TSelf : struct, INumberId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}

/// <summary>A desk (专班): a short name of 1 to 32 lower-case letters, digits and hyphens, chosen by the installation.</summary>
[JsonConverter(typeof(DeskIdConverter))]
public readonly record struct DeskId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A chat group; allotted by the installation when its outer address is first heard or imported.</summary>
[JsonConverter(typeof(NumberIdConverter<GroupId>))]
public readonly record struct GroupId(long Value) : INumberId<GroupId>
{
    public static GroupId From(long value) => new(value);
}

/// <summary>A person in a chat; allotted like <see cref="GroupId"/>. Rights follow it, never a display name.</summary>
[JsonConverter(typeof(NumberIdConverter<MemberId>))]
public readonly record struct MemberId(long Value) : INumberId<MemberId>
{
    public static MemberId From(long value) => new(value);
}

/// <summary>An input of a desk: its place in the desk's inbox, from 1.</summary>
[JsonConverter(typeof(NumberIdConverter<InputId>))]
public readonly record struct InputId(long Value) : INumberId<InputId>
{
    public static InputId From(long value) => new(value);
}

/// <summary>A message of a desk: the number of the input by which it was first heard.</summary>
[JsonConverter(typeof(NumberIdConverter<MessageId>))]
public readonly record struct MessageId(long Value) : INumberId<MessageId>
{
    public static MessageId From(long value) => new(value);
}

/// <summary>A case (工单): its number in the desk, from 1, never used twice; people write it as <c>#12</c>.</summary>
[JsonConverter(typeof(NumberIdConverter<CaseId>))]
public readonly record struct CaseId(long Value) : INumberId<CaseId>
{
    public static CaseId From(long value) => new(value);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Value}");
}

/// <summary>An enterprise of the desk's roster; allotted by the first import that names its key.</summary>
[JsonConverter(typeof(NumberIdConverter<EnterpriseId>))]
public readonly record struct EnterpriseId(long Value) : INumberId<EnterpriseId>
{
    public static EnterpriseId From(long value) => new(value);
}

/// <summary>A department or township (责任单位) of the desk's roster; allotted like <see cref="EnterpriseId"/>.</summary>
[JsonConverter(typeof(NumberIdConverter<DepartmentId>))]
public readonly record struct DepartmentId(long Value) : INumberId<DepartmentId>
{
    public static DepartmentId From(long value) => new(value);
}
