using System.Runtime.CompilerServices;
using FanIn.Experiments.Tests.Documents;

namespace FanIn.Experiments.Tests.Warnings;

/// <summary>
/// The pages of FAN1001 to FAN1009 show what the gallery gives, with the command that draws it. FANIN_UPDATE=1 draws anew.
/// </summary>
public class WarningFigureTests
{
    private static readonly string Pages =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/diagnostics"));

    public static TheoryData<string> Ids => new(WarningFigure.All.Select(figure => figure.Id));

    [Fact]
    public void The_figures_are_what_their_commands_draw() => PageFigures.Check(Path.Combine(Pages, "../figures/diagnostics"), folder =>
    {
        foreach (var figure in WarningFigure.All)
            figure.Save(Path.Combine(folder, Path.GetFileName(figure.File)));
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_its_figure_and_says_how_to_draw_it(string id)
    {
        var figure = WarningFigure.All.Single(figure => figure.Id == id);
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.Contains($"]({figure.File})\n", page);
        Assert.Contains($"`{figure.Command}`", page);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
