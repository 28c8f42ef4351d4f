using FanIn.Runtime.Data;

namespace FanIn.Runtime.Tests.DataSets;

/// <summary>The digits are those of scikit-learn's load_digits, whose figures stand here.</summary>
public class OpticalDigitsTests
{
    private static readonly LabelledData Digits = OpticalDigits.All;

    [Fact]
    public void They_have_the_published_shape()
    {
        Assert.Equal((1797, 64, 10), (Digits.Samples, Digits.Features, Digits.Classes));
        Assert.Equal(1797 * 64, Digits.Values.Length);
    }

    [Fact]
    public void Their_sums_are_those_of_the_original()
    {
        Assert.Equal(561718, Digits.Values.ToArray().Sum(value => value * 16));
        Assert.Equal(8070, Digits.Labels.ToArray().Sum());
    }

    [Fact]
    public void The_first_image_is_a_zero()
    {
        double[] firstRows = [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0];
        Assert.Equal(0, Digits.Labels[0]);
        Assert.Equal(firstRows, Digits.Sample(0)[..16].ToArray().Select(value => value * 16));
    }

    [Theory]
    [InlineData(0, 178)]
    [InlineData(1, 182)]
    [InlineData(5, 182)]
    [InlineData(8, 174)]
    [InlineData(9, 180)]
    public void Each_class_has_as_many_images_as_published(int digit, int images) =>
        Assert.Equal(images, Digits.Labels.ToArray().Count(label => label == digit));
}
