namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>One jieba for all tests of this folder: it takes two seconds to start.</summary>
[SetUpFixture]
internal sealed class OracleSetUp
{
    public static JiebaProcess? Jieba { get; private set; }

    public static string? WhyNot { get; private set; }

    [OneTimeSetUp]
    public void Start() => (Jieba, WhyNot) = JiebaProcess.Start();

    [OneTimeTearDown]
    public void Stop() => Jieba?.Dispose();
}
