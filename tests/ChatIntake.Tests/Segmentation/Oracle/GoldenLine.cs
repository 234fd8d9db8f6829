using System.Text.Json;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>A text and what jieba makes of it, by the names of <see cref="CutModes"/>.</summary>
internal sealed record GoldenLine(string Text, IReadOnlyDictionary<string, List<string>> Words)
{
    public static GoldenLine Read(JsonElement line) => new(
        EscapedJson.Unquote(line.GetProperty("text")),
        CutModes.Names.ToDictionary(mode => mode, mode => EscapedJson.Strings(line.GetProperty(mode))));
}
