using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Dictionary;

/// <summary>The words of a dictionary with their frequencies, and the alphabet they are written in. Never changed.</summary>
/// <remarks>
/// Characters are renumbered by how much they occur, so that what is used lies together. Only characters that can stand in a word when text is cut (a block, see
/// <see cref="Blocks"/>) have a code in <see cref="Codes"/>; the few others that the dictionary uses are listed apart.
/// </remarks>
internal sealed class WordTrie
{
    internal WordTrie(ImageReader image)
    {
        Codes = image.Array<ushort>();
        ForeignCharacters = image.Array<char>();
        ForeignCodes = image.Array<ushort>();
        First = image.Array<ulong>();
        Nodes = image.Array<ulong>();
        Frequencies = image.Array<int>();
        Logs = image.Array<double>();
        Total = image.Array<long>()[0];
    }

    /// <summary>By character: its code with <see cref="TrieNode.NoWordAlone"/>, or 0 when it does not stand in a block.</summary>
    internal ushort[] Codes { get; }

    private char[] ForeignCharacters { get; }

    private ushort[] ForeignCodes { get; }

    /// <summary>By code: the node of the word's first character.</summary>
    internal ulong[] First { get; }

    /// <summary>The nodes further in.</summary>
    internal ulong[] Nodes { get; }

    /// <summary>By weight: how often such a word was counted; 0 for what is no word.</summary>
    internal int[] Frequencies { get; }

    /// <summary>By weight: the natural logarithm of the frequency; minus infinity for what is no word.</summary>
    internal double[] Logs { get; }

    /// <summary>The sum of all frequencies.</summary>
    internal long Total { get; }

    /// <summary>The code of any character; 0 for one that the dictionary does not know.</summary>
    internal uint CodeOf(char character)
    {
        var code = Codes[character] & (uint)TrieNode.CodeMask;
        if (code != 0) return code;
        var foreign = ForeignCharacters.AsSpan().IndexOf(character);
        return foreign < 0 ? 0u : ForeignCodes[foreign];
    }

    /// <summary>
    /// The slot of a word or the beginning of one, counted through <see cref="First"/> and then <see cref="Nodes"/>; -1 where there is none. Tables beside this one are
    /// laid out by it.
    /// </summary>
    internal int SlotOf(ReadOnlySpan<char> word)
    {
        var slot = -1;
        ulong node = 0;
        foreach (var character in word)
        {
            var code = CodeOf(character);
            if (code == 0) return -1;
            (node, slot) = slot < 0 ? (FirstNode(code), (int)code) : (Child(node, code), First.Length + (int)(TrieNode.Base(node) + code));
            if (TrieNode.Label(node) != code) return -1;
        }
        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong FirstNode(uint code) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(First), code);

    /// <summary>What lies where the child of a node by a code would be; it is that child when its label is the code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Child(ulong node, uint code) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Nodes), TrieNode.Base(node) + code);
}
