using System.Text;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;

namespace ChatIntake.Tests.Journal;

/// <summary>The bytes of facts are hashed and kept for ever: <c>tests/data/facts</c> holds samples of every version ever written, never changed.</summary>
public sealed class FactBytesTests
{
    private static readonly string Folder = Path.Combine(TownFiles.Root, "tests", "data", "facts");

    private static readonly FactEnvelope Any = new(
        new DeskId("town"), 7, new InputId(9), new DateTimeOffset(2020, 2, 24, 8, 7, 30, 1, 999, TimeSpan.FromHours(8)), new DateTimeOffset(2020, 2, 24, 0, 7, 31, TimeSpan.Zero),
        new InputSetAside(new InputId(9), "failed"), FactEnvelope.NoHash);

    private static IEnumerable<string> Samples => Directory.EnumerateFiles(Folder).SelectMany(File.ReadAllLines);

    [Test]
    public void Every_row_of_the_catalogue_has_samples_and_every_sample_a_row() => Assert.That(
        Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)),
        Is.EquivalentTo(FactCatalogue.All.Select(r => $"{r.Name}.{r.Version}")));

    [TestCaseSource(nameof(Samples))]
    public void A_sample_loads_and_is_written_again_with_the_same_bytes(string line)
    {
        var fact = FactEnvelope.FromBytes(Encoding.UTF8.GetBytes(line));
        Assert.That(Encoding.UTF8.GetString(fact.ToBytes()), Is.EqualTo(line));
    }

    [Test]
    public void Each_sample_is_of_the_fact_that_its_file_names()
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
            foreach (var line in File.ReadAllLines(file))
            {
                var (name, version) = FactCatalogue.NameOf(FactEnvelope.FromBytes(Encoding.UTF8.GetBytes(line)).Body.GetType());
                Assert.That($"{name}.{version}", Is.EqualTo(Path.GetFileNameWithoutExtension(file)));
            }
    }

    [Test]
    public void Names_versions_and_types_of_the_catalogue_are_unique() => Assert.Multiple(() =>
    {
        Assert.That(FactCatalogue.All.Select(r => (r.Name, r.Version)), Is.Unique);
        Assert.That(FactCatalogue.All.Select(r => r.Type), Is.Unique);
        Assert.That(
            typeof(IFact).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFact))),
            Is.SubsetOf(FactCatalogue.All.Select(r => r.Type)));
    });

    [Test]
    public void Instants_are_written_in_UTC_with_whole_milliseconds() => Assert.That(
        Encoding.UTF8.GetString(Any.ToBytes()),
        Does.Contain("""
            "posted":"2020-02-24T00:07:30.001Z","recorded":"2020-02-24T00:07:31.000Z"
            """));

    [TestCase("\"name\":\"input.set-aside\",\"v\":1", "\"name\":\"input.shelved\",\"v\":1", "'input.shelved' version 1, which this version of the program does not know")]
    [TestCase("\"name\":\"input.set-aside\",\"v\":1", "\"name\":\"input.set-aside\",\"v\":2", "'input.set-aside' version 2, which this version of the program does not know")]
    [TestCase("\"code\":", "\"cause\":", "The body of fact 7 of desk town is not that of 'input.set-aside' version 1")]
    [TestCase("{\"setAside\":9,\"code\":\"failed\"}", "[]", "The body of fact 7 of desk town is not that of 'input.set-aside' version 1")]
    [TestCase("{\"setAside\":9,\"code\":\"failed\"}", "null", "Fact 7 of desk town has no body")]
    [TestCase("00:07:30.001Z", "00:07:30.001+08:00", "cannot be read")]
    [TestCase("\"pos\":7,", "", "Fact 0")]
    public void What_this_program_does_not_know_stops_with_a_clear_error(string part, string instead, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Any.ToBytes()).Replace(part, instead, StringComparison.Ordinal));
        if (message == "Fact 0") Assert.That(FactEnvelope.FromBytes(bytes).Position, Is.Zero, "left to the journal, which knows the position");
        else Assert.That(() => FactEnvelope.FromBytes(bytes), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(message));
    }
}
