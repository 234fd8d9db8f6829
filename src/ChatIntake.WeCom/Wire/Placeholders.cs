namespace ChatIntake.WeCom.Wire;

/// <summary>What stands in a message's text where something that is not text was sent.</summary>
internal static class Placeholders
{
    internal const string Image = "[图片]";
    internal const string Voice = "[语音]";
    internal const string File = "[文件]";
    internal const string Video = "[视频]";
    internal const string Button = "[按钮]";

    /// <summary>A placeholder with the name of the thing, when one was given: <c>[文件 库存.xlsx]</c>.</summary>
    internal static string Named(string placeholder, string? name) =>
        string.IsNullOrWhiteSpace(name) ? placeholder : $"{placeholder[..^1]} {name.Trim()}]";
}
