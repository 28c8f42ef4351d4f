using System.Globalization;
using FanIn.Testing.Text;

namespace FanIn.Testing.Comparison;

/// <summary>Says where two texts part.</summary>
public static class TextDifference
{
    /// <summary>
    /// The differences of two snapshots in a few lines: by layer and bin when both are FanIn's text, otherwise the first line that differs.
    /// </summary>
    /// <returns>Lines that end with <c>\n</c>; empty for equal texts.</returns>
    public static string Describe(string verified, string received) =>
        ByPlace(verified, received) is { Length: > 0 } places ? places : FirstLine(verified, received);

    /// <summary>Whether both texts are FanIn snapshots and differ in what they say, not only in how it is laid out.</summary>
    internal static string ByPlace(string verified, string received) =>
        SnapshotText.TryParse(verified, out var old) && SnapshotText.TryParse(received, out var now)
            ? DifferenceText.Write(SnapshotComparer.Compare(old, now))
            : "";

    /// <summary>The first line that differs, of both texts.</summary>
    internal static string FirstLine(string verified, string received)
    {
        if (verified == received)
            return "";

        var old = verified.Split('\n');
        var now = received.Split('\n');
        int line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
            line++;

        return string.Create(CultureInfo.InvariantCulture, $"Line {line + 1} is the first that differs.\n")
            + $"  verified: {Line(old, line)}\n  received: {Line(now, line)}\n";
    }

    private static string Line(string[] lines, int line) => line < lines.Length ? lines[line] : "(the text has ended)";
}
