using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>What must hold whatever the numbers are.</summary>
public sealed class PropertyTests
{
    private static readonly Link[] FiveLinear = [.. Enumerable.Repeat(Link.Dense(60), 5)];

    [Fact]
    public void Orthogonal_layers_are_an_isometry_for_every_probe()
    {
        using var network = new DiagnosedNetwork<double>(new(150, 60, FiveLinear)) { Change = Orthogonalise };
        foreach (var layer in network.Diagnose())
        {
            Assert.Equal(1, layer.JacobianMean!.Value, 1e-12);
            Assert.Equal(0, layer.JacobianSpread!.Value, 1e-10);
            Assert.Equal(1, layer.LinearShare!.Value, 1e-12);
        }
    }

    /// <summary>Pennington, Schoenholz and Ganguli 2017: σ²_JJᵀ = L for linear Gaussian layers, here with corrections of 1/n.</summary>
    [Fact]
    public void Gaussian_linear_layers_spread_as_many_times_as_there_are_layers()
    {
        using var network = new DiagnosedNetwork<double>(new(1000, 200, [.. Enumerable.Repeat(Link.Dense(200), 6)]));
        var layers = network.Diagnose();
        for (var i = 0; i < layers.Length; i++)
        {
            Assert.InRange(layers[i].JacobianMean!.Value, 0.93, 1.07);
            Assert.InRange(layers[i].JacobianSpread!.Value / (layers.Length - i), 0.85, 1.15);
        }
    }

    /// <summary>The same: 2L for ReLU after Gaussian weights, L after orthogonal ones.</summary>
    [Theory]
    [InlineData(false, 2.0)]
    [InlineData(true, 1.0)]
    public void Relu_doubles_the_spread_and_orthogonal_weights_cannot_undo_it(bool orthogonal, double perLayer)
    {
        var plan =
            new DiagnosedPlan(1000, 200, [.. Enumerable.Repeat(Link.Dense(200, "relu"), 4)]) { Std = fanIn => Math.Sqrt(2.0 / fanIn) };
        using var network = new DiagnosedNetwork<double>(plan) { Change = orthogonal ? Orthogonalise : _ => { } };
        var layers = network.Diagnose();
        for (var i = 0; i < layers.Length; i++)
            Assert.InRange(layers[i].JacobianSpread!.Value / (layers.Length - i), 0.8 * perLayer, 1.2 * perLayer);
    }

    /// <summary>1/((l + 1)/n + 1/N) for equal widths, 1/(Σ 1/n_k + 1/N) for uneven ones.</summary>
    [Fact]
    public void The_participation_ratio_of_linear_layers_falls_with_depth_as_it_must()
    {
        int[] widths = [100, 50, 200, 80];
        using var network = new DiagnosedNetwork<double>(new(1000, 100, [.. widths.Skip(1).Select(units => Link.Dense(units))]));
        var inverse = (1.0 / 1000) + (1.0 / 100);
        foreach (var (layer, units) in network.Diagnose().Zip(widths.Skip(1)))
        {
            inverse += 1.0 / units;
            Assert.InRange(layer.ParticipationRatio!.Value * inverse, 0.9, 1.1);
        }
    }

    [Theory]
    [InlineData(1e-60)]
    [InlineData(1e-30)]
    [InlineData(1e60)]
    public void Ratios_do_not_depend_on_the_scale_of_the_signal(double scale)
    {
        double Exact(int fanIn) => Math.ScaleB(1, Math.ILogB(scale)) / Math.Sqrt(fanIn);
        var plan = new DiagnosedPlan(90, 20, Link.Dense(30), Link.Dense(10));
        using var one = new DiagnosedNetwork<double>(plan);
        using var other = new DiagnosedNetwork<double>(plan with { Std = Exact });
        foreach (var (expected, actual) in one.Diagnose().Zip(other.Diagnose()))
        {
            Assert.Equal(Ratios(expected), Ratios(actual));
            Assert.Equal(expected.JacobianSpread!.Value, actual.JacobianSpread!.Value, 1e-9);
        }

        static double?[] Ratios(LayerDiagnostics layer) =>
            [.. ((double?[])[layer.LinearShare, layer.ParticipationRatio, layer.WeightGradientRank, layer.Cosine])
                .Select(x => Math.Round(x!.Value, 9))];
    }

