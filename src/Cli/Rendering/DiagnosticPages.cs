using System.Globalization;

namespace FanIn.Cli.Rendering;

/// <summary>The pages of docs/diagnostics, which the assembly carries.</summary>
internal static class DiagnosticPages
{
    private const string Prefix = "diagnostics/", Suffix = ".md";

    /// <summary>The ids that have a page, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = typeof(DiagnosticPages).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>The page's Markdown; null when there is none.</summary>
    public static string? Read(string id)
    {
        using var stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream(Prefix + id + Suffix);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    /// <summary><c>FAN0014</c> for <c>fan0014</c>, <c>FAN14</c> and <c>14</c>; other text in upper case.</summary>
    public static string Normalise(string written)
    {
        string id = written.Trim().ToUpperInvariant();
        string digits = id.StartsWith("FAN", StringComparison.Ordinal) ? id[3..] : id;
        return ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number)
            ? string.Create(CultureInfo.InvariantCulture, $"FAN{number:D4}")
            : id;
    }
}
