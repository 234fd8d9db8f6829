using ChatIntake.Triage;

namespace ChatIntake.Tests.Triage;

internal sealed class LexiconTests
{
    [Test]
    public void The_delivered_lexicon_has_no_error()
    {
        Assert.That(Lexicon.Parse(Conversation.DeliveredFiles()).Errors, Is.Empty);
    }

    [Test]
    public void All_errors_are_told_with_file_and_line()
    {
        var errors = Errors(
            ("topics.txt", "# a\n3 车\n[transport.held]\nx 车\n3\n[transport.nowhere]\n3 a"),
            ("report.txt", "[difficulty]\n1 (停|断\n11 停\n1 …停\n1 a)b"),
            ("urgency.txt", "[urgent-topic]\n1 nowhere"),
            ("extra.txt", ""));

        Assert.That(errors, Does.Contain("topics.txt:2: words before the first section"));
        Assert.That(errors, Has.Some.StartsWith("topics.txt:4: the line must start with a weight"));
        Assert.That(errors, Does.Contain("topics.txt:5: no word behind the weight"));
        Assert.That(errors, Has.Some.StartsWith("topics.txt:6: no section [transport.nowhere] here"));
        Assert.That(errors, Does.Contain("report.txt:2: \"(停|断\": a bracket is not closed"));
        Assert.That(errors, Has.Some.StartsWith("report.txt:3: the line must start with a weight"));
        Assert.That(errors, Does.Contain("report.txt:4: \"…停\": a part is empty"));
        Assert.That(errors, Does.Contain("report.txt:5: \"a)b\": a bracket or bar stands alone"));
        Assert.That(errors, Does.Contain("urgency.txt:2: no topic has the code \"nowhere\""));
        Assert.That(errors, Does.Contain("extra.txt: no lexicon file has this name"));
        Assert.That(errors, Does.Contain("solved.txt: the file is missing"));
    }

    [TestCase("8")]
    [TestCase("10")]
    public void An_entry_of_weight_eight_settles_what_a_problem_is_about(string weight)
    {
        const string Said = "我们的呱唧用完了,供应商发不了货,银行的贷款也没批";
        var files = Conversation.DeliveredFiles().ToDictionary();
        files["topics.txt"] += $"\n[utilities.steam]\n{weight} 呱唧\n";
        var triager = new Triager(Conversation.Rules with { Reading = new ReadingRules(Lexicon.Parse(files).Lexicon!, Conversation.Rules.Reading.Segmenter) });
        var group = new Conversation();
        var verdict = triager.JudgeAsReport(group.Hear(Conversation.Glass, Said), group.Scene());
        Assert.That(verdict.Problems.Select(p => p.Topic.Code), Does.Contain("utilities.steam"));
    }

    [TestCase("(停|断)电", "今天断电了", true)]
    [TestCase("招…不到", "招了半年都招不到人", true)]
    [TestCase("招…不到", "招工,不到一天", false)]
    [TestCase("招……不到", "招工,不到一天", true)]
    [TestCase("招……不到", "招工。不到一天", false)]
    [TestCase("=问题", "问题来了", true)]
    [TestCase("=题", "问题来了", false)]
    [TestCase("sc证", "ＳＣ证到期", true)]
    [TestCase("120", "打了120", true)]
    [TestCase("120", "只给1200千瓦", false)]
    [TestCase("ok", "网络ok了", true)]
    [TestCase("ok", "notebook", false)]
    public void Patterns_hit_as_the_readme_says(string pattern, string text, bool hit)
    {
        var files = LexiconSections.FileNames.ToDictionary(f => f, _ => "", StringComparer.Ordinal);
        files["report.txt"] = "[difficulty]\n1 " + pattern;
        var rules = new ReadingRules(Lexicon.Parse(files).Lexicon!, Conversation.Rules.Reading.Segmenter);

        Assert.That(new Reading(text, rules).Hits, hit ? Is.Not.Empty : Is.Empty);
    }

    [Test]
    public void A_word_inside_a_longer_one_of_its_file_is_silent()
    {
        var files = LexiconSections.FileNames.ToDictionary(f => f, _ => "", StringComparer.Ordinal);
        files["report.txt"] = "[difficulty]\n1 停\n[neutral]\n1 停车费";
        var rules = new ReadingRules(Lexicon.Parse(files).Lexicon!, Conversation.Rules.Reading.Segmenter);

        Assert.That(new Reading("停车费", rules).Signs[Sign.Difficulty], Is.Zero);
        Assert.That(new Reading("停车费停了", rules).Signs[Sign.Difficulty], Is.EqualTo(1));
    }

    private static string[] Errors(params (string Name, string Text)[] files) =>
        [.. Lexicon.Parse(files.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal)).Errors.Select(e => e.ToString())];
}
