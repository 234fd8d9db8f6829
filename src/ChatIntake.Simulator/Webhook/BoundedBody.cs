namespace ChatIntake.Simulator.Webhook;

/// <summary>Reads what a stranger sends, up to a megabyte.</summary>
internal static class BoundedBody
{
    internal const int MaxBytes = 1 << 20;

    /// <summary>All bytes, or null when there are more than <see cref="MaxBytes"/>.</summary>
    internal static async Task<byte[]?> Read(Stream body, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int got;
        while ((got = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (read.Length + got > MaxBytes) return null;
            read.Write(buffer, 0, got);
        }
        return read.ToArray();
    }
}
