using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Tests.Rendering;

/// <summary>What `run` prints of theory: the prediction, where the measurement landed, and the verdict.</summary>
public sealed class TheoryReportTests
{
    [Fact]
    public void The_prediction_comes_first_and_the_measurement_lands_in_it_or_is_marked()
    {
        double[] stds = [0.6309, 0.4887, 0.45, 0.30, 0.3263];
        string text = Print(Sketched.Result("tanh", 1, change: layer => Sketched.WithStd(layer, stds[layer.Layer - 1])));

        Assert.Equal(
            """
              layer    0             1           theory     std           input-driven
              hidden1  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.6279 ± 0.0023  0.6309  ✓           0.00300 %
              hidden2  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.4863 ± 0.0033  0.4887  ✓           0.00300 %
              hidden3  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.4082 ± 0.0041  0.4500  ▲ +10.2     0.00300 %
              hidden4  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.3576 ± 0.0048  0.3000  ▼ -12.1     0.00300 %
              hidden5  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.3216 ± 0.0054  0.3263  ✓           0.00300 %
              theory: healthy


            """,
            text[text.IndexOf("  layer", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Colours_say_what_landed_and_what_the_verdict_is()
    {
        string text = Print(
            Sketched.Result("tanh", 1, layers: 2, change: layer => Sketched.WithStd(layer, layer.Layer == 1 ? 0.6279 : 9)), styled: true);

        Assert.Contains("\u001b[32m0.6279\u001b[0m", text);         // green: in the band
        Assert.Contains("\u001b[33m 9.000\u001b[0m", text);         // olive: off
        Assert.Contains("\u001b[32mhealthy\u001b[0m", text);
        Assert.Contains("\u001b[33msaturated\u001b[0m", Print(Sketched.Result("tanh", 100), styled: true));
        Assert.Contains("\u001b[1;31mexploding\u001b[0m", Print(Sketched.Result("relu", 100), styled: true));
    }

    [Fact]
    public void A_verdict_says_why_with_what_was_measured_of_it()
    {
        double[] stds = [0.06, 4e-3, 3e-4, 2e-5, 1.5e-6];
        string text = Print(Sketched.Result(
            "relu", 0.01, change: layer =>
                Sketched.WithGradient(Sketched.WithStd(layer, stds[layer.Layer - 1]), Math.Pow(14, layer.Layer))));

        Assert.EndsWith(
            """
              theory: vanishing – the signal at hidden3 is 0.00500 times that at hidden1
                (measured 0.00500); the gradient at hidden1 is 2.50e-5 times that at hidden5
                (measured 2.60e-5)


            """,
            text);
    }

    [Fact]
    public void What_is_measured_and_not_predicted_is_said()
    {
        string text = Print(Sketched.Result("tanh", 1, change: layer => Sketched.WithStd(layer, layer.Layer < 3 ? 0.5 : 0.01)));

        Assert.Contains("  theory: healthy\n  measured: vanishing – the signal at hidden3 is 0.0200 times that at hidden1\n", text);
    }

    [Fact]
    public void Without_theory_there_is_a_reason_and_the_table_as_ever()
    {
        string text = Print(Sketched.Result("tanh", 1, weights: WeightSketch.Beyond("its weights depend on the data")));

        Assert.Contains("        std  input-driven   zeros      < 0      > 1\n", text);
        Assert.EndsWith("  theory ends at hidden1: its weights depend on the data\n\n", text);
        Assert.DoesNotContain("theory:", text);
    }

    [Fact]
    public void Equal_units_are_said_once()
    {
        string text = Print(Sketched.Result("tanh", 1, weights: WeightSketch.Constant(0.5)));

        Assert.Contains("  theory: input-blind – all units of hidden1 are one and the same\n  theory ends at hidden1: every value", text);
    }

    [Fact]
    public void Gradients_land_too()
    {
        string[] lines = Print(Sketched.Result("relu", 2, layers: 2, change: layer => Sketched.WithGradient(layer, 0.7))).Split('\n');

        int at = Array.IndexOf(lines, "  gradients");
        Assert.Equal(
            ["layer", "dz", "theory", "rms", "da", "std", "dW", "dW/W"], lines[at + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("0.707 ± 0.016  0.7000  ✓", lines[at + 3]);
    }

    [Fact]
    public void No_line_is_wider_than_80_columns()
    {
        foreach (double sigmaW2 in new[] { 1e-12, 0.01, 1, 2, 100, 1e20 })
        {
            foreach (string activation in new[] { "relu", "sigmoid", "hard_tanh", "exponential" })
            {
                string text = Print(Sketched.Result(activation, sigmaW2, change: layer => Sketched.WithGradient(
                    layer with
                    {
                        Name = layer.Name,
                        Activations =
                        FakeCatalog.Statistics([1, 2, 3], 1e-7, below: 1, above: 1, nan: 1, zeros: 1)
                    }, 1e9)));
                Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            }
        }
    }

    [Fact]
    public void Seeds_stand_beside_the_band_of_a_single_run()
    {
        var builder = new EnsembleBuilder();
        foreach (double std in (double[])[0.62, 0.63])
            builder.Add(Sketched.Result("tanh", 1, layers: 1, change: layer => Sketched.WithStd(layer, std)));
        using var text = new StringWriter();
        EnsembleReport.Print(new StyledWriter(text, styled: false), builder.ToResult(), withDescription: false, allLayers: false);

        Assert.Contains("0.6279 ± 0.0023  0.6250 ± 0.0071  ✓", text.ToString());
        Assert.EndsWith("  theory: healthy\n\n", text.ToString());
    }

    /// <summary>
    /// The branch of a residual has a signal of its own; it is the sums that are compared, for single runs and for seeds.
    /// </summary>
    [Fact]
    public void A_network_of_residuals_is_compared_with_its_first_sum()
    {
        var result = Sketched.Residuals("relu", 40, branches: 4);
        var builder = new EnsembleBuilder();
        builder.Add(result);
        builder.Add(result);
        using var text = new StringWriter();
        EnsembleReport.Print(new StyledWriter(text, styled: false), builder.ToResult(), withDescription: false, allLayers: false);

        const string verdict = @"theory: exploding – the signal at hidden6 is [0-9.]+ times that at\s+hidden2";
        Assert.Matches(verdict, Print(result));
        Assert.Matches(verdict, text.ToString());
    }

    [Theory]
    [InlineData(0.5, 0.1, 0.9, "0.50 ± 0.10", "✓")]
    [InlineData(0.5, 0.1, 0.90001, "0.50 ± 0.10", "▲ +4.0")]
    [InlineData(0.5, 0.1, 0.05, "0.50 ± 0.10", "▼ -4.5")]
    [InlineData(0.5, 1e-6, 0.9, "0.5000 ± 1e-6", "▲ +99")]
    [InlineData(0.5, double.NaN, 0.9, "0.5000", "")]
    [InlineData(0.5, 0.1, double.NaN, "0.50 ± 0.10", "")]
    public void A_measurement_within_four_deviations_has_landed(double value, double deviation, double measured, string band, string mark)
    {
        var landing = new Landing(new Estimate(value, deviation), measured);
        Assert.Equal((band, mark), (landing.Band, landing.Mark));
    }

    /// <summary>Theory is about the weights that were drawn: its tables come first, those of the trained network have none.</summary>
    [Fact]
    public void A_training_is_predicted_before_its_first_step()
    {
        var start = Sketched.Result("tanh", 1, layers: 2, change: layer => Sketched.WithStd(layer, layer.Layer == 1 ? 0.63 : 0.49));
        string text = Print(Sketched.Trained(start));

        string[] states = text.Split("  after 7 steps\n");
        Assert.Contains("\n  before the first step\n  layer", states[0], StringComparison.Ordinal);
        Assert.Contains("0.6279 ± 0.0023  0.6300  ✓", states[0], StringComparison.Ordinal);
        Assert.Contains("0.4863 ± 0.0033  0.4900  ✓", states[0], StringComparison.Ordinal);
        Assert.EndsWith("  theory: healthy\n", states[0], StringComparison.Ordinal);
        Assert.Contains("0.9000", states[1], StringComparison.Ordinal);
        Assert.DoesNotContain("theory", states[1], StringComparison.Ordinal);
    }

    private static string Print(ExperimentResult result, bool styled = false)
    {
        using var text = new StringWriter();
        ExperimentReport.Print(new StyledWriter(text, styled), result, withDescription: false, allLayers: false);
        return text.ToString();
    }
}
