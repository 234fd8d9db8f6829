namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Makes a failing input small by leaving parts out as long as it fails.</summary>
internal static class Smallest
{
    private const int MostTries = 500;

    public static string Text(string text, Func<string, bool> fails) => string.Concat(List([.. text], chars => fails(string.Concat(chars))));

    public static List<T> List<T>(List<T> items, Func<List<T>, bool> fails)
    {
        var tries = 0;
        for (var size = Math.Max(1, items.Count / 2); ; size /= 2)
        {
            for (var at = 0; at < items.Count && tries < MostTries;)
            {
                tries++;
                List<T> fewer = [.. items.Take(at), .. items.Skip(at + size)];
                if (fails(fewer)) items = fewer;
                else at += size;
            }
            if (size <= 1 || tries == MostTries) return items;
        }
    }
}
