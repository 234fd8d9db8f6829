using System.Text;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Notices;

/// <summary>What members see, held in a reviewed file: a changed word shows in its diff.</summary>
public sealed class ApprovedTextsTests
{
    [Test]
    public async Task Every_template_reads_as_approved()
    {
        var words = new SampleNotice.SameWords(SampleNotice.Said, "交通局 李科");
        var texts = (await PlayedMorning.Desk()).Runner.Rules.Texts;
        var actual = new StringBuilder();
        foreach (var template in NoticeTexts.Templates.Order(StringComparer.Ordinal))
        {
            actual.Append($"=== {template}\n{await SampleNotice.Render(template, SampleNotice.Full, words)}\n");
            if (texts[template].Text.Contains("[[", StringComparison.Ordinal))
                actual.Append($"--- {template}, of which little is known\n{await SampleNotice.Render(template, SampleNotice.Bare, words)}\n");
        }
        var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "approved.txt");
        await File.WriteAllTextAsync(received, actual.ToString());
        TestContext.AddTestAttachment(received, "what the texts give now");
        Assert.That(actual.ToString(), Is.EqualTo(TownFiles.Read("tests", "data", "texts", "approved.txt")));
    }
}
