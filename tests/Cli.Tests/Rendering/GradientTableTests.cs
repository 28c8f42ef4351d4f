using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Rendering;

/// <summary>What came back over several seeds: mean ± standard deviation, in 80 columns.</summary>
public sealed class GradientTableTests
{
    [Fact]
    public void Each_gradient_has_a_column_with_its_mean_and_spread()
    {
        string[] lines = Print(Ensemble((0.25, 0.5), (0.35, 0.7)));

        Assert.Equal(
            """
              gradients
              layer                dz        std dz          std da      std dW        dW/W
              hidden1 ▄▄▄▄▄█████▄▄▄▄▄ 0.300 ± 0.071 0.0300 ± 0.0071 3.00 ± 0.71 0.60 ± 0.14
              hidden2 ▄▄▄▄▄█████▄▄▄▄▄ 0.300 ± 0.071 0.0300 ± 0.0071 3.00 ± 0.71 0.60 ± 0.14
              hidden3 ▄▄▄▄▄█████▄▄▄▄▄ 0.300 ± 0.071 0.0300 ± 0.0071 3.00 ± 0.71 0.60 ± 0.14
            """.Split('\n'),
            lines);
    }

    [Fact]
    public void A_bias_has_a_column_where_any_layer_has_one_and_the_others_leave_it_blank()
    {
        string[] lines =
            Print(Ensemble(layer => layer.Layer == 2 ? layer with { BiasGradients = Of(0.0625) } : layer, (0.25, 0.5), (0.25, 0.5)));

        Assert.Equal("std_db", Cells(lines[1])[^1]);
        Assert.Equal("0.0625±0", Cells(lines[3])[^1]);
        Assert.Equal(Cells(lines[1]).Length - 1, Cells(lines[2]).Length);
    }

    /// <summary>Numbers as wide as they get leave no room for all columns: the last give way whole, then names are shortened.</summary>
    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-120)]
    [InlineData(12345)]
    [InlineData(0.0123)]
    public void However_wide_its_cells_it_stays_within_80_columns(double size)
    {
        var ensemble = Ensemble(
            layer => layer with { Name = $"a-layer-with-a-very-long-name{layer.Layer}", BiasGradients = Of(size) },
            (size, 1.1 * size), (3.3 * size, size));
        string[] lines = Print(ensemble);

        Assert.Equal(["layer", "dz", "std_dz", "std_da"], Cells(lines[1])[..4]);
        Assert.All(lines[2..], line => Assert.Contains('…', line));
        Assert.All(lines[2..], line => Assert.Contains(PlusMinus.Of(2.15 * size, Math.Sqrt(2.645) * size), line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_number_is_a_dash_and_not_finite_has_no_spread()
    {
        string[] lines = Print(Ensemble((double.NaN, double.PositiveInfinity), (1, double.PositiveInfinity)));

        Assert.Equal("–", Cells(lines[2])[2]);
        Assert.Equal("∞±–", Cells(lines[2])[^1]);
    }

    [Fact]
    public void Without_a_backward_pass_there_is_nothing() => Assert.Equal(
        [],
        Print(Ensemble(layer => layer with { Gradients = null, PreActivationGradients = null, WeightGradients = null }, (1, 1), (2, 2))));

    private static TensorStatistics Of(double std) => FakeCatalog.Statistics([1, 2, 1], std, -1, 1);

    private static string[] Cells(string line) =>
        line.Replace(" ± ", "±", StringComparison.Ordinal)
            .Replace("std ", "std_", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static EnsembleResult Ensemble(params (double Std, double Ratio)[] seeds) => Ensemble(layer => layer, seeds);

    /// <summary>Three layers: std dz as given, a tenth of it for da, ten times for dW.</summary>
    private static EnsembleResult Ensemble(Func<LayerResult, LayerResult> change, params (double Std, double Ratio)[] seeds)
    {
        var definition = FakeCatalog.Definition("back", layers: 3) with { Upstream = "normal", Expectations = [] };
        var builder = new EnsembleBuilder();
        foreach (var (std, ratio) in seeds)
        {
            using var experiment = new FakeExperiment(definition, new ExperimentOptions(), new FakeCatalog());
            var result = experiment.ToResult();
            builder.Add(result with
            {
                Layers = [.. result.Layers.Select(layer => change(layer with
                {
                    Gradients = Of(std),
                    PreActivationGradients = Of(std / 10),
                    WeightGradients = Of(std * 10),
                    GradientToWeight = ratio,
                }))],
            });
        }

        return builder.ToResult();
    }

    private static string[] Print(EnsembleResult ensemble)
    {
        using var text = new StringWriter { NewLine = "\n" };
        GradientTable.Print(new StyledWriter(text, styled: false), ensemble, allLayers: false);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        return lines;
    }
}
