namespace ChatIntake.Triage;

/// <summary>
/// A text made plain for look-ups, character for character, so that positions hold in the original: half-width,
/// lower-case, simplified where a hint is known, stickers blanked. Sentences and clauses are numbered.
/// </summary>
internal sealed class TextView
{
    /// <summary>Characters read at most; nobody states a problem behind them.</summary>
    internal const int Longest = 3000;

    private const string Traditional = "車貨運輸進區廠業員農礦電氣價漲資產銀貸稅補貼發證辦審環評罰檢測離們還這個裡來過開關門問題說謝請聯繫處協調緊壞爛斷線網絡號機設備櫃場鐵橋實動勞師護損賠償幾時點誰給對無沒現見紅綠書記頭條間東買賣單據總經歲長衛園攔擋擱淺滯卻沖陳廳棟層銷訂稱雙兩從眾應該礙遲緩責縣鄉鎮燈溝樹髒亂爭執擾搶嚇傷災滅閥壓縮";
    private const string Simplified = "车货运输进区厂业员农矿电气价涨资产银贷税补贴发证办审环评罚检测离们还这个里来过开关门问题说谢请联系处协调紧坏烂断线网络号机设备柜场铁桥实动劳师护损赔偿几时点谁给对无没现见红绿书记头条间东买卖单据总经岁长卫园拦挡搁浅滞却冲陈厅栋层销订称双两从众应该碍迟缓责县乡镇灯沟树脏乱争执扰抢吓伤灾灭阀压缩";

    // What each UTF-16 unit is read as.
    private static readonly char[] PlainOf = MakePlain();

    // Placeholders of the platform that say something; other short texts in square brackets are stickers.
    private static readonly string[] Placeholders = ["图片", "文件", "视频", "语音", "转发", "链接", "位置"];

    private readonly int[] sentences;
    private readonly int[] clauses;

    internal TextView(string raw)
    {
        Text = Blank(Normalise(raw.Length > Longest ? raw[..Longest] : raw));
        sentences = new int[Text.Length];
        clauses = new int[Text.Length];
        Number();
    }

    internal string Text { get; }

    internal bool HasQuestionMark => Text.Contains('?', StringComparison.Ordinal);

    /// <summary>The sentence in which a position lies, counted from 0.</summary>
    internal int SentenceAt(int position) => sentences[position];

    /// <summary>The clause in which a position lies, counted from 0 over the whole text.</summary>
    internal int ClauseAt(int position) => clauses[position];

    /// <summary>A text without white space, punctuation, symbols and emoji.</summary>
    internal static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    internal static string Normalise(string raw) => string.Create(raw.Length, raw, (span, text) =>
    {
        for (var i = 0; i < text.Length; i++) span[i] = PlainOf[text[i]];
    });

    private static char[] MakePlain()
    {
        var plain = new char[char.MaxValue + 1];
        for (var i = 0; i < plain.Length; i++)
            plain[i] = (char)i switch
            {
                >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(i - 0xfee0)),
                '\u3000' => ' ',
                var c => char.ToLowerInvariant(c),
            };
        foreach (var (traditional, simple) in Traditional.Zip(Simplified)) plain[traditional] = simple;
        return plain;
    }

    private static string Blank(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal)) return text;
        var chars = text.ToCharArray();
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var close = text.IndexOf(']', open);
            if (close < 0) break;
            var inner = text[(open + 1)..close];
            if (inner.Length is > 0 and <= 4 && !Array.Exists(Placeholders, inner.Contains)) Array.Fill(chars, ' ', open, close - open + 1);
        }
        return new string(chars);
    }

    private void Number()
    {
        int sentence = 0, clause = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            sentences[i] = sentence;
            clauses[i] = clause;
            if (Text[i] is '。' or '!' or '?' or ';' or '\n') sentence++;
            if (Text[i] is '。' or '!' or '?' or ';' or '\n' or ',' or ':' or ' ') clause++;
        }
    }
}
