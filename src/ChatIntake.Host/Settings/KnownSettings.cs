using System.Collections;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Settings;

/// <summary>A setting that no class knows is a slip of the pen: it stops the start and is named with its whole path.</summary>
internal sealed class KnownSettings(IConfigurationSection section) : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        var unknown = Unknown(section, typeof(IntakeOptions)).ToList();
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown.Select(path => $"{path} is not a setting."));
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) || type == typeof(string) || type.IsPrimitive) return [];
        if (typeof(IList).IsAssignableFrom(type)) return section.GetChildren().SelectMany(item => Unknown(item, type.GetGenericArguments()[0]));
        return section.GetChildren().SelectMany(child =>
            type.GetProperty(child.Key, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance) is { } property
                ? Unknown(child, property.PropertyType)
                : [child.Path]);
    }
}
