using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests.Activations;

/// <summary>Where functions saturate, and where they are flat without saturating.</summary>
public class SlopeProfileTests
{
    [Theory]
    [InlineData("sigmoid", -4.3565, 4.3565)]
    [InlineData("tanh", -2.1783, 2.1783)]
    [InlineData("erf", -1.731, 1.731)]
    [InlineData("softsign", -3.472, 3.472)]
    [InlineData("elu", -2.996, null)]
    [InlineData("selu", -2.996, null)]
    [InlineData("gelu", -2.279, null)]
    [InlineData("silu", -3.93, null)]
    [InlineData("softplus", -2.944, null)]
    [InlineData("hard_tanh", -1.0, 1.0)]
    [InlineData("hard_sigmoid", -3.0, 3.0)]
    [InlineData("relu6", null, 6.0)]
    [InlineData("relu", null, null)]
    [InlineData("leaky_relu", null, null)]
    [InlineData("identity", null, null)]
    [InlineData("soft_shrink", null, null)]
    [InlineData("tanh_shrink", null, null)]
    [InlineData("exponential", null, null)]
    [InlineData("sin", null, null)]
    public void Thresholds_are_those_of_the_definition(string name, double? below, double? above)
    {
        var profile = SlopeProfile.Of(StandardActivations.Find(name)!);
        Check(below, profile.SaturatedBelow);
        Check(above, profile.SaturatedAbove);

        static void Check(double? expected, double? actual)
        {
            Assert.Equal(expected is null, actual is null);
            if (expected is { } value)
            {
                Close.Within(value, actual!.Value, Math.Abs(value) > 4 ? 0.0001 : 0.0006);
            }
        }
    }

    [Theory]
    [InlineData("sigmoid", true)]
    [InlineData("relu", true)]
    [InlineData("leaky_relu", true)]
    [InlineData("identity", true)]
    [InlineData("soft_shrink", false)]
    [InlineData("hard_shrink", false)]
    [InlineData("tanh_shrink", false)]
    [InlineData("exponential", false)]
    [InlineData("softplus", true)]
    public void Saturation_means_something_where_the_slope_is_bounded_and_dies_out_at_an_end_if_anywhere(string name, bool isDefined) =>
        Assert.Equal(isDefined, SlopeProfile.Of(StandardActivations.Find(name)!).IsDefined);

    [Fact]
    public void A_function_that_is_shifted_saturates_at_a_shifted_end()
    {
        var sigmoid = StandardActivations.Find("sigmoid")!;
        var shifted = SlopeProfile.Of(new Shifted(sigmoid, 9));
        Assert.Equal(9 - 4.3565, shifted.SaturatedBelow!.Value, 1e-4);
        Assert.Equal(9 + 4.3565, shifted.SaturatedAbove!.Value, 1e-4);
    }

    [Fact]
    public void A_unit_that_is_off_is_not_saturated_even_where_the_function_does_not_say_where_its_kinks_are()
    {
        var relu = SlopeProfile.Of(new Shifted(StandardActivations.Find("relu")!, 0));
        Assert.Null(relu.SaturatedBelow);
        Assert.True(relu.IsDefined);
    }

    [Fact]
    public void A_constant_function_has_no_slope_to_compare_with() => Assert.False(SlopeProfile.Of(new Constant()).IsDefined);

    [Fact]
    public void A_healthy_relu_layer_is_half_inactive_and_not_saturated()
    {
        var relu = SlopeProfile.Of(StandardActivations.Find("relu")!);
        Assert.Equal(0.5, relu.InactiveShare(2), 1e-15);
        Assert.Equal(0, relu.LowShare(2) + relu.HighShare(2));
        Assert.Equal([(double.NegativeInfinity, 0.0)], relu.Flat);
        Assert.Empty(SlopeProfile.Of(StandardActivations.Find("gelu")!).Flat);
    }

    [Fact]
    public void Flat_ends_of_hard_functions_are_saturated_and_flat_middles_inactive()
    {
        var hard = SlopeProfile.Of(StandardActivations.Find("hard_tanh")!);
        Assert.Equal(2, hard.Flat.Count);
        Assert.Empty(hard.Inactive);

        var shrink = SlopeProfile.Of(StandardActivations.Find("soft_shrink")!);
        Assert.Equal([(-0.5, 0.5)], shrink.Inactive);
        Assert.Equal(0.382924922548026, shrink.InactiveShare(1), 1e-14);
    }

    [Fact]
    public void Shares_of_the_chapters_first_layers()
    {
        Assert.Equal(0.663, SharesOf("sigmoid", 100), 5e-4);
        Assert.Equal(0.1234, SharesOf("tanh", 2), 1e-4);
    }

    private static double SharesOf(string name, double q)
    {
        var profile = SlopeProfile.Of(StandardActivations.Find(name)!);
        return profile.LowShare(q) + profile.HighShare(q);
    }

    /// <summary>φ(x − by), with no word about kinks.</summary>
    private sealed class Shifted(IScalarActivation inner, double by) : IScalarActivation
    {
        public IReadOnlyList<double> Kinks => [];

        public double Value(double x) => inner.Value(x - by);

        public double Derivative(double x) => inner.Derivative(x - by);
    }

    private sealed class Constant : IScalarActivation
    {
        public IReadOnlyList<double> Kinks => [];

        public double Value(double x) => 1;

        public double Derivative(double x) => 0;
    }
}
