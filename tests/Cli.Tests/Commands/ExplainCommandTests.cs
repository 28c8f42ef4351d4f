using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Dsl.Diagnostics;

namespace FanIn.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    public static TheoryData<string> Ids => [.. DiagnosticCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_a_page(string id)
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("explain", id));

        Assert.Contains(id, session.OutLines[0]);
        Assert.True(session.OutLines.Length > 5, "A page says more than a line.");
    }

    [Fact]
    public void Every_page_has_a_diagnostic() => Assert.Equal(DiagnosticCatalog.All.Select(rule => rule.Id).Order(), DiagnosticPages.Ids);

    [Theory]
    [InlineData("fan0014")]
    [InlineData("FAN14")]
    [InlineData("14")]
    public void The_id_can_be_written_shorter(string written)
    {
        using var session = new Session();
        session.Run("explain", "FAN0014");
        string page = session.Out;

        Assert.Equal(0, session.Run("explain", written));

        Assert.Equal(page, session.Out);
    }

    [Fact]
    public void A_warning_can_be_named_by_its_word()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("explain", "saturation"));

        Assert.Equal("# FAN1003: Saturation", session.OutLines[0]);
    }

    [Theory]
    [InlineData("saturations", "Did you mean 'saturation'?")]
    [InlineData("FAN9014", "Did you mean 'FAN0014'?")]
    [InlineData("nonsense", "All of them: fanin explain")]
    public void An_unknown_id_is_exit_code_2(string id, string hint)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("explain", id));

        Assert.StartsWith($"There is no diagnostic '{id}'.", session.Error);
        Assert.Contains(hint, session.Error);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Pages_read_well_in_eighty_columns_without_pictures(string id)
    {
        using var session = new Session();

        session.Run("explain", id);

        bool isCode = false;
        foreach (string line in session.OutLines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            Assert.False(line.StartsWith("![", StringComparison.Ordinal), line);
            Assert.True(isCode || line.Length <= 80 || line[0] is '|' or '-' or '#' || !line.Trim().Contains(' '), line);
        }

        Assert.DoesNotContain("\n\n\n", session.Out);
        Assert.False(session.Out.EndsWith("\n\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_is_what_it_shows()
    {
        using var session = new Session();

        session.Run("explain", "FAN1003");

        Assert.Contains("[picture: Where tanh's pre-activations sit with std 1, and the slopes there]", session.OutLines);
    }

    [Theory]
    [InlineData("activation-histograms/tanh-he")]
    [InlineData("Activation-Histograms/TANH-HE")]
    [InlineData("deep-relu")]
    public void An_experiments_id_tells_its_story(string id)
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("explain", id));

        Assert.Equal(id, session.OutLines[0], ignoreCase: true);
        Assert.StartsWith("1000 samples of normal input go through ", session.OutLines[1]);
        Assert.All(session.OutLines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Single(session.Catalog.Created);
        Assert.Equal(0, session.Catalog.Alive);
    }

    [Theory]
    [InlineData("activation-histograms/tanh-hee",
        "There is no experiment 'activation-histograms/tanh-hee'. Did you mean 'activation-histograms/tanh-he'?")]
    [InlineData("depe-relu", "There is no experiment 'depe-relu'. Did you mean 'deep-relu'?")]
    [InlineData("tanh-xavier", "There is no experiment 'tanh-xavier'. Did you mean 'activation-histograms/tanh-xavier'?")]
    [InlineData("a/b", "There is no experiment 'a/b'. All of them: fanin list")]
    [InlineData("activation-histograms", "activation-histograms has 3 variants: name one, such as activation-histograms/tanh-xavier.")]
    public void A_misspelt_experiment_is_exit_code_2(string id, string message)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("explain", id));

        Assert.StartsWith(message, session.Error);
        Assert.Empty(session.Catalog.Created);
    }

    [Fact]
    public void Without_an_id_all_are_listed()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("explain"));

        Assert.Equal(DiagnosticCatalog.All.Select(rule => $"{rule.Id}  {rule.Title}"), session.OutLines[..^1]);
    }
}
