using System.CommandLine;
using ChatIntake.Host.Settings;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake serve</c>: the service, by <c>appsettings.json</c> and the environment.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Listen to the groups, keep the cases, answer.");
        command.SetAction((_, cancellation) => Run(cancellation));
        return command;
    }

    private static Task<int> Run(CancellationToken cancellation) => StartUp.Guard(async () =>
    {
        await using var app = IntakeApp.Build(Clocks.Real());
        await IntakeApp.Start(app, [], cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    });
}

/// <summary>What can be wrong with a machine or its settings is told in one line, without a stack trace.</summary>
internal static class StartUp
{
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C: what was acknowledged is stored, the rest was never ours.
            return 130;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures) await Console.Error.WriteLineAsync($"appsettings: {failure}");
        }
        catch (InvalidOperationException e) when (e.Source == "Microsoft.Extensions.Configuration.Binder") // A value of the wrong kind.
        {
            await Console.Error.WriteLineAsync($"appsettings: {e.Message}");
        }
        catch (Exception e) when (e is StoreInUseException or IOException or InvalidDataException or UnauthorizedAccessException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        return 1;
    }
}
