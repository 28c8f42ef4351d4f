using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;

namespace FanIn.Dsl.Tests.Support;

/// <summary>Reads texts and asserts what comes of them.</summary>
internal static class Reads
{
    /// <summary>An input and a layer, for texts that are about something else.</summary>
    public const string Body = "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: ones }\n";

    public static ReadResult Read(string yaml, string path = "test.yaml") => ExperimentReader.Read(new ExperimentSource(path, yaml));

    /// <summary>The experiment of a text that has nothing wrong with it, whatever theory expects of its networks.</summary>
    public static Experiment Good(string yaml)
    {
        var result = Read(yaml);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => !DiagnosticCatalog.Find(diagnostic.Id)!.IsAdvice);
        return result.Experiment!;
    }

    /// <summary>The marked places, and no others, have diagnostics; each starts with the id and holds the text that follows it.</summary>
    public static void Bad(string markup, params string[] expected)
    {
        var marked = Marked.Parse(markup);
        var result = Read(marked.Text);
        string all = string.Join("\n", result.Diagnostics);
        Assert.True(expected.Length == result.Diagnostics.Count, $"{expected.Length} expected, got:\n{all}");
        Assert.Equal(expected.Length, marked.Spans.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            var diagnostic = result.Diagnostics[i];
            Assert.StartsWith(expected[i][..7], diagnostic.Id, StringComparison.Ordinal);
            Assert.Contains(expected[i][7..].Trim(), diagnostic.Message, StringComparison.Ordinal);
            Assert.True(marked.Spans[i] == (diagnostic.Range.Start, diagnostic.Range.Length),
                $"{i}: expected {marked.Spans[i]}, got {diagnostic.Range}\n{all}");
            AssertConsistent(marked.Text, diagnostic);
        }

        Assert.Null(result.Experiment);
    }

    /// <summary>Offset, line and column agree, the range lies in the text and on one line, and the message is one line.</summary>
    public static void AssertConsistent(string text, FanIn.Dsl.Diagnostics.Diagnostic diagnostic)
    {
        var range = diagnostic.Range;
        Assert.InRange(range.Start, 0, text.Length);
        Assert.InRange(range.Length, 0, text.Length - range.Start);
        string before = text[..range.Start].Replace("\r\n", "\n\n");
        int lineStart = Math.Max(
            before.LastIndexOf('\n'), Math.Max(before.LastIndexOf('\r'), before.LastIndexOfAny(['\u0085', '\u2028', '\u2029']))) + 1;
        Assert.Equal(range.Start - lineStart, range.From.Column);
        Assert.Equal(range.From.Line, range.To.Line);
        Assert.Equal(range.From.Column + range.Length, range.To.Column);
        Assert.DoesNotContain('\n', diagnostic.Message);
        Assert.DoesNotContain('\0', diagnostic.Message);
    }
}
