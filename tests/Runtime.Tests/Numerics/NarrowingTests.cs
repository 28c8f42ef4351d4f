using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Draws are float64 and become the dtype's nearest numbers.</summary>
public sealed class NarrowingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1037)]
    public void Every_number_becomes_the_nearest_float(int length)
    {
        var random = new Random(5);
        var source = Enumerable.Range(0, length).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).ToArray();
        var rounded = new float[length + 1];
        Narrowing.Round(source, rounded);
        Assert.Equal(source.Select(x => (float)x), rounded[..length]);
        Assert.Equal(0, rounded[length]);
    }

    [Fact]
    public void Ties_go_to_even_and_what_is_too_large_to_infinity()
    {
        const double Step = 1.0 / (1 << 23);
        double[] source = [1 + (0.5 * Step), 1 + (1.5 * Step), -1 - (0.5 * Step), 1e300, -1e300, 1e-46, -0.0, 1 + (0.51 * Step)];
        var rounded = new float[source.Length];
        Narrowing.Round(source, rounded);
        Assert.Equal(
            [1, 1 + (2 * (float)Step), -1, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, 1 + (float)Step], rounded);
    }

    [Fact]
    public void Float64_stays_as_it_is()
    {
        var copy = new double[3];
        Narrowing.Round([1.1, -0.0, double.MaxValue], copy.AsSpan());
        Assert.Equal([1.1, -0.0, double.MaxValue], copy);
    }
}
