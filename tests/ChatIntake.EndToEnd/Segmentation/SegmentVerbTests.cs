using System.Diagnostics;
using System.Text;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Host.Cli;
using ChatIntake.Segmentation;

namespace ChatIntake.EndToEnd.Segmentation;

/// <summary><c>chatintake segment</c> as a process.</summary>
internal sealed class SegmentVerbTests
{
    [Test]
    public async Task Words_come_out_a_line_a_text()
    {
        var ended = await Segment("\ufeff\"我来到北京清华大学\"\r\n\"\"\n\"他来到了网易杭研大厦\"");

        Assert.That(ended, Is.EqualTo(new Ended(0, "[\"我\",\"来到\",\"北京\",\"清华大学\"]\n[]\n[\"他\",\"来到\",\"了\",\"网易\",\"杭研\",\"大厦\"]\n", "")));
    }

    [TestCase("--no-hmm", "[\"他\",\"来到\",\"了\",\"网易\",\"杭\",\"研\",\"大厦\"]\n")]
    [TestCase("--all", "[\"他\",\"来到\",\"了\",\"网易\",\"杭\",\"研\",\"大厦\"]\n")]
    [TestCase("--search", "[\"他\",\"来到\",\"了\",\"网易\",\"杭研\",\"大厦\"]\n")]
    public async Task Each_flag_cuts_its_way(string flag, string words) => Assert.That(await Segment("\"他来到了网易杭研大厦\"\n", flag), Is.EqualTo(new Ended(0, words, "")));

    [Test]
    public async Task Lone_surrogates_travel_as_escapes() =>
        Assert.That(await Segment("\"\\ud83d头\\uDC0D\\ud83d\\ude00\"\n"), Is.EqualTo(new Ended(0, "[\"\\ud83d\",\"头\",\"\\udc0d\",\"😀\"]\n", "")));

    [TestCase("\"复工\"\n\n\"复产\"\n", "第 2 行:空行")]
    [TestCase("\"复工\"\n复产\n", "第 2 行:")]
    [TestCase("\"复工\"\n[\"复产\"]\n", "第 2 行:")]
    [TestCase("\"复工\"\n\"复产\n", "第 2 行:")]
    public async Task A_bad_line_is_named_and_those_before_it_are_answered(string input, string error)
    {
        var ended = await Segment(input);

        Assert.Multiple(() =>
        {
            Assert.That(ended.Code, Is.EqualTo(1));
            Assert.That(ended.Errors, Does.StartWith(error));
            Assert.That(ended.Output, Is.EqualTo("[\"复工\"]\n"));
        });
    }

    [Test]
    public async Task Words_of_a_file_are_known()
    {
        using var folder = new TemporaryFolder();
        var words = Path.Combine(folder.Path, "words.txt");
        await File.WriteAllTextAsync(words, "杭研大厦 20 n\n");

        var known = await Segment("\"他来到了网易杭研大厦\"", "--user-dict", words);
        var missing = await Segment("", "--user-dict", words + "x");

        Assert.Multiple(() =>
        {
            Assert.That(known.Output, Is.EqualTo("[\"他\",\"来到\",\"了\",\"网易\",\"杭研大厦\"]\n"));
            Assert.That(missing.Code, Is.EqualTo(1));
            Assert.That(missing.Errors, Does.Contain("words.txtx"));
        });
    }

    [Test]
    public async Task Two_flags_are_one_too_many()
    {
        var ended = await Segment("\"复工\"\n", "--all", "--search");

        Assert.Multiple(() =>
        {
            Assert.That(ended.Code, Is.Not.Zero);
            Assert.That(ended.Errors, Does.Contain("--search"));
        });
    }

    [Test]
    public async Task An_answer_does_not_wait_for_the_next_question()
    {
        using var process = Start([]);
        await process.StandardInput.WriteAsync("\"复工\"\n");
        await process.StandardInput.FlushAsync();

        Assert.That(await process.StandardOutput.ReadLineAsync(), Is.EqualTo("[\"复工\"]"));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    [Test]
    public async Task Who_reads_no_further_ends_it_quietly()
    {
        using var process = Start([]);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync("\"复工\"\n");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        try
        {
            // Without an end of its own it would read for ever.
            while (!process.HasExited) await process.StandardInput.WriteAsync("\"复工复产\"\n");
        }
        catch (IOException)
        {
            // It has gone.
        }
        await process.WaitForExitAsync();

        Assert.That((process.ExitCode, await errors), Is.EqualTo((0, "")));
    }

    [Test]
    [NonParallelizable]
    public void Memory_does_not_grow_with_the_number_of_lines()
    {
        var input = new Repeated(Encoding.UTF8.GetBytes("\"昨天三车磷酸在高速路口被拦下,请帮忙协调通行证😀\"\n"), 200_000);

        var code = SegmentCommand.Run(new SegmentedText(new Segmenter(), Way.Plain), input, Stream.Null, TextWriter.Null);

        // Whoever kept a byte of each of the lines between would hold more.
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(input.HeldAtEnd - input.HeldEarly, Is.AtMost(150_000));
        });
    }

    private static async Task<Ended> Segment(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await errors);
    }

    private static Process Start(string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "chatintake.dll"), "segment", .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = utf8, StandardOutputEncoding = utf8, StandardErrorEncoding = utf8,
        })!;
    }

    /// <summary>The same line over and over, made while it is read; tells how much memory is held when a tenth of it was read and when all was.</summary>
    private sealed class Repeated(byte[] line, int times) : MemoryStream
    {
        private long at;

        public long HeldEarly { get; private set; }

        public long HeldAtEnd { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var all = line.Length * (long)times;
            if (HeldEarly == 0 && at >= all / 10) HeldEarly = GC.GetTotalMemory(forceFullCollection: true);
            if (HeldAtEnd == 0 && at == all) HeldAtEnd = GC.GetTotalMemory(forceFullCollection: true);
            var read = (int)Math.Min(count, all - at);
            for (var i = 0; i < read; i++) buffer[offset + i] = line[(at + i) % line.Length];
            at += read;
            return read;
        }
    }
}
