using System.Net;
using System.Net.Sockets;

namespace ChatIntake.EndToEnd.Running;

/// <summary>A TCP port on which nobody listens at the moment.</summary>
internal static class FreePort
{
    internal static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
