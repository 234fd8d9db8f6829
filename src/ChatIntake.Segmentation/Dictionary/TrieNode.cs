namespace ChatIntake.Segmentation.Dictionary;

/// <summary>
/// A node of the double-array trie, packed into eight bytes: where its children lie, the character that leads to it, which weight it has, and a filter of its
/// children, which tells most characters that lead nowhere without a look at another node.
/// </summary>
/// <remarks>
/// The child by character code c lies at <c>base + c</c> and carries c as its label. No two nodes have one base, so that the label alone tells whose child it is.
/// After J. Aoe, "An efficient digital search algorithm by using a double-array structure" (IEEE Transactions on Software Engineering 15, 1989).
/// </remarks>
internal static class TrieNode
{
    internal const int BaseBits = 20, CodeBits = 14, WeightBits = 13;
    internal const int MaxBase = (1 << BaseBits) - 1, CodeMask = (1 << CodeBits) - 1, MaxWeight = (1 << WeightBits) - 1;

    /// <summary>Set beside the code of a character that the dictionary does not have as a word by itself.</summary>
    internal const int NoWordAlone = 0x8000;

    /// <summary>A slot that no node has taken: its label is no character's.</summary>
    internal const ulong Empty = (ulong)CodeMask << BaseBits;

    internal static ulong Pack(int children, int label, int weight, int filter) =>
        (uint)children | ((ulong)label << BaseBits) | ((ulong)weight << (BaseBits + CodeBits)) | ((ulong)filter << (BaseBits + CodeBits + WeightBits));

    internal static uint Base(ulong node) => (uint)node & MaxBase;

    internal static uint Label(ulong node) => (uint)(node >> BaseBits) & CodeMask;

    /// <summary>Which of the weights; 0 is that of what is no word.</summary>
    internal static uint Weight(ulong node) => (uint)(node >> (BaseBits + CodeBits)) & MaxWeight;

    /// <summary>0 when no child has a code like this one; 1 tells nothing.</summary>
    internal static uint ChildBit(ulong node, uint code) => (uint)(node >> (BaseBits + CodeBits + WeightBits)) >> (int)(code & 15) & 1;

    /// <summary>A node without weight, with one.</summary>
    internal static ulong WithWeight(ulong node, int weight) => node | ((ulong)weight << (BaseBits + CodeBits));

    internal static int FilterBit(int code) => 1 << (code & 15);
}
