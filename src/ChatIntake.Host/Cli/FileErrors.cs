namespace ChatIntake.Host.Cli;

/// <summary>Says in one line what is wrong with a file, instead of a stack trace.</summary>
internal static class FileErrors
{
    /// <summary>What <paramref name="run"/> gives back; 1 where a file could not be read, written or understood.</summary>
    public static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
