using ChatIntake.Desk;

namespace ChatIntake.Host.Settings;

/// <summary>The rule documents of a data folder, by kind.</summary>
internal static class RuleFiles
{
    /// <summary>Reads what a new desk starts with; kinds whose files are not named are left out.</summary>
    /// <exception cref="IOException">A folder or file is missing; the message names it.</exception>
    public static IReadOnlyList<(string Kind, string Text)> Read(string data, string roster, string routes, string? model = null)
    {
        var folder = Locate(data);
        var documents = new List<(string, string)>
        {
            (RuleKinds.Settings, File.ReadAllText(Path.Combine(folder, "desk", "settings.json"))),
            (RuleKinds.Deadlines, File.ReadAllText(Path.Combine(folder, "desk", "deadlines.json"))),
            (RuleKinds.Lexicon, Join(Path.Combine(folder, "lexicon"))),
            (RuleKinds.Model, File.ReadAllText(model is null ? Path.Combine(folder, "model", "triage.txt") : Locate(model))),
            (RuleKinds.Texts, Join(Path.Combine(folder, "texts"))),
        };
        if (roster.Length > 0) documents.Add((RuleKinds.Roster, File.ReadAllText(Locate(roster))));
        if (routes.Length > 0) documents.Add((RuleKinds.Routes, File.ReadAllText(Locate(routes))));
        return documents;
    }

    /// <summary>One document: a file, or a folder of text files for the kinds that have several.</summary>
    public static string ReadOne(string kind, string path) => kind is RuleKinds.Lexicon or RuleKinds.Texts ? Join(Locate(path)) : File.ReadAllText(Locate(path));

    /// <summary>The documents at a path, by what they are: a lexicon folder, a model, routes or settings, or a folder laid out like data with some of these.</summary>
    /// <exception cref="IOException">There is nothing at the path.</exception>
    public static IReadOnlyList<(string Kind, string Text)> Find(string path)
    {
        var place = Locate(path);
        if (!Directory.Exists(place)) return [One(File.ReadAllText(place))];
        if (File.Exists(Path.Combine(place, "topics.txt"))) return [(RuleKinds.Lexicon, Join(place))];
        var found = new List<(string, string)>();
        if (Directory.Exists(Path.Combine(place, "lexicon"))) found.Add((RuleKinds.Lexicon, Join(Path.Combine(place, "lexicon"))));
        string[] files = [Path.Combine(place, "model", "triage.txt"), Path.Combine(place, "desk", "settings.json"), Path.Combine(place, "routes.json")];
        found.AddRange(files.Where(File.Exists).Select(f => One(File.ReadAllText(f))));
        return found;
    }

    private static (string Kind, string Text) One(string text) => text.TrimStart().StartsWith('{')
        ? (text.Contains("chatintake-routes", StringComparison.Ordinal) ? RuleKinds.Routes : RuleKinds.Settings, text)
        : (RuleKinds.Model, text);

    /// <summary>A path as it is given, or else beside the program, so that the shipped files are found from everywhere.</summary>
    public static string Locate(string path) =>
        Path.IsPathRooted(path) || File.Exists(path) || Directory.Exists(path) ? path : Path.Combine(AppContext.BaseDirectory, path);

    private static string Join(string folder) =>
        RuleDocuments.Join(Directory.EnumerateFiles(folder, "*.txt").Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f))));
}
