using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FanIn.Cli;
using FanIn.Cli.Hosting;

namespace FanIn.Experiments.Tests.Documents;

/// <summary>
/// What docs/commands.md and README.md show of a command is what it prints. <c>…</c> in a line stands for lines that are left out.
/// </summary>
public sealed class CommandsPageTests
{
    private const string Prompt = "$ dotnet run --project experiments -- ";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs/commands.md"));

    /// <summary>Those of the gallery: `check` shows a file of its own, `schema` writes a file.</summary>
    public static TheoryData<string> Shown =>
        [.. Blocks().Select(block => block.Command).Where(command => command.Split(' ')[0] is not ("check" or "schema"))];

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_command_prints_what_the_page_shows(string command) =>
        AssertShown(Blocks().Single(block => block.Command == command).Output, Printed(command));

    [Fact]
    public void So_does_the_readme()
    {
        string table =
            File.ReadAllText(Path.Combine(Root, "README.md")).Split("```\n").Single(part => part.StartsWith("activation-histograms/"));

        AssertShown(table, Printed("run --filter activation-histograms/sigmoid-xavier --figures none"));
    }

    [Fact]
    public void Every_filter_of_every_page_selects_something()
    {
        var pages =
            Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));
        var filters = pages.SelectMany(page => Regex.Matches(File.ReadAllText(page), @"experiments -- run --filter '?([\w./*-]+)'?"))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.InRange(filters.Count, 20, 200);
        Assert.All(filters, filter => Assert.NotEmpty(Printed($"list --plain {filter}")));
    }

    private static IEnumerable<(string Command, string Output)> Blocks() =>
        Regex.Matches(Page, $@"```text\n{Regex.Escape(Prompt)}(.+)\n([^`]*)```").Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    /// <summary>Each part between <c>…</c> stands in what was printed, one after the other.</summary>
    private static void AssertShown(string page, string printed)
    {
        int from = 0;
        var parts = Regex.Split(page, "^…\n", RegexOptions.Multiline).Select(part => part.Trim('\n'));
        foreach (string part in parts.Where(part => part.Length > 0))
        {
            int at = printed.IndexOf(part + "\n", from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"Not printed:\n{part}\nbut:\n{printed[from..]}");
            from = at + part.Length;
        }
    }

    private static string Printed(string command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        FanInApplication.Run(command.Split(' '), new CommandContext
        {
            Terminal = new Terminal { Out = output, Error = TextWriter.Null, Variable = _ => null },
            Experiments = ExperimentCatalog.All,
            Project = null,
            Invocation = new Invocation("dotnet run --project experiments --"),
            CurrentDirectory = Root,
            WriteFigures = (results, folder, _, _) =>
                [.. results.SelectMany(
                    result => new[] { "png", "svg" }.Select(format => Path.Combine(folder, $"{result.Definition.Id}.{format}")))],
            WriteEnsembleFigures = (_, _, _) => [],
        });
        return output.ToString();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
