using System.Runtime.CompilerServices;

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
        Codes = image.Table<ushort>();
        ForeignCharacters = image.Table<char>();
        ForeignCodes = image.Table<ushort>();
        First = image.Table<ulong>();
        Nodes = image.Table<ulong>();
        Frequencies = image.Table<int>();
        Logs = image.Table<double>();
        Total = image.Table<long>()[0];
    }

    /// <summary>By character: its code with <see cref="TrieNode.NoWordAlone"/>, or 0 when it does not stand in a block.</summary>
    internal Table<ushort> Codes { get; }

    private Table<char> ForeignCharacters { get; }

    private Table<ushort> ForeignCodes { get; }

    /// <summary>By code: the node of the word's first character.</summary>
    internal Table<ulong> First { get; }

    /// <summary>The nodes further in.</summary>
    internal Table<ulong> Nodes { get; }

    /// <summary>By weight: how often such a word was counted; 0 for what is no word.</summary>
    internal Table<int> Frequencies { get; }

    /// <summary>By weight: the natural logarithm of the frequency; minus infinity for what is no word.</summary>
    internal Table<double> Logs { get; }

    /// <summary>The sum of all frequencies.</summary>
    internal long Total { get; }

    /// <summary>The code of any character; 0 for one that the dictionary does not know.</summary>
    internal uint CodeOf(char character)
    {
        var code = Codes[character] & (uint)TrieNode.CodeMask;
        if (code != 0) return code;
        var foreign = ForeignCharacters.Span.IndexOf(character);
        return foreign < 0 ? 0u : ForeignCodes[(uint)foreign];
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
            (node, slot) = slot < 0 ? (First[code], (int)code) : (Child(node, code), First.Count + (int)(TrieNode.Base(node) + code));
            if (TrieNode.Label(node) != code) return -1;
        }
        return slot;
    }

    /// <summary>What lies where the child of a node by a code would be; it is that child when its label is the code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Child(ulong node, uint code) => Nodes[TrieNode.Base(node) + code];
}
