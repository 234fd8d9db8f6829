using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

/// <summary>What a finder finds, as text: <c>Money 28万元</c>.</summary>
internal static class Found
{
    private static readonly EntityFinder Nameless = new([]);

    public static List<Entity> In(string text, EntityFinder? finder = null)
    {
        var found = new List<Entity>();
        (finder ?? Nameless).Find(text, found);
        return found;
    }

    public static IEnumerable<string> Texts(string text, EntityFinder? finder = null) => In(text, finder).Select(e => $"{e.Kind} {text.Substring(e.Start, e.Length)}");

    /// <summary>The pieces of one kind.</summary>
    public static IEnumerable<string> Of(EntityKind kind, string text) => In(text).Where(e => e.Kind == kind).Select(e => text.Substring(e.Start, e.Length));
}
