using System.Diagnostics;
using System.Text;

namespace ChatIntake.EndToEnd.Running;

/// <summary>What a process left: its exit code and what it wrote.</summary>
internal sealed record Ended(int Code, string Output, string Errors);

/// <summary><c>chatintake</c> as a process of its own.</summary>
internal sealed class Program : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder written = new();
    private readonly Task reading;
    private readonly Task<string> errors;

    private Program(Process process)
    {
        this.process = process;
        reading = Read(process.StandardOutput);
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it has written so far.</summary>
    internal string Output
    {
        get { lock (written) return written.ToString(); }
    }

    internal static Program Start(string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "chatintake.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Program(Process.Start(start)!);
    }

    internal static async Task<Ended> Run(string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        using var program = Start(folder, environment, arguments);
        return await program.End();
    }

    internal bool HasEnded => process.HasExited;

    internal async Task<Ended> End()
    {
        await process.WaitForExitAsync();
        await reading;
        return new Ended(process.ExitCode, Output, await errors);
    }

    /// <summary>Ends it as a power cut would: SIGKILL.</summary>
    internal async Task<Ended> Kill()
    {
        process.Kill();
        return await End();
    }

    /// <summary>Ends it as a service manager does: SIGTERM.</summary>
    internal async Task<Ended> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        return await End();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task Read(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            lock (written) written.Append(line).Append('\n');
    }
}
