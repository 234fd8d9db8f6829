using System.Xml.Linq;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Architecture;

public sealed class SourceTreeTests
{
    /// <summary>Which project may refer to which of ours (docs: the layout in the design).</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        // The compiler of the tables runs while the library is built; nothing of it is in the library.
        ["ChatIntake.Segmentation.Compiler"] = [],
        ["ChatIntake.Segmentation"] = ["ChatIntake.Segmentation.Compiler"],
        ["ChatIntake.WeCom"] = [],
        ["ChatIntake"] = ["ChatIntake.Segmentation"],
        ["ChatIntake.Storage"] = ["ChatIntake"],
        ["ChatIntake.Simulator"] = ["ChatIntake.WeCom"],
        ["ChatIntake.Host"] = ["ChatIntake", "ChatIntake.Segmentation", "ChatIntake.Simulator", "ChatIntake.Storage", "ChatIntake.WeCom"],
    };

    private static readonly string[] NoFolders = ["Helpers", "Utils", "Managers", "Common", "Services", "Misc", "Shared"];

    [Test]
    public void Projects_refer_to_each_other_along_the_arrows_only()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(TownFiles.Root, "src"), "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(projects.Select(p => Path.GetFileNameWithoutExtension(p)), Is.EquivalentTo(Arrows.Keys));
            foreach (var project in projects) Assert.That(References(project, "ProjectReference"), Is.SubsetOf(Arrows[Path.GetFileNameWithoutExtension(project)]), project);
        });
    }

    [Test]
    public void The_domain_takes_abstractions_only_of_others() => Assert.That(
        References(Path.Combine(TownFiles.Root, "src", "ChatIntake", "ChatIntake.csproj"), "PackageReference").Where(p => !p.EndsWith(".Abstractions", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "Microsoft.Extensions.Options" }));

    [TestCase("src", 300)]
    [TestCase("tests", 400)]
    public void No_file_is_longer_than_can_be_read_at_once(string folder, int most) =>
        Assert.That(Sources(folder).Where(f => f.Lines > most), Is.Empty);

    [Test]
    public void Half_of_the_files_have_sixty_lines_at_most_and_nine_of_ten_a_hundred_and_fifty()
    {
        var lines = Sources("src").Select(f => f.Lines).Order().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(lines[lines.Count / 2], Is.AtMost(60));
            Assert.That(lines[lines.Count * 9 / 10], Is.AtMost(150));
        });
    }

    [Test]
    public void Folders_are_named_after_the_domain() => Assert.That(
        Sources("src").SelectMany(f => f.Path.Split(Path.DirectorySeparatorChar)).Where(part => NoFolders.Contains(part)), Is.Empty);

    [Test]
    public void No_rule_is_switched_off_in_the_middle_of_a_file() =>
        Assert.That(Sources("src").Where(f => File.ReadAllText(f.Path).Contains("#pragma", StringComparison.Ordinal)).Select(f => f.Path), Is.Empty);

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Load(project).Descendants(kind).Select(r => r.Attribute("Include")!.Value).Select(i => i.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(i) : i)];

    private static List<(string Path, int Lines)> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(TownFiles.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).Select(f => (f, File.ReadAllLines(f).Length)),
    ];
}
