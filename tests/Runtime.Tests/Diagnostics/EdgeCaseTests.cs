using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>What has no value is NaN or absent, and everything else is still right.</summary>
public sealed class EdgeCaseTests
{
    [Fact]
    public void One_sample_has_nothing_to_compare_it_with()
    {
        using var network = new DiagnosedNetwork<double>(new(1, 4, Link.Dense(5, "tanh"), Link.Dense(3, "tanh")));
        foreach (var layer in network.Diagnose())
        {
            Assert.True(double.IsNaN(layer.LinearShare!.Value));
            Assert.True(double.IsNaN(layer.ParticipationRatio!.Value));
            Assert.True(double.IsNaN(layer.Cosine!.Value));
            Assert.Equal(1, layer.WeightGradientRank!.Value, 1e-12);        // one outer product
            Assert.InRange(layer.JacobianMean!.Value, 1e-6, 10);
        }
    }

    [Fact]
    public void One_unit_has_one_direction_and_one_singular_value()
    {
        using var network = new DiagnosedNetwork<double>(new(30, 6, Link.Dense(1, "tanh"), Link.Dense(1)));
        var layers = network.Diagnose();
        Assert.All(layers, layer => Assert.Equal(1, layer.ParticipationRatio!.Value, 1e-12));
        Assert.All(layers, layer => Assert.Equal(1, layer.WeightGradientRank!.Value, 1e-12));
        Assert.Equal(0, layers[1].JacobianSpread!.Value, 1e-10);
        Assert.InRange(layers[1].Cosine!.Value, -1, 1);
    }

    [Fact]
    public void Fewer_samples_than_units_leave_fewer_directions()
    {
        using var network = new DiagnosedNetwork<double>(new(9, 5, Link.Dense(40, "relu"), Link.Dense(40, "relu")));
        Assert.All(network.Diagnose(), layer => Assert.InRange(layer.ParticipationRatio!.Value, 1, 8));
    }

    [Fact]
    public void A_batch_too_small_for_the_input_has_no_linear_share()
    {
        using var network = new DiagnosedNetwork<double>(new(11, 10, Link.Dense(4, "tanh")));
        Assert.True(double.IsNaN(network.Diagnose()[0].LinearShare!.Value));
    }

    /// <summary>r, the rank of x, and not its columns: a feature that stands there twice or never changes is none.</summary>
    [Fact]
    public void Features_that_say_nothing_new_do_not_count()
    {
        var plan = new DiagnosedPlan(12, 10, Link.Dense(4, "tanh"));
        using var network = new DiagnosedNetwork<double>(plan) { Change = network => network.Input.CopyFrom(Repeated(12, 10)) };
        Assert.InRange(network.Diagnose()[0].LinearShare!.Value, 0.5, 1);

        static double[] Repeated(int rows, int columns)
        {
            var random = new Random(5);
            var x = new double[rows * columns];
            for (var i = 0; i < rows; i++)
            {
                var (first, second) = (random.NextDouble(), random.NextDouble());
                for (var j = 0; j < columns; j++)
                    x[(i * columns) + j] = j == 0 ? 7 : j % 2 == 0 ? first : second;
            }

            return x;
        }
    }

    [Fact]
    public void Constant_units_have_no_spread_and_no_slope()
    {
        using var network = new DiagnosedNetwork<double>(new(25, 6, Link.Dense(5, "constant"), Link.Dense(4)));
        var result = network.Run();
        var first = result.Layers[0].Diagnostics;
        Assert.True(double.IsNaN(first.LinearShare!.Value));
        Assert.True(double.IsNaN(first.ParticipationRatio!.Value));
        Assert.True(double.IsNaN(first.SaturatedLow!.Value));
        Assert.Equal((1.0, 1.0), (first.Inactive, first.Dead));
        Assert.True(double.IsNaN(first.WeightGradientRank!.Value));         // dW is 0
        Assert.Equal(0, first.JacobianMean);
        Assert.True(double.IsNaN(first.JacobianSpread!.Value));
        Assert.Equal(1, result.Layers[1].Diagnostics.Cosine!.Value, 1e-12);
    }