    [Fact]
    public void The_order_of_units_does_not_matter()
    {
        var plan =
            new DiagnosedPlan(70, 12, Link.Dense(16, "tanh"), Link.Dense(16, "tanh")) { HasBackward = false, Groups = WithoutBackward };
        using var one = new DiagnosedNetwork<double>(plan);
        using var other = new DiagnosedNetwork<double>(plan) { Change = network => ReverseColumns(network.Weights[^1], 16, 16) };
        var (expected, actual) = (one.Diagnose()[^1], other.Diagnose()[^1]);
        Assert.Equal(expected.LinearShare!.Value, actual.LinearShare!.Value, 1e-13);
        Assert.Equal(expected.ParticipationRatio!.Value, actual.ParticipationRatio!.Value, 1e-12);
        Assert.Equal(expected.Cosine!.Value, actual.Cosine!.Value, 1e-14);
        Assert.Equal((expected.SaturatedLow, expected.Dead), (actual.SaturatedLow, actual.Dead));
    }

    [Fact]
    public void Constant_weights_make_all_units_one_unit()
    {
        using var network = new DiagnosedNetwork<double>(new(200, 30, Link.Dense(40, "tanh"), Link.Dense(25, "tanh")))
        {
            Change = network => network.Weights.ForEach(weights => Fill(weights, 30 * 40, 0.1)),
        };
        var result = network.Run();
        Assert.Equal(1, result.Layers[0].Diagnostics.ParticipationRatio!.Value, 1e-10);
        Assert.Equal(1, result.Layers[1].Diagnostics.ParticipationRatio!.Value, 1e-10);
        Assert.Equal(0, result.Layers[0].Split!.UnitShare, 1e-20);
        Assert.Equal(200 * 40, result.Layers[0].EffectiveNumbers!.Value, 1e-6);
    }

    /// <summary>100,000 numbers of a layer of which no input changes anything are 100 numbers.</summary>
    [Fact]
    public void The_effective_number_of_values_is_that_of_the_units_where_no_input_changes_anything()
    {
        var split = new LayerResult
        {
            Layer = 1,
            Name = "hidden",
            Batch = 1000,
            Units = 100,
            Split = new(UnitShare: 1 - 2.8e-5, InputShare: 0, ResidualShare: 0, InputDriven: 2.8e-5, UnitMeanStd: 1, UnitStdMean: 0),
        };
        Assert.Equal(100.0, split.EffectiveNumbers!.Value, 0.01);
        var inputs = split with { Split = split.Split with { UnitShare = 0, InputDriven = 1 } };
        Assert.Equal(100_000, inputs.EffectiveNumbers!.Value, 1e-6);
    }

    private static DiagnosticGroups WithoutBackward =>
        DiagnosticGroups.Saturation | DiagnosticGroups.Linearity | DiagnosticGroups.Spectrum | DiagnosticGroups.Similarity;

    private static void Fill(Runtime.Layers.Parameter<double> weights, int most, double value) =>
        weights.CopyFrom(Enumerable.Repeat(value, weights.Rows * weights.Columns).Take(most).ToArray());

    private static void ReverseColumns(Runtime.Layers.Parameter<double> weights, int rows, int columns)
    {
        var copy = new double[rows * columns];
        weights.CopyTo(copy);
        foreach (var row in copy.Chunk(columns).Select((row, i) => (row, i)))
            row.row.AsEnumerable().Reverse().ToArray().CopyTo(copy, row.i * columns);
        weights.CopyFrom(copy);
    }

    /// <summary>Gram and Schmidt, twice; a gain of √2 for ReLU's sake is not needed: the spread is relative.</summary>
    private static void Orthogonalise(DiagnosedNetwork<double> network)
    {
        foreach (var weights in network.Weights)
        {
            var n = weights.Rows;
            var rows = new double[n * n];
            weights.CopyTo(rows);
            for (var round = 0; round < 2; round++)
            {
                for (var i = 0; i < n; i++)
                {
                    var row = rows.AsSpan(i * n, n);
                    for (var k = 0; k < i; k++)
                    {
                        var other = rows.AsSpan(k * n, n);
                        var dot = Dot(row, other);
                        for (var j = 0; j < n; j++)
                            row[j] -= dot * other[j];
                    }

                    var norm = Math.Sqrt(Dot(row, row));
                    for (var j = 0; j < n; j++)
                        row[j] /= norm;
                }
            }

            weights.CopyFrom(rows);
        }
    }

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
