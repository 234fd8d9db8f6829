using System.Collections.Immutable;
using System.Text;
using ChatIntake.Chat;

namespace ChatIntake.Notices;

/// <summary>A post to be made: its notices and its text.</summary>
public sealed record ComposedPost(bool Markdown, ImmutableArray<NoticeRow> Notices, string Text);

/// <summary>Packs the texts of notices into as few posts as the byte limits allow, keeping their order, urgent ones first.</summary>
public static class PostComposer
{
    /// <param name="notices">What waits for one group.</param>
    /// <param name="render">The text of a notice, in markdown or not.</param>
    /// <param name="limits">The most UTF-8 bytes of a text post and of a markdown post.</param>
    public static ImmutableArray<ComposedPost> Compose(IReadOnlyList<NoticeRow> notices, Func<NoticeRow, (string Text, bool Markdown)> render, (int Text, int Markdown) limits)
    {
        var posts = new List<ComposedPost>();
        var room = false;
        foreach (var notice in notices.OrderBy(n => n.Pace == Pace.Now ? 0 : 1).ThenBy(n => n.Id, StringComparer.Ordinal))
        {
            var (text, markdown) = render(notice);
            var limit = markdown ? limits.Markdown : limits.Text;
            if (room && !markdown && posts[^1] is var last && Bytes(last.Text) + 1 + Bytes(text) <= limit)
            {
                posts[^1] = last with { Notices = last.Notices.Add(notice), Text = last.Text + "\n" + text };
                continue;
            }
            posts.Add(new ComposedPost(markdown, [notice], Cut(text, limit)));
            room = !markdown && Bytes(text) <= limit;
        }
        return [.. posts];
    }

    // A single notice over the limit loses its end: its case can be asked for.
    private static string Cut(string text, int limit)
    {
        if (Bytes(text) <= limit) return text;
        var cut = new StringBuilder();
        var bytes = 3;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > limit) break;
            cut.Append(rune.ToString());
        }
        return cut.Append('…').ToString();
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The cases that a post names.</summary>
    public static ImmutableArray<CaseId> CasesOf(IEnumerable<NoticeRow> notices) =>
        [.. notices.SelectMany(n => (n.Args.Case is { } one ? [one] : Array.Empty<CaseId>()).Concat((n.Args.Cases ?? []).Select(c => c.Case))).Distinct()];
}
