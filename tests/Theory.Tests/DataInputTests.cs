using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>Networks on data, of which theory knows the moments. Numbers of the digits are NumPy's, of the first 300 of them.</summary>
public class DataInputTests
{
    private const int Samples = 300;
    private const double Mean = 0.30530924479166666;
    private const double Variance = 0.14483293659422133;
    private const double Cosine = 0.6919332140255076;
    private const double Second = (Mean * Mean) + Variance;

    private static readonly DataMoments Moments = new(Cosine, 0.20169748560897152, 0.08727250568115069, 0.02050892327731299);
    private static readonly InputSketch Digits = InputSketch.OfData(64, Mean, Variance, Moments);

    /// <summary>
    /// Of infinitely wide layers the kernels of all 300 × 300 pairs can be computed from layer to layer (arc-cosine and arc-sine kernels).
    /// What theory says from the means of the input's alone differs from their mean, and by no more than the band.
    /// </summary>
    [Theory]
    [InlineData("relu", 2, "0.4879003,0.3726720 0.4879003,0.3148719 0.4879003,0.2705836 0.4879003,0.2357202 0.4879003,0.2076819")]
    [InlineData("erf", 1, "0.4563106,0.3132711 0.4354406,0.3180618 0.4208884,0.3224481 0.4103837,0.3265070 0.4026193,0.3303120")]
    [InlineData("erf", 4, "0.6731925,0.3377623 0.7570068,0.3907182 0.7829787,0.4525520 0.7899642,0.5151777 0.7917675,0.5750768")]
    [InlineData("erf", 64, "0.9153667,0.4340865 0.9557169,0.5804446 0.9576170,0.7000259 0.9577024,0.7895619 0.9577062,0.8538109")]
    public void The_mean_of_all_pairs_is_within_the_band_of_the_mean_pair(string activation, double sigmaW2, string layers)
    {
        var prediction = Predict(Digits, activation, sigmaW2, depth: 5, width: 100_000_000);

        var expected = layers.Split(' ').Select(text => text.Split(',').Select(double.Parse).ToArray());
        foreach (var (layer, numbers) in prediction.Layers.Zip(expected))
        {
            Assert.Equal(numbers[0], layer.Rms.Value, (1.2 * layer.Rms.Deviation) + 1e-5);
            Assert.Equal(numbers[1] * (1 - (1.0 / Samples)), layer.InputDriven.Value, 1.2 * layer.InputDriven.Deviation);
            Assert.InRange(layer.InputDriven.Deviation / layer.InputDriven.Value, 0, 0.05);
        }
    }

    /// <summary>Weights are drawn without mean, so the first layer has the input's mean square whatever the input's mean is.</summary>
    [Fact]
    public void The_first_layer_has_the_mean_square_and_the_cosine_of_the_data()
    {
        var layer = Predict(Digits, "tanh", 3, depth: 1).Layers[0];
        Assert.Equal(3 * Second, layer.Q!.Value.Value, 1e-15);
        Assert.Equal(Cosine, layer.Cosine, 1e-15);
    }

    /// <summary>
    /// Given the samples, the mean of a² over N samples and n units has the variance 2 mean(K_ij²) σ_w⁴/n: it is a sum of χ².
    /// </summary>
    [Fact]
    public void The_first_layers_band_is_that_of_given_samples()
    {
        const double meanSquareOfAllPairs = 0.02831359793357551;
        var layer = Predict(Digits, "tanh", 1, depth: 1).Layers[0];
        Assert.Equal(Math.Sqrt(2 * meanSquareOfAllPairs / 100), layer.Q!.Value.Deviation, 1e-4 * layer.Q.Value.Deviation);
    }

    /// <summary>A product with very many columns keeps the directions of what enters it.</summary>
    [Fact]
    public void Samples_spread_in_as_many_directions_as_the_data()
    {
        var layer = Predict(Digits, "identity", 1, depth: 1, width: 100_000_000).Layers[0];
        Assert.Equal(1 / (Moments.Directions + (1.0 / Samples)), layer.ParticipationRatio!.Value, 1e-5);
    }

