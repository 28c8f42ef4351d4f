using System.Text.Json;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Definitions;

namespace FanIn.Cli.Tests.Commands;

/// <summary>Where `run` writes what: stdout, stderr and files.</summary>
public sealed class RunOutputTests
{
    [Fact]
    public void Further_figures_are_asked_for_by_name()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("run", "--show", "slopes,depth", "--show", "heat_map, depth"));
        Assert.Equal([FigureKind.Slopes, FigureKind.Depth, FigureKind.HeatMap], session.Shown);
        Assert.Equal(0, session.Run("run"));
        Assert.Empty(session.Shown);
    }

    [Fact]
    public void Json_on_stdout_stands_alone()
    {
        using var session = new Session { IsTerminal = true };
        session.Catalog.Failing.Add("deep-relu");

        Assert.Equal(1, session.Run("run", "--json", "-"));

        using var json = JsonDocument.Parse(session.Out);
        Assert.Equal("fanin/results/1", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("experiments").GetArrayLength());
        Assert.Contains("1 of 4 expectations failed:", session.Error);
    }

    [Fact]
    public void Json_in_a_file_is_the_same_and_its_folder_is_made()
    {
        using var session = new Session();
        session.Run("run", "--json", "-");
        string piped = session.Out;

        Assert.Equal(0, session.Run("run", "--json", "new/folder/results.json"));

        Assert.Equal(piped, File.ReadAllText(Path.Combine(session.Folder.FullName, "new/folder/results.json")));
        Assert.Single(Directory.GetFiles(Path.Combine(session.Folder.FullName, "new/folder")));
        Assert.Contains("deep-relu", session.Out);
    }

    [Theory]
    [InlineData("a-folder", "a-folder: It is a folder.\n")]
    [InlineData("a-file/below.json", "a-file/below.json: a-file is a file.\n")]
    [InlineData("a\0b.json", "")]
    public void Json_that_can_not_be_written_is_one_clear_line(string target, string message)
    {
        using var session = new Session();
        session.Folder.CreateSubdirectory("a-folder");
        session.Write("a-file", "");

        Assert.Equal(2, session.Run("run", "--quiet", "--figures", "none", "--json", target));

        Assert.Empty(session.Catalog.Created);
        Assert.StartsWith($"Can't write {message}", session.Error);
        Assert.Single(session.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(["a-file", "a-folder"], session.Folder.GetFileSystemInfos().Select(entry => entry.Name).Order());
    }

    [Fact]
    public void Figures_go_to_a_folder_of_the_current_directory()
    {
        using var session = new Session();

        session.Run();

        Assert.EndsWith(
            """
            figures/activation-histograms/relu-he.{png}
            figures/activation-histograms/tanh-he.{png}
            figures/activation-histograms/tanh-xavier.{png}
            figures/deep-relu.{png}

            """,
            session.Out);
    }

    [Fact]
    public void A_folder_full_of_figures_is_one_line()
    {
        using var session = new Session();
        session.WriteFigures = (_, folder) =>
        [
            .. Enumerable.Range(1, 12).Select(i => $"{folder}/deep-relu/v{i}.png"),
            .. Enumerable.Range(1, 12).Select(i => $"{folder}/deep-relu/v{i}.svg"),
            $"{folder}/deep-relu.png",
            $"{folder}/deep-relu.svg",
        ];

        session.Run("run", "--filter", "deep-relu");

        Assert.EndsWith("\nfigures/deep-relu.{png,svg}\nfigures/deep-relu/*.{png,svg}  12 figures\n", session.Out);
    }

    [Fact]
    public void Or_to_the_folder_that_is_named()
    {
        using var session = new Session();
        var folders = new HashSet<string>();
        session.WriteFigures = (_, folder) =>
        {
            folders.Add(folder);
            return [];
        };

        session.Run("run", "--figures", "../elsewhere");
        session.Run("run", "--figures", "none");

        Assert.Equal([Path.GetFullPath("../elsewhere", session.Folder.FullName)], folders);
    }

    [Fact]
    public void All_are_drawn_together()
    {
        using var session = new Session();
        List<int> together = [];
        session.WriteFigures = (results, _) =>
        {
            together.Add(results.Count);
            return [];
        };

        session.Run();

        Assert.Equal([4], together);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_found_before_anything_runs()
    {
        using var session = new Session();
        session.Write("figures", "");

        Assert.Equal(2, session.Run());

        Assert.Empty(session.Catalog.Created);
        Assert.Equal("Can't write figures: figures is a file.\n", session.Error);
    }

    [Fact]
    public void Figures_that_can_not_be_written_are_one_clear_line()
    {
        using var session = new Session();
        session.WriteFigures = (_, _) => throw new UnauthorizedAccessException("Access to the path is denied.");

        Assert.Equal(2, session.Run("run", "--quiet"));

        Assert.Equal("Can't write figures: Access to the path is denied.\n", session.Error);
    }
}
