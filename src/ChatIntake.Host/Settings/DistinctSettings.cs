using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Settings;

/// <summary>What must hold between settings: callback paths and names are each given once, and an archive's secret is there.</summary>
internal sealed class DistinctSettings : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        var channels = options.Channels;
        var callbacks = channels.Bots.Select((bot, i) => (bot.Path, At: $"Bots:{i}")).Concat(channels.Robots.Select((robot, i) => (robot.Path, At: $"Robots:{i}")));
        List<string> faults =
        [
            .. Repeated(callbacks.Select(c => (c.Path, $"{c.At}:Path"))),
            .. Repeated(channels.Bots.Select((b, i) => (b.Name, $"Bots:{i}:Name"))),
            .. Repeated(channels.Robots.Select((r, i) => (r.Name, $"Robots:{i}:Name"))),
            .. Repeated(channels.Archives.Select((a, i) => (a.Name, $"Archives:{i}:Name"))),
            .. channels.Archives.Select((a, i) => (a.Secret, i)).Where(a => a.Secret.Length > 0 && !options.Secrets.ContainsKey(a.Secret))
                .Select(a => $"{IntakeOptions.Section}:Channels:Archives:{a.i}:Secret names '{a.Secret}', which is not under {IntakeOptions.Section}:Secrets."),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Repeated(IEnumerable<(string Value, string At)> values) =>
        values.Where(v => v.Value.Length > 0).GroupBy(v => v.Value, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .SelectMany(g => g.Skip(1).Select(v => $"{IntakeOptions.Section}:Channels:{v.At} is '{v.Value}', which is given twice."));
}
