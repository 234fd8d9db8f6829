using System.IO.Compression;
using System.Text;
using ChatIntake.Segmentation;

namespace ChatIntake.Learning;

/// <summary>
/// Keeps a <see cref="TextClassifier"/> in a file: after eight bytes that name format and version, compressed with gzip, the labels, then for each aspect its
/// features with their rarity and the weights of each label (32-bit floats, little-endian; the constant term last).
/// </summary>
public static class ClassifierFile
{
    private static ReadOnlySpan<byte> Magic => "CITEXT01"u8;

    /// <summary>Writes a classifier; the same one always gives the same bytes.</summary>
    public static void Write(TextClassifier classifier, Stream output)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Magic);
        using var writer = new BinaryWriter(new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true), Encoding.Unicode);
        writer.Write(classifier.Labels.Count);
        foreach (var label in classifier.Labels) writer.Write(label);
        foreach (var (view, weights) in classifier.Views)
        {
            writer.Write(view.Count);
            foreach (var (name, rarity) in view.Features)
            {
                writer.Write(name);
                writer.Write(rarity);
            }
            foreach (var weight in weights.SelectMany(w => w)) writer.Write(weight);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is no such model, or is cut off.</exception>
    public static TextClassifier Read(Stream input, ISegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(input);
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (input.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
            throw new InvalidDataException("这不是分类模型文件");
        try
        {
            using var reader = new BinaryReader(new GZipStream(input, CompressionMode.Decompress, leaveOpen: true), Encoding.Unicode);
            var labels = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
            var views = Enum.GetValues<ClassifierAspect>().Select(aspect => ReadView(reader, aspect, labels.Length)).ToList();
            return new TextClassifier(labels, views, segmenter);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException("模型文件不完整", e);
        }
    }

    private static (ClassifierView View, float[][] Weights) ReadView(BinaryReader reader, ClassifierAspect aspect, int labels)
    {
        var features = new (string, float)[reader.ReadInt32()];
        for (var i = 0; i < features.Length; i++) features[i] = (reader.ReadString(), reader.ReadSingle());
        var weights = new float[labels][];
        for (var k = 0; k < labels; k++)
        {
            weights[k] = new float[features.Length + 1];
            for (var i = 0; i < weights[k].Length; i++) weights[k][i] = reader.ReadSingle();
        }
        return (new ClassifierView(aspect, features), weights);
    }
}
