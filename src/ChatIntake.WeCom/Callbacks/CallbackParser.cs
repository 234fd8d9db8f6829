namespace ChatIntake.WeCom.Callbacks;

/// <summary>
/// Reads decrypted callbacks; never throws. Content that is not understood makes a callback of kind
/// <see cref="CallbackKind.Unknown"/>; only a text that is no XML or JSON object at all has no callback.
/// </summary>
public static class CallbackParser
{
    /// <summary>A group robot's XML.</summary>
    public static CallbackResult ParseXml(string plain) => XmlCallback.Parse(plain);

    /// <summary>A group robot's JSON, asked for with <c>robot_callback_format=json</c> in the callback URL.</summary>
    public static CallbackResult ParseRobotJson(string plain) => JsonCallback.Parse(plain, JsonDialect.Robot);

    /// <summary>An AI bot's JSON.</summary>
    public static CallbackResult ParseBotJson(string plain) => JsonCallback.Parse(plain, JsonDialect.Bot);
}
