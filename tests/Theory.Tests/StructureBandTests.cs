using System.Text.Json;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>
/// Bands of networks with norms, dropout and residuals against ensembles simulated in NumPy: 400 networks of each kind, layers of 100 units
/// and 200 inputs, so that the reference's own error is 3.5 %.
/// </summary>
public class StructureBandTests
{
    private const int Width = 100;

    private static readonly JsonElement[] Cases = [.. TestData.Json("structure-bands.json").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(row => row.GetProperty("network").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Statistics_vary_from_network_to_network_as_predicted(string network)
    {
        var expected = Cases.Single(row => row.GetProperty("network").GetString() == network).GetProperty("layers").EnumerateArray().ToList();
        var prediction = NetworkPredictor.Predict(new NetworkSketch(200, new InputSketch(Width, 0, 1), Layers(network)));
        Assert.Null(prediction.Obstacle);
        Assert.Equal(expected.Count, prediction.Layers.Count);
        string? before = null;
        foreach (var (row, layer) in expected.Zip(prediction.Layers))
        {
            Action<JsonElement, string, string, Estimate> check = before == $"{NormKind.Batch} norm" ? CheckCovered : Check;
            check(row, "mean", layer.Name, layer.Mean);
            check(row, "std", layer.Name, layer.Std);
            check(row, "rms", layer.Name, layer.Rms);
            before = layer.Name;
        }
    }

    /// <summary>What a norm holds at 1 or at 0 has no band; ε and the mean's square, of second order in 1/n, leave next to nothing.</summary>
    [Theory]
    [InlineData(NormKind.Layer, 1e-6)]
    [InlineData(NormKind.Batch, 1e-6)]
    [InlineData(NormKind.Rms, 1e-4)]
    public void What_a_norm_fixes_does_not_vary(NormKind kind, double most)
    {
        var norm = NetworkPredictor.Predict(new NetworkSketch(200, new InputSketch(Width, 0, 1), Normed(kind))).Layers[1];
        Assert.InRange(norm.Std.Deviation, 0, most);
        Assert.InRange(norm.Rms.Deviation, 0, 1e-6);
        if (kind != NormKind.Rms)
        {
            Assert.Equal(0, norm.Mean.Deviation);
        }
    }

    /// <summary>Within 25 %; a deviation of second order, below 1e-4, within 2e-5.</summary>
    private static void Check(JsonElement row, string key, string layer, Estimate estimate)
    {
        var deviation = row.GetProperty(key)[1].GetDouble();
        Close.Within(deviation, estimate.Deviation, Math.Max(0.25 * deviation, 2e-5 * (deviation < 1e-4 ? 1 : 0)), $"sd of {key} of {layer}");
    }

    /// <summary>Behind a batch norm bands are wider than networks vary, by up to their band without the norm.</summary>
    private static void CheckCovered(JsonElement row, string key, string layer, Estimate estimate)
    {
        var deviation = row.GetProperty(key)[1].GetDouble();
        Assert.True(estimate.Deviation >= 0.75 * deviation, $"sd of {key} of {layer}: {estimate.Deviation}, measured {deviation}");
    }

    private static LayerSketch[] Layers(string network) => network switch
    {
        "layer" => Normed(NormKind.Layer),
        "rms" => Normed(NormKind.Rms),
        "batch" => Normed(NormKind.Batch),
        "mixed" =>
        [
            Dense("relu", 2), Norm(NormKind.Layer), Dense("tanh", 1.5), Norm(NormKind.Rms), Dense("softplus", 2), Norm(NormKind.Rms),
            Dense("relu", 2),
        ],
        "normed-sum" =>
        [
            Dense("identity", 1), Norm(NormKind.Layer), Residual(Dense("identity", 1), 1), Activation("relu"), Dense("tanh", 1),
        ],
        "dropout" =>
        [
            Dense("softplus", 1), Dropout(0.8), Dense("sigmoid", 4), Dropout(0.5), Dense("hard_tanh", 16), Dropout(0.5), Dense("relu", 2),
            Dropout(0.7), Dense("sin", 1), Dropout(0.5), Dense("identity", 1), Dropout(0.5),
        ],
        "sums" =>
        [
            Dense("relu", 2), Residual(Dense("sigmoid", 4), 1), Residual(Dense("softplus", 1), 0.5), Dense("relu", 2),
            Residual(Dense("relu", 2), 1), Dense("tanh", 1),
        ],
        _ => throw new ArgumentException(network),
    };

    private static LayerSketch[] Normed(NormKind kind) =>
    [
        Dense("identity", 1.7), Norm(kind), Activation("relu"), Dense("tanh", 2), Dense("identity", 0.5), Norm(kind), Activation("sigmoid"),
        Dense("softplus", 1),
    ];

    private static DenseSketch Dense(string name, double sigmaW2) => new(
        name, Width, Width, WeightSketch.Random(sigmaW2 / Width), null, name == "identity" ? null : StandardActivations.Find(name));

    private static NormSketch Norm(NormKind kind) => new($"{kind} norm", kind, 1e-5);

    private static ActivationSketch Activation(string name) => new(name, StandardActivations.Find(name)!);

    private static DropoutSketch Dropout(double keep) => new("dropout", keep);

    private static ResidualSketch Residual(LayerSketch branch, double scale) => new("sum", [branch], scale);
}
