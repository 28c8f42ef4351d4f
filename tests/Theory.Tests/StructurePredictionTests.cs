using System.Text.Json;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>Residuals, norms and dropout against means over 40 networks of width 200 in NumPy, forward and backward.</summary>
public class StructurePredictionTests
{
    private const int Width = 200;

    private static readonly JsonElement[] Cases = [.. TestData.Json("structures.json").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(row => row.GetProperty("network").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_layer_lies_where_simulation_finds_it(string network)
    {
        var reference = Cases.Single(row => row.GetProperty("network").GetString() == network);
        var expected = reference.GetProperty("layers").EnumerateArray().ToList();
        var prediction = NetworkPredictor.Predict(new NetworkSketch(300, new InputSketch(Width, 0, 1), Layers(network)));
        Assert.Null(prediction.Obstacle);
        Assert.Equal(expected.Select(row => row.GetProperty("name").GetString()), prediction.Layers.Select(layer => layer.Name));
        foreach (var (row, layer) in expected.Zip(prediction.Layers))
        {
            Close.Relative(row.GetProperty("std").GetDouble(), layer.Std.Value, 0.03, $"std of {layer.Name}");
            Close.Relative(row.GetProperty("rms").GetDouble(), layer.Rms.Value, 0.03, $"rms of {layer.Name}");
            Close.Within(row.GetProperty("mean").GetDouble(), layer.Mean.Value, 0.02 * layer.Rms.Value, $"mean of {layer.Name}");
            Close.Within(row.GetProperty("input_driven").GetDouble(), layer.InputDriven.Value, 0.03, $"input-driven share of {layer.Name}");
            Close.Relative(row.GetProperty("gradient").GetDouble(), layer.GradientRms!.Value.Value, 0.06, $"gradient of {layer.Name}");
        }
    }

    [Fact]
    public void Batch_norm_makes_gradients_grow_by_pi_over_pi_minus_one()
    {
        // Yang et al. 2019: a layer of dense, batch norm and ReLU multiplies the gradient's mean square by π/(π − 1).
        var layers = Enumerable.Range(1, 20).SelectMany(i => new LayerSketch[]
        {
            Dense($"dense{i}", "identity", 2),
            new NormSketch($"norm{i}", NormKind.Batch, 0),
            new ActivationSketch($"relu{i}", StandardActivations.Find("relu")!),
        });
        var prediction = NetworkPredictor.Predict(new NetworkSketch(1000, new InputSketch(Width, 0, 1), [.. layers]));
        var growth = prediction.Find("relu10")!.PreGradientRms!.Value.Value / prediction.Find("relu11")!.PreGradientRms!.Value.Value;
        Close.Relative(Math.PI / (Math.PI - 1), growth * growth, 1e-5);
    }

    /// <summary>Pretorius et al. 2018: with dropout ReLU is critical at σ_w² = 2·keep.</summary>
    [Fact]
    public void Dropout_moves_the_critical_point_of_relu()
    {
        LayerSketch[] layers = [.. Enumerable.Range(1, 10).SelectMany(i => new LayerSketch[]
        {
            Dense($"dense{i}", "relu", 2 * 0.6), new DropoutSketch($"dropout{i}", 0.6),
        })];
        var prediction = NetworkPredictor.Predict(new NetworkSketch(100, new InputSketch(Width, 0, 1), layers));
        Close.Relative(prediction.Find("dense1")!.Q!.Value.Value, prediction.Find("dense10")!.Q!.Value.Value, 1e-10);
    }

    /// <summary>Means over 20 networks in NumPy: masks of their own bring each unit directions of its own, but never more than there are units.</summary>
    [Theory]
    [InlineData("identity", 1, 0.5, 102.8)]
    [InlineData("relu", 2, 0.5, 111.2)]
    [InlineData("tanh", 1, 0.8, 90.0)]
    [InlineData("softplus", 1, 0.5, 115.5)]
    public void Dropout_spreads_values_over_more_directions(string activation, double sigmaW2, double keep, double simulated)
    {
        LayerSketch[] layers = [Dense("dense", activation, sigmaW2), new DropoutSketch("dropout", keep)];
        var prediction = NetworkPredictor.Predict(new NetworkSketch(300, new InputSketch(Width, 0, 1), layers));
        Close.Relative(simulated, prediction.Find("dropout")!.ParticipationRatio!.Value, 0.05);
    }

    /// <summary>What flows around a branch counts: dz is 1 behind the sum, 2 before it (1 around it, 2 · ½ through the ReLU at He's scale).</summary>
    [Fact]
    public void Chi_compares_dense_layers_that_follow_each_other_in_the_list()
    {
        LayerSketch[] layers = [Dense("stem", "identity", 1), new ResidualSketch("sum", [Dense("branch", "relu", 2)], 1), Dense("head", "identity", 1)];
        var prediction = NetworkPredictor.Predict(new NetworkSketch(300, new InputSketch(Width, 0, 1), layers));
        Close.Relative(2 / 0.5, prediction.Find("stem")!.Chi!.Value, 1e-12);
        Close.Relative(0.5 / 1, prediction.Find("branch")!.Chi!.Value, 1e-12);
        Assert.Null(prediction.Find("sum")!.Chi);
        Assert.Null(prediction.Find("head")!.Chi);
    }

    /// <summary>σ_w² = 9 is divided out again, and ReLU halves: the layers between two dense ones are part of what the gradient passes.</summary>
    [Fact]
    public void Chi_counts_what_stands_between_two_dense_layers()
    {
        LayerSketch[] layers =
        [
            Dense("first", "identity", 9), new NormSketch("norm", NormKind.Rms, 0), Activation("relu", "relu"), Dense("last", "identity", 1),
        ];
        var prediction = NetworkPredictor.Predict(new NetworkSketch(300, new InputSketch(Width, 0, 1), layers));
        Close.Relative(1 / 18.0, prediction.Find("first")!.Chi!.Value, 1e-12);
        Assert.Null(prediction.Find("relu")!.Chi);
    }

    /// <summary>Slopes say nothing of a jump: hard_shrink, λ = ½, is predicted to be 40 % linear by them and is 97 % linear.</summary>
    [Fact]
    public void Behind_a_jump_neither_the_linear_share_nor_the_ratio_is_predicted()
    {
        var prediction = NetworkPredictor.Predict(
            new NetworkSketch(300, new InputSketch(Width, 0, 1), [Dense("jump", "hard_shrink", 1), Dense("after", "tanh", 1)]));
        Assert.All(prediction.Layers, layer => Assert.True(layer is { LinearShare: null, ParticipationRatio: null }));
        Assert.All(prediction.Layers, layer => Assert.True(layer.Std.Deviation > 0));
    }

    private static LayerSketch[] Layers(string network) => network switch
    {
        "residual-layer-norm" =>
        [
            Dense("stem", "identity", 1),
            .. Enumerable.Range(1, 3).Select(i => new ResidualSketch(
                $"block{i}", [Norm($"norm{i}", NormKind.Layer), Dense($"up{i}", "relu", 2), Dense($"down{i}", "identity", 1.5)], 0.5)),
            Dense("head", "tanh", 1),
        ],
        "batch-norm" => [.. Enumerable.Range(1, 3).SelectMany(i => new LayerSketch[]
        {
            Dense($"dense{i}", "identity", 1.7), Norm($"norm{i}", NormKind.Batch), Activation($"relu{i}", "relu"),
        })],
        "dropout" => [.. Enumerable.Range(1, 3).SelectMany(i => new LayerSketch[]
        {
            Dense($"dense{i}", "relu", 2), new DropoutSketch($"dropout{i}", 0.8),
        })],
        "post-norm" =>
        [
            Dense("one", "relu", 2), Norm("norm1", NormKind.Layer), Dense("two", "tanh", 1.5), Norm("norm2", NormKind.Rms),
            new ResidualSketch("sum", [Dense("branch", "relu", 2)], 1), Norm("norm3", NormKind.Batch), Dense("three", "tanh", 1),
        ],
        _ =>
        [
            Dense("stem", "identity", 1),
            .. Enumerable.Range(1, 4).Select(i => new ResidualSketch(
                $"block{i}", [Activation($"tanh{i}", "tanh"), Dense($"dense{i}", "identity", 1)], 0.7)),
        ],
    };

    private static DenseSketch Dense(string name, string activation, double sigmaW2) => new(
        name,
        Width,
        Width,
        WeightSketch.Random(sigmaW2 / Width),
        null,
        activation == "identity" ? null : StandardActivations.Find(activation));

    private static NormSketch Norm(string name, NormKind kind) => new(name, kind, 1e-5);

    private static ActivationSketch Activation(string name, string activation) => new(name, StandardActivations.Find(activation)!);
}
