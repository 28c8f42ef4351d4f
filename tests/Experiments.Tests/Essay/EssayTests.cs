using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FanIn.Dsl.Binding;
using FanIn.Experiments.Tests.Documents;
using FanIn.Runtime.Experiments;

namespace FanIn.Experiments.Tests.Essay;

/// <summary>
/// docs/why-initialisation-matters.md and its translation say what was computed, and what they tell the reader to run is there.
/// FANIN_UPDATE=1 writes tables and figures anew.
/// </summary>
public class EssayTests
{
    private static readonly string Docs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs"));

    private static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    public static TheoryData<string> Pages => ["why-initialisation-matters.md", "why-initialisation-matters.ko.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tables_hold_what_was_computed(string page)
    {
        string path = Path.Combine(Docs, page), text = File.ReadAllText(path);
        string now = EssayTables.Refresh(text, korean: page.EndsWith(".ko.md", StringComparison.Ordinal));
        if (Updates)
            File.WriteAllText(path, text = now);

        Assert.Equal(now, text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_the_page_tells_to_run_is_in_the_gallery(string page)
    {
        var filters = Filters(page);

        Assert.True(filters.Count >= 8);
        Assert.All(filters, filter => Assert.Contains(
            ExperimentCatalog.All, entry =>
                Glob.IsMatch(filter, entry.Definition.Id, ignoreCase: true) || filter == entry.Definition.Name));
    }

    [Fact]
    public void The_translation_runs_and_shows_the_same()
    {
        Assert.Equal(Filters("why-initialisation-matters.md"), Filters("why-initialisation-matters.ko.md"));
        Assert.Equal(Pictures("why-initialisation-matters.md"), Pictures("why-initialisation-matters.ko.md"));
    }

    [Fact]
    public void The_figures_are_those_that_are_drawn_now() => PageFigures.Check(Path.Combine(Docs, EssayFigures.Folder), EssayFigures.Draw);

    private static List<string> Filters(string page) =>
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Docs, page)), @"--filter '?([^\s']+)'?").Select(match => match.Groups[1].Value)];

    private static List<string> Pictures(string page) =>
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Docs, page)), @"!\[[^\]]*\]\(([^)]+)\)").Select(match => match.Groups[1].Value)];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
