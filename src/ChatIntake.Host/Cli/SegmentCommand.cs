using System.CommandLine;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;
using Microsoft.Win32.SafeHandles;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake segment</c>: texts in, one JSON string a line; their words out, one JSON array a line. Neither settings nor store are needed.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var noHmm = new Option<bool>("--no-hmm") { Description = "Do not guess words that no dictionary has." };
        var all = new Option<bool>("--all") { Description = "Every word that stands anywhere in the text, overlapping." };
        var search = new Option<bool>("--search") { Description = "Also the shorter words inside long ones." };
        var userDictionary = new Option<FileInfo>("--user-dict") { Description = "More words, in the format of jieba's user dictionaries." };
        var command = new Command("segment", "Cut texts from standard input, one JSON string a line, into words, one JSON array a line.") { noHmm, all, search, userDictionary };
        command.Validators.Add(result =>
        {
            if (new[] { noHmm, all, search }.Count(result.GetValue) > 1) result.AddError("--no-hmm、--all、--search 只能选一个");
        });
        command.SetAction(parsed => Run(
            parsed.GetValue(all) ? Way.All : parsed.GetValue(search) ? Way.Search : parsed.GetValue(noHmm) ? Way.NoModel : Way.Plain, parsed.GetValue(userDictionary)));
        return command;
    }

    private static int Run(Way way, FileInfo? userDictionary)
    {
        try
        {
            var segmenter = new Segmenter();
            if (userDictionary is not null)
                using (var file = userDictionary.OpenRead()) segmenter.AddWords(UserWordFile.Read(file));
            return Run(new SegmentedText(segmenter, way), Console.OpenStandardInput(), Output(), Console.Error);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    internal static int Run(SegmentedText segmented, Stream input, Stream output, TextWriter errors)
    {
        using var writer = new JsonArrayWriter(output);
        var reader = new JsonStringReader();
        var closed = false;
        var lines = new InputLines(input, () => closed |= !Flushed(writer));
        while (!closed && lines.Next(out var line))
        {
            if (reader.Read(line) is { } problem)
            {
                Flushed(writer);
                errors.WriteLine($"第 {lines.Count} 行:{problem}");
                return 1;
            }
            try { segmented.Write(reader.Text, writer); }
            catch (IOException) { closed = true; }
        }
        Flushed(writer);
        return 0;
    }

    // Who reads may have seen enough (head): no reason to complain.
    private static bool Flushed(JsonArrayWriter writer)
    {
        try
        {
            writer.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The console's own stream does not tell that a pipe is closed; a file's position, though, only that one moves.
    private static Stream Output()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }
}
