using ChatIntake.Simulator.Playing;

namespace ChatIntake.Tests.Simulator.Playing;

[TestFixture]
internal sealed class TranscriptLineTests
{
    [Test]
    public void Fields_are_read_and_the_time_is_that_of_Shanghai()
    {
        var file = Read("""{"id":"d1","time":"2020-02-21 08:03","chat":"群","sender":"张","text":"早","quote":"d0","type":"file","role":7}""");
        Assert.That(file.Problems, Is.Empty);
        Assert.That(file.Lines.Single(), Is.EqualTo(
            new TranscriptLine(1, "d1", new DateTimeOffset(2020, 2, 21, 0, 3, 0, TimeSpan.Zero), "群", "张", "早", "d0", "file")));
    }

    [TestCase("no json")]
    [TestCase("[1]")]
    [TestCase("""{"id":"d1","time":"2020-02-30 08:03","chat":"群","sender":"张","text":"早"}""")]
    [TestCase("""{"id":"d1","time":"2020-02-21 08:03","chat":"群","text":"早"}""")]
    [TestCase("""{"id":1,"time":"2020-02-21 08:03","chat":"群","sender":"张","text":"早"}""")]
    [TestCase("""{"id":"d1","time":"2020-02-21 08:03","chat":"群","sender":"张","text":"早","type":"dance"}""")]
    [TestCase("""{"id":"d1","time":"2020-02-21 08:03","chat":"群","sender":"张","text":"\ud83d"}""")]
    public void A_broken_line_is_told_by_its_number_and_harms_no_other(string broken)
    {
        const string Good = """{"id":"d2","time":"2020-02-21 08:03","chat":"群","sender":"张","text":"早"}""";
        var file = Read(Good, "", broken, Good);
        Assert.That(file.Lines.Select(l => l.Number), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(file.Problems.Single().Number, Is.EqualTo(3));
        Assert.That(file.Problems.Single().Reason, Is.Not.Empty);
    }

    private static TranscriptFile Read(params string[] lines)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            return TranscriptLine.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
