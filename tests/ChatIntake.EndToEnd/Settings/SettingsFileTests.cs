using System.Collections;
using System.Reflection;
using System.Text.Json;
using ChatIntake.Host.Settings;

namespace ChatIntake.EndToEnd.Settings;

/// <summary>The settings file and the classes behind it say the same.</summary>
internal sealed class SettingsFileTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));

    [Test]
    public void Every_setting_of_the_file_exists_in_a_class_and_the_reverse()
    {
        using var file = JsonDocument.Parse(Text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.That(InFile(file.RootElement.GetProperty(IntakeOptions.Section), ""), Is.EquivalentTo(InClass(typeof(IntakeOptions), "").Select(s => s.Path)));
    }

    [Test]
    public void The_file_shows_the_defaults_of_the_classes()
    {
        using var file = JsonDocument.Parse(Text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var section = file.RootElement.GetProperty(IntakeOptions.Section);
        foreach (var (path, value) in Values(new IntakeOptions(), "").Where(v => v.Path != "Desk:Corp"))
        {
            var written = path.Split(':').Aggregate(section, (at, name) => at.GetProperty(name));
            Assert.That(written.ToString(), Is.EqualTo(value), path);
        }
    }

    [Test]
    public void A_comment_stands_beside_each_setting()
    {
        var lines = Text.Split('\n').Select(l => l.Trim()).ToList();
        foreach (var (path, type) in InClass(typeof(IntakeOptions), ""))
        {
            var name = $"\"{path.Split(':')[^1]}\":";
            var at = lines.FindIndex(l => l.StartsWith(name, StringComparison.Ordinal));
            // One comment may explain two neighbours.
            var before = lines[at - 1].StartsWith("//", StringComparison.Ordinal) ? lines[at - 1] : lines[at - 2];
            Assert.That(before, Does.StartWith("//"), path);
            foreach (var field in Element(type)) Assert.That(before, Does.Contain($"\"{field}\"").Or.Contain("the same fields"), path);
        }
    }

    private static IEnumerable<string> InFile(JsonElement at, string prefix) => at.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object && p.Value.EnumerateObject().Any() ? InFile(p.Value, $"{prefix}{p.Name}:") : [prefix + p.Name]);

    private static IEnumerable<(string Path, Type Type)> InClass(Type type, string prefix) => Settable(type).SelectMany(p =>
        IsSection(p.PropertyType) ? InClass(p.PropertyType, $"{prefix}{p.Name}:") : [(prefix + p.Name, p.PropertyType)]);

    private static IEnumerable<(string Path, string? Value)> Values(object of, string prefix) => Settable(of.GetType()).SelectMany(p =>
        IsSection(p.PropertyType) ? Values(p.GetValue(of)!, $"{prefix}{p.Name}:")
        : typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType != typeof(string) ? []
        : [(prefix + p.Name, Convert.ToString(p.GetValue(of), System.Globalization.CultureInfo.InvariantCulture))]);

    private static IEnumerable<string> Element(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? Settable(type.GetGenericArguments()[0]).Select(p => p.Name) : [];

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static bool IsSection(Type type) => type.IsClass && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type);
}