    [Fact]
    public void Zeros_are_left_out_of_the_cosine_and_counted()
    {
        var plan = new DiagnosedPlan(6, 4, Link.Dense(4)) { Groups = DiagnosticGroups.Similarity, HasBackward = false };
        using var network = new DiagnosedNetwork<double>(plan)
        {
            Change = network => network.Input.CopyFrom([1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -3, 0, 0, 0]),
        };
        var layer = network.Diagnose()[0];
        Assert.Equal(3, layer.ZeroRows);
        Assert.Equal(-1.0 / 3, layer.Cosine!.Value, 1e-14);                 // pairs: +1, −1, −1

        using var empty = new DiagnosedNetwork<double>(plan) { Change = network => network.Input.CopyFrom(new double[24]) };
        layer = empty.Diagnose()[0];
        Assert.Equal(6, layer.ZeroRows);
        Assert.True(double.IsNaN(layer.Cosine!.Value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_makes_sums_nan_and_leaves_counts(double bad)
    {
        using var network = new DiagnosedNetwork<double>(new(20, 5, Link.Dense(6, "tanh"), Link.Dense(6, "relu")))
        {
            Change = network =>
            {
                var x = new double[100];
                network.Input.CopyTo(x);
                x[37] = bad;
                network.Input.CopyFrom(x);
            },
        };
        var first = network.Diagnose()[0];
        Assert.True(double.IsNaN(first.LinearShare!.Value));
        Assert.True(double.IsNaN(first.Cosine!.Value));
        Assert.Equal(0, first.Dead);
        Assert.InRange(first.SaturatedLow!.Value + first.SaturatedHigh!.Value, 0, 0.5);
        Assert.Equal(double.IsNaN(bad), double.IsNaN(first.ParticipationRatio!.Value));
    }

    [Theory]
    [InlineData("exponential")]
    [InlineData("soft_shrink")]
    public void Saturation_is_not_defined_where_the_slope_has_no_bound_or_is_flat_in_the_middle(string activation)
    {
        using var network = new DiagnosedNetwork<double>(new(40, 5, Link.Dense(6, activation)) { Std = _ => 0.3 });
        var layer = network.Diagnose()[0];
        Assert.True(double.IsNaN(layer.SaturatedLow!.Value));
        Assert.True(double.IsNaN(layer.SaturatedHigh!.Value));
        Assert.Equal(activation == "soft_shrink", layer.Inactive > 0);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("own ramp")]
    public void A_relu_is_inactive_and_not_saturated_whoever_wrote_it(string activation)
    {
        using var network = new DiagnosedNetwork<double>(new(400, 5, Link.Dense(60, activation)));
        var layer = network.Diagnose()[0];
        Assert.Equal((0.0, 0.0), (layer.SaturatedLow, layer.SaturatedHigh));
        Assert.Equal(0.5, layer.Inactive!.Value, 0.02);
    }

    [Fact]
    public void A_unit_that_no_input_wakes_is_dead()
    {
        using var network = new DiagnosedNetwork<double>(new(50, 4, Link.Dense(8, "relu")))
        {
            Change = network =>
            {
                network.Input.CopyFrom([.. Enumerable.Range(0, 200).Select(i => 1.0 + (i % 7))]);
                network.Weights[0].CopyFrom([.. Enumerable.Range(0, 32).Select(i => i % 8 < 3 ? -1.0 : 1.0)]);
            },
        };
        var layer = network.Diagnose()[0];
        Assert.Equal((3.0 / 8, 3.0 / 8), (layer.Dead, layer.Inactive));
    }

    [Fact]
    public void Layers_without_an_activation_have_no_saturation_and_no_cosine_but_the_rest()
    {
        using var network = new DiagnosedNetwork<double>(new(
            60, 8, Link.Dense(10), Link.Norm("layer_norm"), Link.Act("tanh"),
            Link.Dropout(0.8), Link.Residual(1, 0.5), Link.Dense(6, "relu")));
        var layers = network.Run().Layers;
        foreach (var layer in layers)
        {
            var found = layer.Diagnostics;
            var hasPre = layer.Kind is "dense" or "activation";
            Assert.Equal(hasPre, found.SaturatedLow is not null);
            Assert.Equal(hasPre, found.Cosine is not null);
            Assert.Equal(layer.Kind == "dense", found.WeightGradientRank is not null);
            Assert.InRange(found.LinearShare!.Value, 0.2, 1);
            Assert.InRange(found.ParticipationRatio!.Value, 1, 10);
            Assert.True(found.JacobianMean > 0, layer.Name);
        }

        Assert.NotNull(layers[0].Chi);
        Assert.Null(layers[5].Chi);
    }

    [Fact]
    public void What_is_not_chosen_is_not_there()
    {
        using var network = new DiagnosedNetwork<double>(new(20, 4, Link.Dense(3, "tanh")) { Groups = DiagnosticGroups.None });
        Assert.Equal(LayerDiagnostics.None, network.Diagnose()[0]);
        using var spectrum = new DiagnosedNetwork<double>(
            new(20, 4, Link.Dense(3, "tanh")) { Groups = DiagnosticGroups.Spectrum, HasBackward = false });
        var layer = spectrum.Diagnose()[0];
        Assert.NotNull(layer.ParticipationRatio);
        Assert.Null(layer.WeightGradientRank);
        Assert.Null(layer.LinearShare);
    }

    [Fact]
    public void Single_precision_finds_the_same_up_to_its_rounding()
    {
        var plan = new DiagnosedPlan(150, 20, Link.Dense(30, "tanh"), Link.Dense(25, "relu"));
        using var narrow = new DiagnosedNetwork<float>(plan);
        using var wide = new DiagnosedNetwork<double>(plan);
        foreach (var (one, other) in narrow.Diagnose().Zip(wide.Diagnose()))
        {
            Assert.Equal(other.LinearShare!.Value, one.LinearShare!.Value, 1e-5);
            Assert.Equal(other.ParticipationRatio!.Value, one.ParticipationRatio!.Value, 1e-3);
            Assert.Equal(other.WeightGradientRank!.Value, one.WeightGradientRank!.Value, 1e-3);
            Assert.Equal(other.Cosine!.Value, one.Cosine!.Value, 1e-5);
            Assert.Equal(other.JacobianMean!.Value, one.JacobianMean!.Value, 1e-4);
            Assert.Equal(other.JacobianSpread!.Value, one.JacobianSpread!.Value, 1e-3);
            Assert.Equal((other.SaturatedLow, other.Inactive), (one.SaturatedLow, one.Inactive));
        }
    }
}
