using System.Runtime.CompilerServices;
using FanIn.Experiments.Tests.Documents;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>docs/reproductions.md says what was computed, and all of it agrees. FANIN_UPDATE=1 writes it anew.</summary>
public class ReproductionsTests
{
    private static readonly string Docs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs"));

    private static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    [Fact]
    public void The_page_is_what_was_computed_and_every_number_agrees()
    {
        var page = new ReproductionsPage();
        string path = Path.Combine(Docs, "reproductions.md");
        if (Updates)
            File.WriteAllText(path, page.Text());

        Assert.Equal(File.ReadAllText(path), page.Text());
        Assert.DoesNotContain(Publications.All.SelectMany(page.Numbers), number => !number.Agrees);
    }

    [Fact]
    public void The_figures_are_those_that_are_drawn_now() =>
        PageFigures.Check(Path.Combine(Docs, "figures/published"), new ReproductionsPage().Draw);

    [Theory]
    [InlineData("0.059", 0.0594, true)]
    [InlineData("0.059", 0.0596, false)]
    [InlineData("1.98305826", 1.983058265, true)]
    [InlineData("-2", -2.6, false)]
    public void Ours_must_round_to_what_is_printed(string printed, double ours, bool agrees) =>
        Assert.Equal(agrees, PublishedNumber.Decimal("", "", printed, ours).Agrees);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
