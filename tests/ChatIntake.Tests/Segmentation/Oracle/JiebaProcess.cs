using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>jieba itself, asked through <c>tests/data/jieba-oracle.py</c>.</summary>
internal sealed class JiebaProcess : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Version = "0.42.1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private JiebaProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors) errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it; where it cannot be had, says why.</summary>
    public static (JiebaProcess? Jieba, string? WhyNot) Start()
    {
        if (!File.Exists(Python)) return (null, $"There is no {Python}.");
        var start = new ProcessStartInfo(Python, ["-B", Path.Combine(AppContext.BaseDirectory, "data", "jieba-oracle.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Encoding.ASCII, StandardOutputEncoding = Encoding.ASCII, UseShellExecute = false,
        };
        var jieba = new JiebaProcess(Process.Start(start)!);
        if (jieba.ReadLine() is { } hello && JsonSerializer.Deserialize<string>(hello) == Version) return (jieba, null);
        jieba.Dispose();
        return (null, $"{Python} has no jieba {Version} (Debian: python3-jieba).");
    }

    /// <summary>Back to jieba's own dictionary and no word forbidden.</summary>
    public void Reset() => Ask("reset");

    public GoldenLine Modes(string text) => GoldenLine.Read(Ask("modes", ("text", EscapedJson.Quote(text))));

    public List<string> Cut(string text, bool hmm) => EscapedJson.Strings(Ask("cut", ("text", EscapedJson.Quote(text)), ("hmm", Bool(hmm))));

    public List<string> CutAll(string text) => EscapedJson.Strings(Ask("cut_all", ("text", EscapedJson.Quote(text))));

    /// <summary>Words with where they start and end, in UTF-16 units.</summary>
    public List<(string Word, int Start, int End)> Tokenize(string text, bool search, bool hmm) =>
    [
        .. Ask("tokenize", ("text", EscapedJson.Quote(text)), ("mode", search ? "\"search\"" : "\"default\""), ("hmm", Bool(hmm)))
            .EnumerateArray().Select(t => (EscapedJson.Unquote(t[0]), t[1].GetInt32(), t[2].GetInt32())),
    ];

    public List<(string Word, string Tag)> Tag(string text, bool hmm) =>
        [.. Ask("tag", ("text", EscapedJson.Quote(text)), ("hmm", Bool(hmm))).EnumerateArray().Select(t => (EscapedJson.Unquote(t[0]), EscapedJson.Unquote(t[1])))];

    /// <summary>Keywords by "tfidf" or "textrank", with their weights to the last bit.</summary>
    public List<(string Word, double Weight, string? Tag)> Keywords(string method, string text, int top, IEnumerable<string> tags, bool byTag) =>
    [
        .. Ask(method, ("text", EscapedJson.Quote(text)), ("top", Number(top)), ("tags", EscapedJson.Quote(tags)), ("by_tag", Bool(byTag)))
            .EnumerateArray().Select(k => (EscapedJson.Unquote(k[0]), k[1].GetDouble(), k[2].ValueKind == JsonValueKind.Null ? null : EscapedJson.Unquote(k[2]))),
    ];

    public void LoadUserDictionary(string text) => Ask("load_userdict", ("text", EscapedJson.Quote(text)));

    public void AddWord(UserWord word) => Ask(
        "add_word", ("word", EscapedJson.Quote(word.Word)), ("freq", word.Frequency is { } f ? Number(f) : "null"), ("tag", word.Tag is { } t ? EscapedJson.Quote(t) : "null"));

    public void DeleteWord(string word) => Ask("del_word", ("word", EscapedJson.Quote(word)));

    public long SuggestFrequency(string word, bool tune) => Ask("suggest_word", ("word", EscapedJson.Quote(word)), ("tune", Bool(tune))).GetInt64();

    public long SuggestFrequency(IReadOnlyList<string> parts, bool tune) => Ask("suggest_parts", ("parts", EscapedJson.Quote(parts)), ("tune", Bool(tune))).GetInt64();

    public List<long> Frequencies(IEnumerable<string> words) => [.. Ask("freq", ("words", EscapedJson.Quote(words))).EnumerateArray().Select(f => f.GetInt64())];

    public void Dispose()
    {
        process.StandardInput.Dispose();
        if (!process.WaitForExit(5_000)) process.Kill();
        process.Dispose();
    }

    private JsonElement Ask(string what, params (string Name, string Json)[] arguments)
    {
        process.StandardInput.WriteLine($"{{\"do\":\"{what}\"{string.Concat(arguments.Select(a => $",\"{a.Name}\":{a.Json}"))}}}");
        process.StandardInput.Flush();
        var line = ReadLine() ?? throw new InvalidOperationException($"jieba ended: {Errors()}");
        var answer = JsonDocument.Parse(line).RootElement;
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("error", out var error)) throw new InvalidOperationException($"jieba failed at {what}: {error}");
        return answer;
    }

    private string? ReadLine() => process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();

    private string Errors()
    {
        lock (errors) return errors.ToString();
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
