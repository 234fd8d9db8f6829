namespace ChatIntake.Chat;

/// <summary>What a message is made of, as far as the channel tells.</summary>
public enum MessageType
{
    /// <summary>Words, possibly with pictures between them.</summary>
    Text,

    /// <summary>A picture alone; its text is the platform's placeholder.</summary>
    Image,

    /// <summary>A file, voice, video or position; its text is a file name or the platform's placeholder.</summary>
    File,
}
