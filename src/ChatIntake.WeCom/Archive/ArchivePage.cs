using System.Globalization;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Archive;

/// <summary>One answer of the archive: its entries in order, or why there are none. A broken entry harms no other.</summary>
/// <param name="Entries">Empty when nothing is new, or on a problem.</param>
/// <param name="ErrorCode">WeCom's <c>errcode</c>, 0 when none was told.</param>
/// <param name="Problem">For the log; empty when the pull succeeded.</param>
public sealed record ArchivePage(IReadOnlyList<ArchiveEntry> Entries, int ErrorCode, string Problem)
{
    public bool Ok => Problem.Length == 0;

    /// <summary>Where to go on once these entries are stored.</summary>
    public long SeqAfter(long afterSeq) => Entries.Aggregate(afterSeq, (seq, entry) => Math.Max(seq, entry.Seq));

    /// <summary>Reads an answer; never throws.</summary>
    public static ArchivePage Parse(string json)
    {
        if (WireJson.ParseObject(json, out var problem) is not { } root)
            return Failed(problem);
        if (!int.TryParse(root.Text("errcode"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var errorCode))
            return Failed("The answer has no errcode.");
        return errorCode == 0
            ? new ArchivePage([.. root.Items("chatdata").Select(ArchiveMessage.Read)], 0, "")
            : new ArchivePage([], errorCode, $"errcode {errorCode}: {root.Text("errmsg")}");
    }

    internal static ArchivePage Failed(string problem) => new([], 0, problem);
}
