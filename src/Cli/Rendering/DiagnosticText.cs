using System.Globalization;
using System.Text;
using FanIn.Dsl.Diagnostics;
using Spectre.Console.Rendering;

namespace FanIn.Cli.Rendering;

/// <summary>A diagnostic as compilers print it, with the line that it is about and what it is about underlined.</summary>
internal static class DiagnosticText
{
    /// <summary>Columns of a source line that are shown at most.</summary>
    private const int Window = 68;

    /// <summary>Prints it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="diagnostic">What to say.</param>
    /// <param name="text">The text of its file.</param>
    public static void Print(StyledWriter writer, Diagnostic diagnostic, string text)
    {
        bool isError = diagnostic.Severity == Severity.Error;
        var (from, to) = (diagnostic.Range.From, diagnostic.Range.To);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Path}({from.Line + 1},{from.Column + 1}): "), Look.Heading)
            .Write($"{(isError ? "error" : "warning")} {diagnostic.Id}", isError ? Look.Bad : Look.Striking)
            .WriteLine($": {Printable(diagnostic.Message)}");

        string line = LineOf(text, diagnostic.Range.Start - from.Column);
        int start = Math.Min(from.Column, line.Length), end = Math.Clamp(to.Column, start, line.Length);
        var (before, marked, after) = Cut(Printable(line[..start]), Printable(line[start..end]), Printable(line[end..]));
        string number = string.Create(CultureInfo.InvariantCulture, $"{from.Line + 1}");
        writer.Write($"  {number} | ", Look.Aside).WriteLine(before + marked + after);
        writer.Write($"  {new string(' ', number.Length)} | ", Look.Aside)
            .Write(new string(' ', Columns(before)))
            .WriteLine(new string('^', Math.Max(1, Columns(marked))), isError ? Look.Bad : Look.Striking);
    }

    private static string LineOf(string text, int start)
    {
        start = Math.Clamp(start, 0, text.Length);
        int length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
        return length < 0 ? text[start..] : text.Substring(start, length);
    }

    /// <summary>The part of a long line around what is marked.</summary>
    private static (string Before, string Marked, string After) Cut(string before, string marked, string after)
    {
        if (marked.Length > Window / 2)
            marked = string.Concat(marked.AsSpan(0, (Window / 2) - 1), "…");
        int room = Window - marked.Length;
        if (before.Length > room / 2 && before.Length + after.Length > room)
        {
            int kept = Math.Max(room / 2, room - after.Length);
            before = string.Concat("…", before.AsSpan(before.Length - kept + 1));
        }

        room -= before.Length;
        return (before, marked, after.Length > room ? string.Concat(after.AsSpan(0, room - 1), "…") : after);
    }

    /// <summary>Control characters would be obeyed by the terminal and not shown; a tab has no width of its own.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (char c in text)
            printable.Append(c == '\t' ? ' ' : char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c);
        return printable.ToString();
    }

    private static int Columns(string text) => new Segment(text).CellCount();
}
