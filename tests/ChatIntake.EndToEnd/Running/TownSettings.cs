using ChatIntake.Host.Settings;

namespace ChatIntake.EndToEnd.Running;

/// <summary>The settings by which the service serves the town, in this process or, as environment, in one of its own.</summary>
internal static class TownSettings
{
    /// <summary>The bot of vector V1, whose receive id is a corp.</summary>
    internal const string CorpBotPath = "/callback/corp";

    internal static IEnumerable<KeyValuePair<string, string?>> Of(string folder, Uri address, Uri wecom)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Listen:Url"] = address.GetLeftPart(UriPartial.Authority),
            ["Store:Folder"] = folder,
            ["Desk:Corp"] = Town.Corp,
            ["Desk:Roster"] = Town.TownFile("roster.json"),
            ["Desk:Routes"] = Town.TownFile("routes.json"),
            ["Channels:Bots:0:Name"] = "main",
            ["Channels:Bots:0:Path"] = "/callback/bot",
            ["Channels:Bots:0:Token"] = Town.Token,
            ["Channels:Bots:0:EncodingAesKey"] = Town.AesKey,
            ["Channels:Bots:1:Name"] = "corp",
            ["Channels:Bots:1:Path"] = CorpBotPath,
            ["Channels:Bots:1:Token"] = "QDG6eK",
            ["Channels:Bots:1:EncodingAesKey"] = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            ["Channels:Bots:1:ReceiveId"] = "wx5823bf96d3bd56c7",
            ["Channels:Robots:0:Name"] = "park",
            ["Channels:Robots:0:Path"] = "/callback/robot",
            ["Channels:Robots:0:Token"] = Town.Token,
            ["Channels:Robots:0:EncodingAesKey"] = Town.AesKey,
            ["Channels:Archives:0:Name"] = "archive",
            ["Channels:Archives:0:Url"] = wecom.AbsoluteUri,
            ["Channels:Archives:0:Secret"] = "archive-main",
            // Tests pull when it is time.
            ["Channels:Archives:0:PollSeconds"] = "3600",
            ["Posting:BaseUrl"] = wecom.AbsoluteUri,
            ["Secrets:archive-main"] = "archive-secret",
            ["Secrets:robot_enterprise_1"] = "key-1",
            ["Secrets:robot_enterprise_2"] = "key-2",
            ["Secrets:robot_staff"] = "key-3",
        };
        return settings.Select(s => KeyValuePair.Create($"{IntakeOptions.Section}:{s.Key}", s.Value)).Append(new("Logging:LogLevel:Default", "None"));
    }

    /// <summary>The same as environment variables.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Environment(string folder, Uri address, Uri wecom) =>
        Of(folder, address, wecom).Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!));
}
