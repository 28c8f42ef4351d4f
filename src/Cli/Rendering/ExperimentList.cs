using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Rendering;

/// <summary>The experiments, file by file, with the labels of their variants.</summary>
internal static class ExperimentList
{
    /// <summary>Prints it.</summary>
    public static void Print(StyledWriter writer, IReadOnlyList<ExperimentEntry> entries)
    {
        foreach (var group in entries.Select(entry => entry.Definition).GroupBy(definition => definition.Name))
        {
            var first = group.First();
            string count = first.Label.Length == 0 ? "" : Phrases.Count(group.Count(), "variant") + ", ";
            writer.Write(group.Key, Look.Heading).WriteLine($"  {count}{first.SourcePath}", Look.Aside);
            Indented(writer, TextLayout.Wrap(first.Description, TextLayout.ReportWidth - 2));
            if (first.Label.Length > 0)
                Indented(writer, TextLayout.Join(group.Select(definition => definition.Label), "  ", TextLayout.ReportWidth - 4), "/ ");
            writer.WriteLine();
        }
    }

    private static void Indented(StyledWriter writer, IEnumerable<string> lines, string mark = "")
    {
        foreach (string line in lines)
        {
            writer.Write("  ").Write(mark, Look.Aside).WriteLine(line);
            mark = new string(' ', mark.Length);
        }
    }
}
