using ChatIntake.Journal;

namespace ChatIntake.Storage.Memory;

/// <summary>Rows are the same, and ordered, by their keys alone.</summary>
internal sealed class RowOrder : IComparer<Row>
{
    public static readonly RowOrder ByKey = new();

    public int Compare(Row x, Row y) => string.CompareOrdinal(x.Key, y.Key);
}
