using ChatIntake.Chat;

namespace ChatIntake.Reports;

/// <summary>What the desk knows of an enterprise's resumption of work (复工复产).</summary>
public sealed record Resumption(bool Resumed, int? People, DateTimeOffset Since, MessageId Message, InputId LastInput);
