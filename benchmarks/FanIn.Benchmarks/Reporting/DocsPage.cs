namespace FanIn.Benchmarks.Reporting;

/// <summary>The part of docs/performance.md that a run writes.</summary>
public static class DocsPage
{
    private const string Start = "<!-- peers: written by `peers --update-docs` -->\n";

    private const string End = "<!-- /peers -->";

    /// <summary>The repository: the folder above the current one, or above this program, that holds FanIn.slnx.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Repository()
    {
        foreach (string start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "FanIn.slnx")))
                    return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no FanIn.slnx above the current directory.");
    }

    /// <summary>Puts the table in place of the last one.</summary>
    public static void Update(Report report)
    {
        string path = Path.Combine(Repository(), "docs", "performance.md");
        string page = File.ReadAllText(path);
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (start < Start.Length || end < start)
            throw new InvalidOperationException($"{path} lacks the lines between which the table belongs: {Start.Trim()} and {End}.");
        File.WriteAllText(path, page[..start] + "\n" + ReportText.Markdown(report) + "\n" + page[end..]);
    }
}
