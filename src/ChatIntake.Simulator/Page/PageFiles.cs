using System.Collections.Frozen;
using System.Reflection;

namespace ChatIntake.Simulator.Page;

/// <summary>The page's own files, held in this assembly.</summary>
internal static class PageFiles
{
    // Nothing but the page's own files may run or load: a second lock beside rendering chat as text nodes.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["page.css"] = "text/css; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["bubbles.js"] = "text/javascript; charset=utf-8",
        ["composer.js"] = "text/javascript; charset=utf-8",
        ["history.js"] = "text/javascript; charset=utf-8",
        ["markdown.js"] = "text/javascript; charset=utf-8",
    }.ToFrozenDictionary();

    internal static IResult Serve(HttpContext http, string name)
    {
        if (!Types.TryGetValue(name, out var type)) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, type);
    }
}
