using ChatIntake.Host.Channels;
using ChatIntake.Host.Workers;
using ChatIntake.Simulator.Playing;

namespace ChatIntake.Host.Demo;

/// <summary>
/// Moves the desk's clock through a played day: whenever everything is decided and posted, on to the next message or due time, whichever comes first. So the same
/// transcript always gives the same day.
/// </summary>
internal sealed class DemoPace(DeskClock clock, Pipeline pipeline, ArchiveFeed archive, Action settled) : IPace
{
    public async Task WaitUntil(DateTimeOffset at, CancellationToken cancel)
    {
        await Settle(cancel);
        while (pipeline.NextDue is { } due && due <= at)
        {
            clock.StandAt(due);
            await Settle(cancel);
        }
        clock.StandAt(at);
    }

    /// <summary>Pulls, decides and posts until nothing is left to do at this instant.</summary>
    public async Task Settle(CancellationToken cancel)
    {
        while (!await archive.Pull(cancel))
        {
        }
        // After the pull, whoever pulled: the worker may have brought the last message in.
        await pipeline.Settle(cancel);
        settled();
    }
}