    [Fact]
    public void What_is_drawn_with_the_batch_widens_the_band()
    {
        var noisy = InputSketch.OfData(64, Mean, Variance, Moments with { SecondNoise = 1e-4 });
        var (given, drawn) = (Predict(Digits, "tanh", 3, 1).Layers[0].Q!.Value, Predict(noisy, "tanh", 3, 1).Layers[0].Q!.Value);
        Assert.Equal(given.Value, drawn.Value);
        Assert.Equal(Math.Sqrt((given.Deviation * given.Deviation) + 9e-4), drawn.Deviation, 1e-12);
    }

    /// <summary>
    /// Half of the samples have q (1 − s), half q (1 + s): E tanh² of both is the mean of two, which is off from that of the mean.
    /// </summary>
    [Theory]
    [InlineData(0.04)]
    [InlineData(0.25)]
    public void Samples_of_unlike_sizes_widen_the_band_by_what_the_mean_size_is_wrong_by(double spread)
    {
        var input = InputSketch.OfData(64, 0, 1, new DataMoments(0, 0, 0, spread));
        var layer = Predict(input, "tanh", 1, depth: 1, width: 100_000_000).Layers[0];
        var theory = ActivationTheory.Of(StandardActivations.Find("tanh")!);
        var s = Math.Sqrt(spread);
        var shift = ((theory.Moments(1 - s).Second + theory.Moments(1 + s).Second) / 2) - theory.Moments(1).Second;

        Assert.Equal(Math.Abs(shift) / (2 * layer.Rms.Value), layer.Rms.Deviation, 1e-6);
        Assert.Equal(Math.Abs(shift) / (2 * layer.Std.Value), layer.Std.Deviation, 1e-6);
        Assert.InRange(layer.Q!.Value.Deviation, 0, 2e-4);
    }

    /// <summary>ReLU's mean square goes with the input's, so sizes are nothing to it; nor to its gradient.</summary>
    [Fact]
    public void Sizes_do_not_matter_to_mean_squares_under_relu()
    {
        var unlike = InputSketch.OfData(64, 0, 1, new DataMoments(0, 0.02, 0.02, 0.5));
        var alike = InputSketch.OfData(64, 0, 1, new DataMoments(0, 0.02, 0.02, 0));
        foreach (var (first, second) in Predict(unlike, "relu", 2, 4).Layers.Zip(Predict(alike, "relu", 2, 4).Layers))
        {
            Assert.Equal(second.Rms.Deviation, first.Rms.Deviation, 1e-9);
            Assert.Equal(second.PreGradientRms!.Value.Deviation, first.PreGradientRms!.Value.Deviation, 1e-9);
            Assert.True(first.Mean.Deviation > second.Mean.Deviation);
        }
    }

    [Fact]
    public void Samples_without_a_mean_size_or_direction_have_no_prediction()
    {
        Assert.Equal("1: the samples that enter it differ too much in size or direction for their mean to stand for all", Obstacle(1));
        Assert.NotNull(Obstacle(3));
        Assert.Null(Obstacle(0.99));
        Assert.NotNull(Predict(InputSketch.OfData(4, 0, 1, new DataMoments(0, 0.25, 0.25, 0)), "tanh", 1, 2).Obstacle);
        Assert.Null(Predict(InputSketch.OfData(4, 0, 1, new DataMoments(0, 0.24, 0.24, 0)), "tanh", 1, 2).Obstacle);

        static string? Obstacle(double spread) =>
            Predict(InputSketch.OfData(64, 0, 1, new DataMoments(0, 0.02, 0.02, spread)), "tanh", 1, 2).Obstacle;
    }

    [Fact]
    public void A_norm_over_the_batch_needs_more_of_data_than_its_moments()
    {
        var (norm, dense) =
            (new NormSketch("norm", NormKind.Batch, 1e-5), new DenseSketch("dense", 64, 64, WeightSketch.Random(0.01), null, null));
        Assert.StartsWith("norm: it takes the features of the data one by one", Predict([norm]).Obstacle, StringComparison.Ordinal);
        Assert.StartsWith("norm: it takes", Predict([new ResidualSketch("add", [dense], 1), norm]).Obstacle, StringComparison.Ordinal);
        Assert.Null(Predict([dense, norm]).Obstacle);
        Assert.Null(Predict([new NormSketch("norm", NormKind.Layer, 1e-5), dense]).Obstacle);

        static NetworkPrediction Predict(IReadOnlyList<LayerSketch> layers) =>
            NetworkPredictor.Predict(new NetworkSketch(Samples, Digits, layers));
    }

