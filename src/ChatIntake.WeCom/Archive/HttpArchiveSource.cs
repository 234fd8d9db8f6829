using System.Net.Http.Headers;
using System.Text;
using Polly;

namespace ChatIntake.WeCom.Archive;

/// <summary>Where archived messages come from.</summary>
public interface IArchiveSource
{
    /// <summary>The entries behind a position, oldest first; position 0 is the beginning. Failures are told in the page.</summary>
    /// <param name="afterSeq">The largest position already stored.</param>
    /// <param name="limit">1 to 1000 entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ArchivePage> PullAsync(long afterSeq, int limit, CancellationToken cancellationToken);
}

/// <summary>
/// Pulls an archive that another program has decrypted (WeCom itself offers no HTTP for it, only a C library):
/// <c>GET {base}/cgi-bin/chatarchive/pull?corp=…&amp;seq=N&amp;limit=M</c> with the secret as bearer token.
/// </summary>
public sealed class HttpArchiveSource(HttpClient http, Uri baseUrl, string corp, string secret) : IArchiveSource
{
    /// <summary>The most entries that WeCom gives in one pull.</summary>
    public const int MaxLimit = 1000;

    /// <inheritdoc/>
    public async Task<ArchivePage> PullAsync(long afterSeq, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSeq);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);

        var address =
            $"{baseUrl.AbsoluteUri.TrimEnd('/')}/cgi-bin/chatarchive/pull?corp={Uri.EscapeDataString(corp)}&seq={afterSeq}&limit={limit}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? ArchivePage.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)))
                : ArchivePage.Failed($"The archive answered HTTP {(int)response.StatusCode}.");
        }
        catch (HttpRequestException e)
        {
            return ArchivePage.Failed($"The archive cannot be reached: {e.HttpRequestError}.");
        }
        catch (ExecutionRejectedException)
        {
            return ArchivePage.Failed("The archive was not asked: it failed or stalled too often just now.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ArchivePage.Failed("The archive did not answer in time.");
        }
    }
}
