using ChatIntake.Journal;
using System.Diagnostics;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatIntake.Tests.Storage.LiteDb;

public sealed class FolderLockTests
{
    private static LiteStore Open(TemporaryFolder folder)
        => LiteStore.Open(new LiteStoreOptions { Folder = folder.Path }, TimeProvider.System, NullLogger.Instance);

    [Test]
    public async Task A_second_store_in_the_same_folder_is_refused_in_both_languages_and_harms_nothing()
    {
        using var folder = new TemporaryFolder();
        await using (var first = Open(folder))
        {
            Assert.That(() => Open(folder), Throws.InstanceOf<StoreInUseException>()
                .With.Message.Contains(folder.Path).And.Message.Contains("in use").And.Message.Contains("使用")
                .And.Property(nameof(StoreInUseException.Folder)).EqualTo(folder.Path));
            await first.Write(t =>
            {
                t.Put(Table.Meta, "a", [1]);
                return 0;
            });
        }

        await using var next = Open(folder);
        Assert.That(next.Get(Table.Meta, "a"), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public async Task A_folder_that_another_process_holds_is_refused_and_free_once_that_process_is_gone()
    {
        if (!File.Exists("/usr/bin/flock")) Assert.Ignore("Needs flock(1) as the other process.");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("/usr/bin/flock")
        {
            ArgumentList = { Path.Combine(folder.Path, FolderLock.FileName), "sh", "-c", "echo held; read -r wait" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var other = Process.Start(start)!;
        Assert.That(await other.StandardOutput.ReadLineAsync(), Is.EqualTo("held"));
        Assert.That(() => Open(folder), Throws.InstanceOf<StoreInUseException>());
        other.StandardInput.Close();
        await other.WaitForExitAsync();
        await using var store = Open(folder);
        Assert.That(store.Get(Table.Meta, "a"), Is.Null);
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_not_called_in_use()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        var options = new LiteStoreOptions { Folder = file };
        Assert.That(() => LiteStore.Open(options, TimeProvider.System, NullLogger.Instance), Throws.InstanceOf<IOException>());
    }
}
