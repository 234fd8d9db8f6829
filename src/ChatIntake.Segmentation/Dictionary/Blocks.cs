namespace ChatIntake.Segmentation.Dictionary;

/// <summary>Which characters can stand in a word when jieba cuts text; each run of them is a block.</summary>
internal static class Blocks
{
    internal const char FirstHan = '\u4E00', LastHan = '\u9FD5';

    /// <summary>Han of the range that jieba knows. Extensions and what Unicode added since are not in it.</summary>
    internal static bool IsHan(char c) => c is >= FirstHan and <= LastHan;

    internal static bool IsLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c);

    internal static bool Contains(char c) => IsHan(c) || IsLetterOrDigit(c) || c is '+' or '#' or '&' or '.' or '_' or '%' or '-';
}
