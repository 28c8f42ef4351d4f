using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FanIn.Experiments.Tests.Warnings;

/// <summary>The pages of FAN1001 to FAN1009 show what the gallery gives, with the command that draws it. FANIN_UPDATE=1 draws anew.</summary>
public class WarningFigureTests
{
    private static readonly string Pages =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/diagnostics"));

    private static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    public static TheoryData<string> Ids => new(WarningFigure.All.Select(figure => figure.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_pages_figure_is_what_its_command_draws(string id)
    {
        var figure = WarningFigure.All.Single(figure => figure.Id == id);
        string path = Path.Combine(Pages, figure.File);
        if (Updates)
            figure.Save(path);

        // Everywhere the same numbers, but only the same library draws the same pixels.
        using var drawn = new TemporaryFile();
        figure.Save(drawn.Path);
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64)
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(drawn.Path));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_its_figure_and_says_how_to_draw_it(string id)
    {
        var figure = WarningFigure.All.Single(figure => figure.Id == id);
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.Contains($"]({figure.File})\n", page);
        Assert.Contains($"`{figure.Command}`", page);
    }

    [Fact]
    public void No_figure_is_left_over() => Assert.Equal(
        WarningFigure.All.Select(figure => Path.GetFileName(figure.File)),
        Directory.GetFiles(Path.Combine(Pages, "../figures/diagnostics")).Select(Path.GetFileName).Order());

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed class TemporaryFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fanin-");

        public string Path => System.IO.Path.Combine(_folder.FullName, "figure.png");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
