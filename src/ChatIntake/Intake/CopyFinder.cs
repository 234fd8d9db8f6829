using ChatIntake.Chat;
using ChatIntake.Desk;

namespace ChatIntake.Intake;

/// <summary>
/// Finds the message of which an input is a copy heard by another way (callback and archive, say): same group, sender and words within a minute,
/// each copy matched once. By the same way twice it is said twice.
/// </summary>
internal static class CopyFinder
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    public static WindowMessage? Original(MessageInput input, DeskState state, IWords words, string botName) => state.Window.FirstOrDefault(m =>
        m.Group == input.Group && m.Sender == input.Sender && m.Type == input.Type && !m.Ways.Contains(input.Way)
        && (m.PostedAt - input.PostedAt).Duration() <= Apart
        && words.Text(m.Id) is { } text && ChatText.SameWords(text, input.Text, botName));
}
