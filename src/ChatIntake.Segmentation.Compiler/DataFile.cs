using System.Globalization;
using System.IO.Compression;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>Reads the compressed text files of <c>data/jieba</c>.</summary>
internal static class DataFile
{
    internal static IEnumerable<string[]> Rows(string path, char separator)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (file.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split(separator);
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