    /// <summary>After a norm all samples are of one size, and so is what follows.</summary>
    [Theory]
    [InlineData(NormKind.Layer)]
    [InlineData(NormKind.Rms)]
    public void A_norm_of_each_sample_makes_sizes_equal(NormKind kind)
    {
        IReadOnlyList<LayerSketch> layers =
            [new NormSketch("norm", kind, 0),
                new DenseSketch("dense", 64, 1_000_000, WeightSketch.Random(1 / 64.0), null, StandardActivations.Find("tanh"))];
        var moments = new DataMoments(0, 0, 0, 0.25);
        var unlike = NetworkPredictor.Predict(new NetworkSketch(Samples, InputSketch.OfData(64, 0, 3, moments), layers)).Layers;
        Assert.Equal(1, unlike[0].Rms.Value, 1e-12);
        Assert.InRange(unlike[1].Rms.Deviation, 0, 1e-3);
    }

    /// <summary>The loss' gradient is a measurement, and its sums over the batch follow the classes.</summary>
    [Fact]
    public void Of_a_loss_theory_says_what_becomes_of_its_gradient_and_nothing_of_sums()
    {
        var sketch = Sketch(Digits, "tanh", 1, 3) with { Upstream = WeightSketch.Random(0.01), Loss = new LossSketch(0.1) };
        sketch = sketch with { Layers = [.. sketch.Layers, new DenseSketch("out", 100, 10, WeightSketch.Random(0.01), null, null)] };
        var layers = NetworkPredictor.Predict(sketch).Layers;

        Assert.All(layers, layer => Assert.Null(layer.WeightGradientRms));
        Assert.Equal((0.1, double.NaN), (layers[^1].PreGradientRms!.Value.Value, layers[^1].PreGradientRms!.Value.Deviation));
        Assert.All(
            layers.Take(3), layer => Assert.InRange(layer.PreGradientRms!.Value.Deviation / layer.PreGradientRms.Value.Value, 0.01, 0.2));
        var echo = NetworkPredictor.Predict(sketch with { Loss = new LossSketch(0.1, Echo: 0.5) }).Layers;
        Assert.Equal(layers.Select(layer => layer.PreGradientRms!.Value.Value), echo.Select(layer => layer.PreGradientRms!.Value.Value));
        Assert.All(echo, layer => Assert.Equal(double.NaN, layer.GradientRms!.Value.Deviation));
        Assert.Equal(10 * 0.01 * 0.01, Math.Pow(layers[2].GradientRms!.Value.Value, 2), 1e-12);
    }

    [Fact]
    public void What_data_is_is_part_of_what_a_network_is()
    {
        var (sketch, same) = (Sketch(Digits, "tanh", 1, 2), Sketch(Digits with { }, "tanh", 1, 2));
        Assert.Equal(sketch, same);
        Assert.Equal(sketch.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(sketch, sketch with { Loss = new LossSketch(0.1) });
        Assert.NotEqual(sketch, sketch with { Input = InputSketch.OfData(64, Mean, Variance, Moments with { Cosine = 0.5 }) });
    }

    /// <summary>Few units that differ by chance have no band of their share; many have.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(100, true)]
    public void A_narrow_linear_layer_has_no_band_of_its_share(int units, bool hasBand)
    {
        var sketch = Sketch(Digits, "sigmoid", 1, 2);
        sketch = sketch with { Layers = [.. sketch.Layers, new DenseSketch("out", 100, units, WeightSketch.Random(0.01), null, null)] };
        Assert.Equal(hasBand, !double.IsNaN(NetworkPredictor.Predict(sketch).Layers[^1].InputDriven.Deviation));
    }

    private static NetworkPrediction Predict(InputSketch input, string activation, double sigmaW2, int depth, int width = 100) =>
        NetworkPredictor.Predict(Sketch(input, activation, sigmaW2, depth, width));

    private static NetworkSketch Sketch(InputSketch input, string activation, double sigmaW2, int depth, int width = 100) =>
        Networks.Chain(activation, [input.Width, .. Enumerable.Repeat(width, depth)], Samples, sigmaW2) with { Input = input };
}
