using ChatIntake.Journal;
using LiteDB;
using LiteDB.Engine;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// A table is a collection of the same name, a row the document <c>{_id: key, v: value}</c>. The names of all tables
/// together fit into the first 512 bytes of the file, so that a power cut cannot tear them.
/// </summary>
internal sealed class LiteTables(LiteEngine engine)
{
    private const string Key = "_id";
    private const string Value = "v";

    // LiteDB's own limit is 16,683,050 bytes for a document.
    public const int MaxValueBytes = 16_000_000;

    private static readonly string[] Names = Enum.GetNames<Table>();

    /// <summary>Creates what is missing; must run outside a transaction.</summary>
    public void Create()
    {
        foreach (var name in Names.Except(engine.GetCollectionNames(), StringComparer.Ordinal))
            engine.Upsert(name, [], BsonAutoId.ObjectId);
    }

    public byte[]? Get(Table table, string key)
    {
        var query = new Query { Where = { BsonExpression.Create("$._id = @0", key) }, Limit = 1 };
        using var reader = engine.Query(Names[(int)table], query);
        return reader.Read() ? reader.Current[Value].AsBinary : null;
    }

    public IReadOnlyList<Row> Range(Table table, KeyRange range)
    {
        if (range.IsEmpty) return [];
        var query = new Query
        {
            Where = { BsonExpression.Create("$._id BETWEEN @0 AND @1", range.From, range.To) },
            OrderBy = BsonExpression.Create("$._id"),
            Order = range.NewestFirst ? Query.Descending : Query.Ascending,
        };
        List<Row> rows = [];
        using var reader = engine.Query(Names[(int)table], query);
        while (rows.Count < range.Limit && reader.Read())
        {
            var key = reader.Current[Key].AsString;

            // LiteDB's range has both bounds in.
            if (key != range.To) rows.Add(new Row(key, reader.Current[Value].AsBinary));
        }

        return rows;
    }

    public void Put(Table table, string key, byte[] value)
        => engine.Upsert(Names[(int)table], [new BsonDocument { [Key] = key, [Value] = value }], BsonAutoId.ObjectId);

    public void Delete(Table table, string key) => engine.Delete(Names[(int)table], [new BsonValue(key)]);
}
