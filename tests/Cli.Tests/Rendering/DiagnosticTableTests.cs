using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Rendering;

/// <summary>The diagnostics stand below the other tables, whole groups beside each other as far as 80 columns go.</summary>
public sealed class DiagnosticTableTests
{
    private const DiagnosticGroups All = DiagnosticGroups.Saturation | DiagnosticGroups.Linearity | DiagnosticGroups.Spectrum
        | DiagnosticGroups.Similarity | DiagnosticGroups.Jacobian;

    private static readonly LayerDiagnostics Measured = new()
    {
        SaturatedLow = 0.33141,
        SaturatedHigh = 1,
        Inactive = 0,
        Dead = double.NaN,
        Cosine = -3.681e-5,
        ZeroRows = 0,
        LinearShare = 0.98305,
        ParticipationRatio = 16.157,
        WeightGradientRank = 1.0001,
        JacobianMean = 4.036e-7,
        JacobianSpread = 5.3,
    };

    [Fact]
    public void All_groups_take_two_tables() => Assert.Equal(
        """
          diagnostics
          layer    sat. low  sat. high  inactive     dead     cosine   linear
          hidden1    33.1 %      100 %       0 %        –  -3.681e-5   98.3 %
          hidden2    33.1 %      100 %       0 %        –  -3.681e-5   98.3 %
          hidden3    33.1 %      100 %       0 %        –  -3.681e-5   98.3 %
          hidden4    33.1 %      100 %       0 %        –  -3.681e-5   98.3 %
          hidden5    33.1 %      100 %       0 %        –  -3.681e-5   98.3 %
          layer     rank z  rank dW   mean s²  spread s²
          hidden1    16.16    1.000  4.036e-7      5.300
          hidden2    16.16    1.000  4.036e-7      5.300
          hidden3    16.16    1.000  4.036e-7      5.300
          hidden4    16.16    1.000  4.036e-7      5.300
          hidden5    16.16    1.000  4.036e-7      5.300

        """,
        Print(All, _ => Measured));

    [Fact]
    public void Zero_rows_have_a_column_where_there_are_any() => Assert.StartsWith(
        "  diagnostics\n  layer     cosine  zero rows\n  hidden1   0.2500          3\n",
        Print(DiagnosticGroups.Similarity, _ => new() { Cosine = 0.25, ZeroRows = 3 }));

    [Fact]
    public void What_a_layer_does_not_have_is_blank_and_what_none_has_has_no_column()
    {
        string text = Print(DiagnosticGroups.Spectrum, i => new() { ParticipationRatio = i == 2 ? null : 3 });
        Assert.StartsWith("  diagnostics\n  layer     rank z\n  hidden1    3.000\n", text);
        Assert.DoesNotContain("rank dW", text);
    }

    [Fact]
    public void Without_diagnostics_there_is_nothing() => Assert.Equal("", Print(DiagnosticGroups.None, _ => LayerDiagnostics.None));

    [Fact]
    public void Over_seeds_they_are_means_and_spreads_with_shares_in_percent()
    {
        var builder = new EnsembleBuilder();
        builder.Add(Result(DiagnosticGroups.Linearity | DiagnosticGroups.Spectrum, _ => Measured));
        builder.Add(Result(DiagnosticGroups.Linearity | DiagnosticGroups.Spectrum, _ => Measured with { LinearShare = 0.88305 }));
        using var text = new StringWriter { NewLine = "\n" };
        DiagnosticTable.Print(new StyledWriter(text, styled: false), builder.ToResult(), allLayers: false);
        string[] cells = [.. text.ToString().Split('\n')[2].Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim())];
        Assert.Equal(["hidden1", "93.3 ± 7.1", PlusMinus.Of(16.157, 0), PlusMinus.Of(1.0001, 0)], cells);
    }

    private static string Print(DiagnosticGroups groups, Func<int, LayerDiagnostics> measured)
    {
        using var text = new StringWriter { NewLine = "\n" };
        DiagnosticTable.Print(new StyledWriter(text, styled: false), Result(groups, measured), allLayers: false);
        Assert.All(text.ToString().Split('\n'), line => Assert.True(line.Length <= 80, line));
        return text.ToString();
    }

    private static ExperimentResult Result(DiagnosticGroups groups, Func<int, LayerDiagnostics> measured)
    {
        var definition = FakeCatalog.Definition("activation-histograms", "tanh-xavier") with { Diagnostics = groups };
        using var experiment = new FakeExperiment(definition, new ExperimentOptions(), new FakeCatalog());
        var result = experiment.ToResult();
        return result with { Layers = [.. result.Layers.Select((layer, i) => layer with { Diagnostics = measured(i) })] };
    }
}
