using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatIntake.Segmentation;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>
/// Tests on chance inputs that jieba is asked about. Each run takes new ones; a failure names the seed that repeats it, given by the environment variable.
/// Where jieba is not installed, the tests are skipped.
/// </summary>
internal abstract class OracleTests
{
    private const string SeedVariable = "CHATINTAKE_ORACLE_SEED";
    private const int MostShown = 5;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : RandomNumberGenerator.GetInt32(int.MaxValue);

    private readonly List<string> differences = [];

    protected static JiebaProcess Jieba => OracleSetUp.Jieba!;

    protected Random Random { get; private set; } = null!;

    protected RandomText Texts { get; private set; } = null!;

    /// <summary>Whether more differences would only repeat what is known.</summary>
    protected bool Enough => differences.Count >= MostShown;

    [SetUp]
    public void Begin()
    {
        if (OracleSetUp.Jieba is null) Assert.Ignore($"jieba was not asked: {OracleSetUp.WhyNot}");
        differences.Clear();
        // Every test has its own chance, whichever run beside it.
        Random = new Random(Seed ^ TestContext.CurrentContext.Test.Name.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)));
        Texts = new RandomText(Random);
        Jieba.Reset();
    }

    [TearDown]
    public void End()
    {
        if (differences.Count == 0) return;
        var report = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Not as jieba. To repeat: {SeedVariable}={Seed}");
        foreach (var difference in differences) report.AppendLine(difference);
        Assert.Fail(report.ToString());
    }

    protected void Differs(string what) => differences.Add(what);

    /// <summary>Compares all ways to cut a text; a text that comes out otherwise is made small first.</summary>
    /// <returns>Whether they are the same.</returns>
    protected bool SameInAllModes(Segmenter segmenter, string text, string context = "")
    {
        var expected = Jieba.Modes(text).Words;
        var before = differences.Count;
        foreach (var (mode, cut) in CutModes.All)
        {
            if (expected[mode].SequenceEqual(Words(cut, segmenter, text))) continue;
            var small = Smallest.Text(text, t => !Jieba.Modes(t).Words[mode].SequenceEqual(Words(cut, segmenter, t)));
            Differs($"  {mode}{context}\n{Difference.Show(small, Jieba.Modes(small).Words[mode], Words(cut, segmenter, small))}");
        }
        return differences.Count == before;
    }

    /// <summary>The result, or what was thrown in its place: a cut never throws, and which text made it so must be told.</summary>
    protected static List<string> Words(Func<Segmenter, string, List<string>> cut, Segmenter segmenter, string text)
    {
        try
        {
            return cut(segmenter, text);
        }
        catch (Exception thrown)
        {
            return [$"<{thrown.GetType().Name}: {thrown.Message}>"];
        }
    }
}
