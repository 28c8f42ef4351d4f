using FanIn.Runtime.Data;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Tests.DataSets;

/// <summary>The moments of samples that theory starts from. Expected numbers are NumPy's.</summary>
public class SampleMomentsTests
{
    [Fact]
    public void Four_samples_by_hand()
    {
        var input = SampleMoments.Of([1, 2, 0, 0, 1, 1, 2, 2, 1, -1, 0, 3], features: 3);
        Assert.Equal((3, false), (input.Width, input.IsNormal));
        Close(1, input.Mean);
        Close(1.1666666666666667, input.Variance);
        Close(0.3589743589743589, input.Data!.Cosine);
        Close(0.2623999999999999, input.Data.Spread);
        Close(0.1514666666666666, input.Data.Directions);
        Close(0.24260355029585798, input.Data.SizeSpread);
        Assert.Equal(0, input.Data.SecondNoise);
    }

    /// <summary>Mean, cosine and sizes are those of all samples, the spread of products that of the first 256.</summary>
    [Fact]
    public void The_digits()
    {
        var input = SampleMoments.Of(OpticalDigits.All.Values, 64);
        Close(0.30526028624095713, input.Mean);
        Close(0.1414130172103799, input.Variance);
        Close(0.6872367618946104, input.Data!.Cosine);
        Close(0.022631627557347496, input.Data.SizeSpread);
        Close(0.20810943835778328, input.Data.Spread);
        Close(0.09132289224852205, input.Data.Directions);
    }

    [Fact]
    public void Independent_values_are_spread_as_their_number_says()
    {
        var input = SampleMoments.Of(new GaussianMixture(2, 100, 2000, 0).Draw(3).Values, 100);
        Assert.Equal(0, input.Mean, 0.01);
        Assert.Equal(1, input.Variance, 0.02);
        Assert.Equal(0, input.Data!.Cosine, 1e-3);
        Assert.Equal(0.01, input.Data.Spread, 3e-4);
        Assert.Equal(0.01, input.Data.Directions, 3e-4);
        Assert.Equal(0.02, input.Data.SizeSpread, 0.002);
    }

    [Fact]
    public void Samples_that_are_all_the_same_have_no_distance()
    {
        var data = SampleMoments.Of([1, 2, 3, 1, 2, 3, 1, 2, 3], 3).Data!;
        Close(1, data.Cosine);
        Assert.Equal((0, 0, 0), (data.Spread, data.Directions, data.SizeSpread));
    }

    [Fact]
    public void Nothing_but_zeros_has_no_size_and_a_single_sample_no_neighbour()
    {
        Assert.Equal(InputSketch.OfData(2, 0, 0, new(1, 0, 0, 0)), SampleMoments.Of([0, 0, 0, 0], 2));
        Assert.Equal(InputSketch.OfData(2, 2, 1, new(0.8, 0, 0, 0)), SampleMoments.Of([1, 3], 2));
    }

    /// <summary>What a loss gives at even odds: two classes of three are as unlike as can be, cosine −½, and one class is alike.</summary>
    [Fact]
    public void Gradients_of_one_class_are_alike()
    {
        var gradient = SampleMoments.OfGradient([-2, 1, 1, 1, -2, 1, 1, 1, -2, -2, 1, 1], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], units: 3);
        Close(2, gradient.Second);
        Close(((5 * 0.25) + 1) / 6, gradient.Likeness);
        Close(4 / 24.0, gradient.Echo);
        Assert.Equal(new GradientMoments(0, 0, 0), SampleMoments.OfGradient([0, 0, 0, 0], [1, 2, 3, 4], units: 2));
        Close(1, SampleMoments.OfGradient([1, 2, 3, 4], [3, 6, 9, 12], units: 2).Echo);
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
}
