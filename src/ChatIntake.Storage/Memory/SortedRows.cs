using System.Collections.Immutable;
using ChatIntake.Journal;

namespace ChatIntake.Storage.Memory;

/// <summary>Reading from a sorted set of rows; values are copied on the way out, because the set is shared and never changes.</summary>
internal static class SortedRows
{
    public static byte[]? Get(ImmutableSortedSet<Row> rows, string key)
        => rows.TryGetValue(Probe(key), out var row) ? [.. row.Value] : null;

    public static IReadOnlyList<Row> Range(ImmutableSortedSet<Row> rows, KeyRange range)
    {
        var first = FirstNotBelow(rows, range.From);
        var count = range.IsEmpty ? 0 : FirstNotBelow(rows, range.To) - first;
        var answer = new Row[Math.Min(count, range.Limit)];
        for (var i = 0; i < answer.Length; i++)
        {
            var row = rows[range.NewestFirst ? first + count - 1 - i : first + i];
            answer[i] = new Row(row.Key, [.. row.Value]);
        }

        return answer;
    }

    private static int FirstNotBelow(ImmutableSortedSet<Row> rows, string key)
    {
        var at = rows.IndexOf(Probe(key));
        return at < 0 ? ~at : at;
    }

    private static Row Probe(string key) => new(key, []);
}
