using System.Diagnostics;

namespace ChatIntake.Tests.Simulator.Page;

/// <summary>Runs the page's own renderer, as the page loads it, in Node.</summary>
[TestFixture]
internal sealed class MarkdownScriptTests
{
    [Test]
    public async Task Markdown_is_rendered_as_nodes_and_hostile_texts_stay_inert()
    {
        await using var town = await SimulatedTown.Open();
        var script = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mjs");
        var test = Path.Combine(TestContext.CurrentContext.TestDirectory, "Simulator", "Page", "markdown.test.mjs");
        try
        {
            await File.WriteAllTextAsync(script, await town.Http.GetStringAsync("page/markdown.js"));
            var (exit, output) = await Node(test, script);
            Assert.That(exit, Is.Zero, output);
            Assert.That(output, Does.Contain("pass 9"));
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<(int Exit, string Output)> Node(string test, string script)
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=spec", test])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["MARKDOWN_JS"] = script },
        };
        Process? node;
        try { node = Process.Start(start); }
        catch (System.ComponentModel.Win32Exception) { node = null; }
        if (node is null) Assert.Ignore("Node is not installed: the page's renderer was not run.");
        using (node)
        {
            var (output, error) = (node!.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync();
            return (node.ExitCode, await output + await error);
        }
    }
}
