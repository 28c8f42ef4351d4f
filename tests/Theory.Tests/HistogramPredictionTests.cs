using FanIn.Theory.Activations;
using FanIn.Theory.Networks;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Tests;

/// <summary>Predicted histograms: closed forms, atoms, and every standard function against a sum over a fine grid.</summary>
public class HistogramPredictionTests
{
    public static TheoryData<string> Names => [.. StandardActivations.Names];

    [Fact]
    public void Sigmoid_bins_are_differences_of_the_normal_distribution()
    {
        var histogram = Of("sigmoid", 4, Edges(30, 0, 1));
        for (var i = 0; i < 30; i++)
        {
            var (low, high) = (Math.Log(i / (30.0 - i)), Math.Log((i + 1) / (29.0 - i)));
            Close.Within(Elementary.NormalCdf(high / 2) - Elementary.NormalCdf(low / 2), histogram.Shares[i], 1e-12);
        }

        Assert.Empty(histogram.Atoms);
        Close.Within(1, histogram.Shares.Sum(), 1e-14);
    }

    [Fact]
    public void Relu_has_an_atom_at_zero()
    {
        var histogram = Of("relu", 2, Edges(30, 0, 1));
        Assert.Equal([(0.0, 0.5)], histogram.Atoms);
        Close.Within(0.5 + Elementary.NormalCdf(1 / 30.0 / Math.Sqrt(2)) - 0.5, histogram.Shares[0], 1e-14);
        Close.Within(Elementary.NormalCdf(-1 / Math.Sqrt(2)), histogram.Above, 1e-14);
        Assert.Equal(0, histogram.Below);
    }

    [Fact]
    public void Hard_functions_have_atoms_at_their_ends()
    {
        var histogram = Of("hard_tanh", 1, Edges(10, -1, 1));
        var end = Elementary.NormalCdf(-1);
        Assert.Equal([-1.0, 1.0], histogram.Atoms.Select(atom => atom.Value));
        Assert.All(histogram.Atoms, atom => Close.Within(end, atom.Share, 1e-14));
        Close.Within(1, histogram.Shares.Sum(), 1e-14);
        Close.Within(end + Elementary.NormalCdf(-0.8) - end, histogram.Shares[0], 1e-14);

        // The upper atom stands on the last edge, which belongs to the last bin.
        Close.Within(histogram.Shares[0], histogram.Shares[9], 1e-14);
        Close.Within(end, Of("hard_tanh", 1, Edges(10, -1, 0.9)).Above - (Elementary.NormalCdf(-0.9) - end), 1e-14);
    }

    [Fact]
    public void A_saturated_layer_is_all_in_the_outer_bins()
    {
        var histogram = Of("tanh", 1e6, Edges(30, -1, 1));
        Close.Within(0.5, histogram.Shares[0], 0.01);
        Close.Within(0.5, histogram.Shares[29], 0.01);
        Close.Within(1, histogram.Shares.Sum() + histogram.Below + histogram.Above, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_is_counted_as_a_fine_grid_counts_it(string name)
    {
        const int Points = 200_000;
        var activation = StandardActivations.Find(name)!;
        var edges = Edges(16, -1.03, 2.01);
        var histogram = HistogramPrediction.Of(activation, 1.7, edges);
        var counted = new double[16];
        double below = 0, above = 0;
        for (var i = 0; i < Points; i++)
        {
            var value = activation.Value(Math.Sqrt(1.7) * Elementary.NormalQuantile((i + 0.5) / Points));
            below += value < edges[0] ? 1.0 / Points : 0;
            above += value > edges[16] ? 1.0 / Points : 0;
            if (value >= edges[0] && value <= edges[16])
            {
                counted[Math.Min((int)((value - edges[0]) / (edges[16] - edges[0]) * 16), 15)] += 1.0 / Points;
            }
        }

        for (var i = 0; i < 16; i++)
        {
            Close.Within(counted[i], histogram.Shares[i], 5e-5, $"bin {i}");
        }

        Close.Within(below, histogram.Below, 5e-5);
        Close.Within(above, histogram.Above, 5e-5);
    }

    [Fact]
    public void A_layer_predicts_its_own_values_and_pre_activations()
    {
        var layer = NetworkPredictor.Predict(Networks.Chapter("relu-he")).Layers[4];
        Assert.Equal(0.5, layer.Histogram(Edges(30, 0, 1))!.Atoms.Single().Share, 1e-14);
        Close.Within(Elementary.NormalCdf(0.5 / Math.Sqrt(2)) - 0.5, layer.PreActivationHistogram([0, 0.5])!.Shares[0], 1e-10);
    }

    private static HistogramPrediction Of(string name, double q, double[] edges) =>
        HistogramPrediction.Of(StandardActivations.Find(name)!, q, edges);

    private static double[] Edges(int bins, double low, double high) =>
        [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? high : i * ((high - low) / bins) + low)];
}
