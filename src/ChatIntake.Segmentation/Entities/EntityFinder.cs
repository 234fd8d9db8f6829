namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// Finds what a text names by itself: enterprises of a list, number plates, telephone numbers, amounts, dates and times, as people type them into a chat. The words of a
/// segmenter are not changed by it; what it finds lies beside them.
/// </summary>
/// <remarks>
/// One pass from left to right. At each position every kind is tried; the longest wins, of equally long ones the kind that stands first in <see cref="EntityKind"/>. A longer
/// name that begins inside it takes the place of anything else. Every look ahead is bounded, so that the work is proportional to the length of the text. Immutable, safe
/// for any number of threads; no text makes it throw.
/// </remarks>
public sealed class EntityFinder
{
    private readonly NameFinder names;

    /// <summary>Takes the names to be found, e.g. full names and nicknames of enterprises; several may be of one firm, which the caller keeps.</summary>
    /// <param name="names">The names; their rules are those of <see cref="NameFinder"/>.</param>
    public EntityFinder(IReadOnlyList<string> names) => this.names = new NameFinder(names);

    /// <summary>Appends what the text names, in order. The entities do not overlap.</summary>
    public void Find(ReadOnlySpan<char> text, List<Entity> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        Search(text, into);
    }

    /// <summary>Like <see cref="Find"/>; tells how many characters were looked at.</summary>
    internal long Search(ReadOnlySpan<char> text, List<Entity> into)
    {
        var folded = new FoldedText(text);
        // Nothing reaches back beyond the last entity or fixed word; no number begins inside another.
        var (floor, numbersFrom) = (0, 0);
        for (var at = 0; at < folded.Length;)
        {
            var found = Best(ref folded, at, ref floor, ref numbersFrom);
            if (found.Length > 0 && (found.Kind == EntityKind.Name || !LongerNameInside(ref folded, found)))
            {
                into.Add(found);
                floor = at = found.End;
            }
            else
            {
                at++;
            }
        }
        return folded.Looks;
    }

    private bool LongerNameInside(ref FoldedText text, Entity found)
    {
        for (var at = found.Start + 1; at < found.End; at++)
            if (names.Match(ref text, at, out var length) >= 0 && length > found.Length) return true;
        return false;
    }

    private Entity Best(ref FoldedText text, int at, ref int floor, ref int numbersFrom)
    {
        var name = names.Match(ref text, at, out var length);
        var best = name >= 0 ? new Entity(at, length, EntityKind.Name, name) : default;
        var first = text[at];
        if (PlateScanner.Starts(first)) Take(ref best, at, PlateScanner.Scan(ref text, at), EntityKind.Plate);
        if (PhoneScanner.Starts(first)) Take(ref best, at, PhoneScanner.Scan(ref text, at, floor), EntityKind.Phone);
        // A telephone number counts nothing, whatever follows.
        if (best.Kind == EntityKind.Phone && best.Length > 0) return best;
        if (at < numbersFrom || InsideNumber(ref text, at, floor)) return best;
        // First Percentage and Money, as the order of kinds has them before dates and times.
        var amount = Amount(ref text, at, ref floor, ref numbersFrom, out var kind);
        if (kind < EntityKind.Date) Take(ref best, at, amount, kind);
        Take(ref best, at, DateScanner.Scan(ref text, at), EntityKind.Date);
        Take(ref best, at, TimeScanner.Scan(ref text, at), EntityKind.Time);
        Take(ref best, at, amount, kind);
        return best;
    }

    private static int Amount(ref FoldedText text, int at, ref int floor, ref int numbersFrom, out EntityKind kind)
    {
        kind = EntityKind.Quantity;
        if (!AmountScanner.Starts(ref text, at)) return 0;
        if (FixedWords.Around(ref text, at, floor) is > 0 and var behind)
        {
            floor = numbersFrom = behind;
            return 0;
        }
        return AmountScanner.Scan(ref text, at, out kind, out numbersFrom);
    }

    // Behind 第, a letter or a digit; behind a sign that ties it to a digit before: 1.2.3, 2-3-4.
    private static bool InsideNumber(ref FoldedText text, int at, int floor)
    {
        if (text[at - 1] == '第') return Numerals.Is(text[at]) || text.Digit(at);
        if (at <= floor) return false;
        if (!text.Digit(at)) return Numerals.Is(text[at]) && Numerals.Is(text[at - 1]);
        return text[at - 1] switch
        {
            var c when char.IsAsciiLetterOrDigit(c) => true,
            '.' or ':' or '/' or '-' or '_' => at - 2 >= floor && char.IsAsciiLetterOrDigit(text[at - 2]),
            _ => false,
        };
    }

    private static void Take(ref Entity best, int at, int end, EntityKind kind)
    {
        if (end - at > best.Length) best = new Entity(at, end - at, kind);
    }
}
