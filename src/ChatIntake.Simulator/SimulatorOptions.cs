namespace ChatIntake.Simulator;

/// <summary>What the simulated WeCom consists of at its start. Nothing here is checked against a real tenant.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The corpid; asked for by the archive feed.</summary>
    public string Corp { get; init; } = "wwsimulated000001";

    /// <summary>The bot's name, as it is mentioned: <c>@小企</c>.</summary>
    public string BotName { get; init; } = "小企";

    /// <summary>The bot as the archive names it as a sender; robots there start with <c>wb</c>.</summary>
    public string RobotId { get; init; } = "wbSIM0001";

    /// <summary>The bot as AI-bot callbacks name it.</summary>
    public string AiBotId { get; init; } = "aibSIM0001";

    /// <summary>Instants of messages, callback timestamps, validity of one-time links and the twenty a minute.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Time-outs of HTTP and waits between retries; never the demo's fast clock.</summary>
    public TimeProvider MachineClock { get; init; } = TimeProvider.System;

    /// <summary>How long a callback may take to be answered.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before a callback that was not answered is sent again; the platform names no figure.</summary>
    public TimeSpan CallbackRetryWait { get; init; } = TimeSpan.FromMilliseconds(500);

    public IReadOnlyList<SimulatedGroup> Groups { get; init; } = [];

    /// <summary>Everybody who can speak; all of them are members of every group.</summary>
    public IReadOnlyList<SimulatedUser> Users { get; init; } = [];

    /// <summary>Where mentions in groups of <see cref="CallbackKind.GroupRobotXml"/> go; nowhere when null.</summary>
    public CallbackTarget? GroupRobot { get; init; }

    /// <summary>Where mentions in groups of <see cref="CallbackKind.AiBotJson"/> go; nowhere when null.</summary>
    public CallbackTarget? AiBot { get; init; }

    /// <summary>What the archive feed wants as its bearer token.</summary>
    public string ArchiveSecret { get; init; } = "archive-secret";

    /// <summary>How the archive feed tells what a message quotes.</summary>
    public ArchiveQuotes ArchiveQuotes { get; init; } = ArchiveQuotes.AsField;

    /// <summary>The TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }
}

/// <summary>How the archive feed tells what a message quotes; its id and sender's id are told in no form.</summary>
public enum ArchiveQuotes
{
    /// <summary>In a <c>quote</c> of its own, as a bridge gives it that has taken the text apart.</summary>
    AsField,

    /// <summary>Inside the text, before the message's own words, as the archive itself does (这是一条引用/回复消息, document 91774).</summary>
    InText,
}

/// <summary>How a group's mentions of the bot reach its owner.</summary>
public enum CallbackKind
{
    /// <summary>Not at all: the bot is not in the group, or only posts to it.</summary>
    None,

    /// <summary>智能机器人: encrypted JSON; the quoted text comes along, without its id and sender.</summary>
    AiBotJson,

    /// <summary>群机器人 (limited beta): encrypted XML; its documented body has no place for a quote.</summary>
    GroupRobotXml,
}

/// <summary>A chat group. The bot posts to it by its webhook key; without one it cannot.</summary>
public sealed record SimulatedGroup(
    string ChatId, string Name, string? WebhookKey = null, CallbackKind CallbackKind = CallbackKind.AiBotJson);

/// <summary>A member of the enterprise.</summary>
public sealed record SimulatedUser(string UserId, string Display);

/// <summary>A callback as it is set up in the console. ReceiveId is empty for robots.</summary>
public sealed record CallbackTarget(Uri Url, string Token, string EncodingAesKey, string ReceiveId = "");
