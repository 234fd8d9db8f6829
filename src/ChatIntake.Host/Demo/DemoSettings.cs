using System.Security.Cryptography;
using ChatIntake.Desk;
using ChatIntake.Host.Settings;

namespace ChatIntake.Host.Demo;

/// <summary>The settings with which the demo runs the service against the simulator.</summary>
internal static class DemoSettings
{
    public const string Corp = "ww-qingrong";
    public const string Archive = "demo";
    public const string ArchiveSecret = "demo-archive-secret";
    public const string BotName = "小企";

    private const string ArchiveSecretName = "demo-archive";

    public static IEnumerable<KeyValuePair<string, string?>> Of(string folder, Uri callback, Uri simulator, string token, string aesKey, DemoTown town)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Listen:Url"] = callback.GetLeftPart(UriPartial.Authority),
            ["Store:Folder"] = folder,
            // A day is played in seconds: the log is folded by time, not by size.
            ["Store:LogMebibytes"] = "1024",
            ["Desk:Corp"] = Corp,
            ["Desk:Roster"] = "",
            ["Desk:Routes"] = "",
            ["Channels:Bots:0:Name"] = "demo",
            ["Channels:Bots:0:Path"] = "/callback/bot",
            ["Channels:Bots:0:Token"] = token,
            ["Channels:Bots:0:EncodingAesKey"] = aesKey,
            ["Channels:Archives:0:Name"] = Archive,
            ["Channels:Archives:0:Url"] = simulator.AbsoluteUri,
            ["Channels:Archives:0:Secret"] = ArchiveSecretName,
            ["Channels:Archives:0:PollSeconds"] = "1",
            ["Posting:BaseUrl"] = simulator.AbsoluteUri,
            [$"Secrets:{ArchiveSecretName}"] = ArchiveSecret,
        };
        // The simulator's keys are the names themselves: nothing here is worth a secret.
        foreach (var group in town.Groups.Where(g => g.WebhookKey is not null)) settings[$"Secrets:{group.WebhookKey}"] = group.WebhookKey;
        return settings.Select(s => KeyValuePair.Create($"{IntakeOptions.Section}:{s.Key}", s.Value)).Append(new("Logging:LogLevel:Default", "Warning"));
    }

    public static IEnumerable<(string Kind, string Text)> Routes(string path) =>
        path == "none" ? [] : [(RuleKinds.Routes, File.ReadAllText(RuleFiles.Locate(path)))];

    /// <summary>43 characters that decode to 32 bytes.</summary>
    public static string NewAesKey()
    {
        while (true)
        {
            var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=');
            if (key.All(char.IsLetterOrDigit)) return key;
        }
    }
}

/// <summary>An empty folder; what was in it is removed, so that each demo starts afresh.</summary>
internal sealed class FreshFolder : IDisposable
{
    private readonly bool keep;

    public FreshFolder(string path, bool keep)
    {
        (Path, this.keep) = (path, keep);
        // Only what a demo leaves is removed; the lock of a running one makes the store refuse.
        if (Directory.Exists(path))
            foreach (var file in Directory.EnumerateFiles(path, "chatintake*.db")) File.Delete(file);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!keep && Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
