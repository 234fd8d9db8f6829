using ChatIntake.EndToEnd.Running;
using ChatIntake.Host.Workers;
using Microsoft.Extensions.Logging;

namespace ChatIntake.EndToEnd.Workers;

internal sealed class LexiconWatchTests
{
    private readonly List<string> imported = [];
    private readonly Lines lines = new();
    private TemporaryFolder folder = null!;
    private LexiconWatch watch = null!;

    [SetUp]
    public void Copy()
    {
        folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "lexicon"))) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        watch = new LexiconWatch(folder.Path, TimeSpan.FromSeconds(5), Import, TimeProvider.System, lines);
        imported.Clear();
        lines.Written.Clear();
    }

    [TearDown]
    public void Remove()
    {
        watch.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task What_is_there_at_the_start_is_not_imported()
    {
        await Look(3);

        Assert.That(imported, Is.Empty);
    }

    [Test]
    public async Task A_change_is_imported_once_it_reads_the_same_twice()
    {
        await Look(1);
        Append("words.txt", "1 榕大坝\n");
        await Look(1);
        Assert.That(imported, Is.Empty, "somebody may still be writing");

        Append("words.txt", "1 榕小坝\n");
        await Look(1);
        Assert.That(imported, Is.Empty);
        await Look(3);

        Assert.That(imported, Has.Count.EqualTo(1));
        Assert.That(imported[0], Does.Contain("榕大坝").And.Contain("榕小坝"));
    }

    [Test]
    public async Task Mistakes_are_told_once_with_file_and_line_and_nothing_is_imported()
    {
        await Look(1);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "words.txt"), "[word]\n1 榕大坝\nhundred 磷酸\n");
        await Look(4);

        Assert.Multiple(() =>
        {
            Assert.That(imported, Is.Empty);
            Assert.That(lines.Written, Has.Exactly(1).Contains("words.txt").And.Exactly(1).Contains("3"));
            Assert.That(lines.Written, Has.Count.EqualTo(2));
        });

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "words.txt"), "[word]\n1 榕大坝\n1 磷酸\n");
        await Look(2);
        Assert.That(imported, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_folder_that_cannot_be_read_is_told_once_and_taken_up_when_it_is_back()
    {
        await Look(1);
        Directory.Move(folder.Path, folder.Path + ".away");
        await Look(3);
        Assert.That(lines.Written, Has.Count.EqualTo(1));

        Directory.Move(folder.Path + ".away", folder.Path);
        Append("words.txt", "1 榕大坝\n");
        await Look(2);

        Assert.That(imported, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_import_that_fails_is_tried_again()
    {
        var calls = 0;
        using var failing = new LexiconWatch(folder.Path, TimeSpan.FromSeconds(5), _ => ++calls == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask, TimeProvider.System, lines);
        await failing.Look();
        Append("words.txt", "1 榕大坝\n");
        for (var i = 0; i < 5; i++) await failing.Look();

        Assert.That(calls, Is.EqualTo(2));
    }

    private async Task Look(int times)
    {
        for (var i = 0; i < times; i++) await watch.Look();
    }

    private void Append(string file, string text) => File.AppendAllText(Path.Combine(folder.Path, file), text);

    private Task Import(string text)
    {
        imported.Add(text);
        return Task.CompletedTask;
    }

    private sealed class Lines : ILogger<LexiconWatch>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Written.Add(formatter(state, exception));
        }
    }
}
