namespace ChatIntake.Segmentation.Entities;

/// <summary>What a piece of a text names. Where two readings of one piece are equally long, the kind that stands first here wins.</summary>
public enum EntityKind
{
    /// <summary>One of the names that the finder was made with.</summary>
    Name,

    /// <summary>A number plate of the mainland: 贵A12345, 贵 A·12345, 贵AD12345, 渝D1234挂.</summary>
    Plate,

    /// <summary>A telephone number: mobile, fixed line with its area code, 400 and 800, with country code and extension where given.</summary>
    Phone,

    /// <summary>A share of a whole: 30%, 百分之三十, 三成, 三分之一, 5个百分点.</summary>
    Percentage,

    /// <summary>An amount of money: 28万元, 3000块, 28.5w, ¥300.</summary>
    Money,

    /// <summary>A day, or a stretch of the calendar that a word or number names: 2月10号, 正月十五, 明天, 下周一, 月底, 2020年.</summary>
    Date,

    /// <summary>A time of the day: 8点半, 14:30, 下午3点, 晚上.</summary>
    Time,

    /// <summary>How long: 三天, 2小时, 半个月, 一个多星期.</summary>
    Duration,

    /// <summary>How much or how many: 300吨, 十几个人, 380V, 5、6台, 二十八万.</summary>
    Quantity,
}

/// <summary>A piece of a text that has a kind.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units; at least 1.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The index of the name in the finder's list for <see cref="EntityKind.Name"/>, otherwise -1.</param>
public readonly record struct Entity(int Start, int Length, EntityKind Kind, int Name = -1)
{
    /// <summary>The first position behind it.</summary>
    public int End => Start + Length;

    /// <summary>The piece itself, cut from the text that was searched.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
