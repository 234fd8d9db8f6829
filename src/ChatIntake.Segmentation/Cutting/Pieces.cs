using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>Divides a text into pieces that can be cut one by one: no block reaches from one into the next, and neither does a line end or a surrogate pair.</summary>
internal static class Pieces
{
    /// <summary>The length of the next piece, at least 1 where the rest is not empty.</summary>
    internal static int NextLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= Workspace.PieceLength) return rest.Length;
        for (var length = Workspace.PieceLength; length > 0; length--)
            if (MayEndWith(rest[length - 1])) return length;
        for (var length = Workspace.PieceLength + 1; length < rest.Length; length++)
            if (MayEndWith(rest[length - 1])) return length;
        return rest.Length;
    }

    private static bool MayEndWith(char c) => !Blocks.Contains(c) && c != '\r' && !char.IsHighSurrogate(c);
}
