using ChatIntake.Chat;

namespace ChatIntake.Triage.Model;

/// <summary>
/// A text in which what differs from town to town is one sign: names of firms, mentions, numbers, telephones, number plates, links. What is learned from
/// one town so holds in the next.
/// </summary>
internal sealed class MaskedText
{
    internal const char OwnFirm = '\ue000';
    internal const char OtherFirm = '\ue001';
    internal const char Mention = '\ue002';
    internal const char Plate = '\ue003';
    internal const char Phone = '\ue004';
    internal const char Link = '\ue005';
    internal const char Number = '0';

    private const int PhoneDigits = 11;
    private const int LongestMention = 24;
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private char[] chars;

    internal MaskedText(string text, DialectFinder dialect, IReadOnlyList<(EnterpriseId Firm, int Start, string Name)> firms, IReadOnlyList<EnterpriseId> own)
    {
        chars = new char[text.Length * 2];
        var named = 0;
        for (var i = 0; i < text.Length;)
        {
            while (named < firms.Count && firms[named].Start < i) named++;
            if (text[i] == '@' && MentionLength(text, i) is > 0 and var mention) i = Put(Mention, i + mention);
            else if (named < firms.Count && firms[named].Start == i) i = Put(own.Contains(firms[named].Firm) ? OwnFirm : OtherFirm, i + firms[named].Name.Length);
            else if (text.AsSpan(i).StartsWith("http", StringComparison.Ordinal)) i = Put(Link, EndOf(text, i, static c => c is > ' ' and < '\u007f'));
            else if (PlateLength(text, i) is > 0 and var plate) i = Put(Plate, i + plate);
            else if (char.IsAsciiDigit(text[i])) i = PutNumber(text, i);
            else if (dialect.Find(text, i) is { Length: > 0 } variant) i = PutWord(variant.Standard, i + variant.Length);
            else i = Put(text[i], i + 1);
        }
    }

    internal int Length { get; private set; }

    internal ReadOnlySpan<char> Span => chars.AsSpan(0, Length);

    internal bool Has(char sign) => Span.Contains(sign);

    private int Put(char sign, int next)
    {
        if (Length == chars.Length) Array.Resize(ref chars, chars.Length * 2);
        chars[Length++] = sign;
        return next;
    }

    private int PutWord(string word, int next)
    {
        if (Length + word.Length > chars.Length) Array.Resize(ref chars, chars.Length * 2);
        word.CopyTo(chars.AsSpan(Length));
        Length += word.Length;
        return next;
    }

    private int PutNumber(string text, int start)
    {
        var end = EndOf(text, start, char.IsAsciiDigit);
        if (end - start == PhoneDigits && text[start] == '1') return Put(Phone, end);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) end = EndOf(text, end + 1, char.IsAsciiDigit);
        return Put(Number, end);
    }

    private static int EndOf(string text, int at, Func<char, bool> goesOn)
    {
        while (at < text.Length && goesOn(text[at])) at++;
        return at;
    }

    // "@永盛-张总 车牌": up to white space; people type it behind the name.
    private static int MentionLength(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= LongestMention && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or '。' or ':' or '@' or '?' or '!')) end++;
        return end - at > 1 ? end - at : 0;
    }

    private static int PlateLength(string text, int at)
    {
        if (at + 6 >= text.Length + 0 || !Provinces.Contains(text[at], StringComparison.Ordinal) || !char.IsAsciiLetter(text[at + 1])) return 0;
        var end = at + 2;
        while (end < text.Length && end - at < 9 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '·' or '-')) end++;
        return end - at >= 6 ? end - at : 0;
    }
}
