namespace ChatIntake.Segmentation.Entities;

/// <summary>What still belongs to an amount behind its unit: 三天半, 一年多, 三块五, 8元5角, 十几个人.</summary>
internal static class UnitTail
{
    private static readonly string[] Spans = ["小时", "钟头", "星期", "礼拜", "月", "季度"];

    public static int End(ref FoldedText text, int at, Unit unit, out EntityKind kind)
    {
        kind = unit.Kind;
        if (unit.Kind == EntityKind.Money) return Change(ref text, at);
        if (unit.Kind == EntityKind.Percentage) return Tenth(ref text, at, unit);
        if (unit.Text != "个") return More(ref text, at);
        if (Span(ref text, at) is > 0 and var end)
        {
            kind = EntityKind.Duration;
            return end;
        }
        return text[at] == '人' && !text.Any(at + 1, "才民口家") ? at + 1 : More(ref text, at);
    }

    /// <summary>块 is money (3000块, 三块五) where it does not count stones and boards (三块板).</summary>
    public static int Piece(ref FoldedText text, int at, in Number number, out EntityKind kind)
    {
        kind = text.Any(at + 1, "地石板砖头煤钢铁木玻田瓷牌表肉布场空布料屏镜") ? EntityKind.Quantity : EntityKind.Money;
        if (kind == EntityKind.Quantity) return at + 1;
        return number.Value == 1 && !number.Arabic && text.Any(at + 1, "去儿来走") ? 0 : Change(ref text, text[at + 1] == '钱' ? at + 2 : at + 1);
    }

    // A digit behind 块, 元 or 毛 is of the next lower coin.
    private static int Change(ref FoldedText text, int at)
    {
        var end = at;
        for (var coins = 0; coins < 2; coins++)
        {
            if (!(text.Digit(end) || Numerals.Digit(text[end]) > 0) || text.Digit(end + 1) || Numerals.Is(text[end + 1])) return end;
            if (text.Any(end + 1, "毛角分") && !text.Any(end + 2, "钟之")) end += 2;
            else return char.IsLetter(text[end + 1]) || text.Any(end + 1, "%.") || text[at - 1] == '币' ? end : end + 1;
        }
        return end;
    }

    // 九成五 and 七折八.
    private static int Tenth(ref FoldedText text, int at, Unit unit)
    {
        if (unit.Text is not ("成" or "折")) return at;
        if (Numerals.Digit(text[at]) > 0 && !Numerals.Is(text[at + 1]) && !char.IsLetter(text[at + 1])) return at + 1;
        return text[at] is '多' or '半' ? at + 1 : at;
    }

    private static int More(ref FoldedText text, int at)
    {
        if (text[at] == '多' && !text.Any(at + 1, "次少余数亏个半")) return at + 1;
        return text[at] == '半' && !text.Any(at + 1, "夜路挂导成自个小") ? at + 1 : at;
    }

    // 一个多星期, 两个半小时, 三个来月.
    private static int Span(ref FoldedText text, int at)
    {
        var from = text[at] is '多' or '半' or '来' ? at + 1 : at;
        foreach (var span in Spans)
            if (text.Has(from, span)) return from + span.Length;
        return 0;
    }
}
