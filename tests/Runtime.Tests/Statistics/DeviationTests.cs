using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>The std of weights in one pass.</summary>
public sealed unsafe class DeviationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(3, 5)]
    [InlineData(64, 100)]
    public void It_is_the_population_std_in_every_width(int rows, int columns)
    {
        var w = new double[rows * columns];
        DrawSource.Create(RandomStream.Philox, 5).Normals(TensorKey.Of("w"), 0, w);
        w = [.. w.Select(x => 3 + (0.1 * x))];
        var mean = w.Average();
        var expected = Math.Sqrt(w.Average(x => (x - mean) * (x - mean)));
        var scalar = Std(w, rows, columns, VectorWidth.Scalar);
        Assert.Equal(expected, scalar, 1e-15);
        foreach (var width in new[] { VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512 })
            Assert.Equal(scalar, Std(w, rows, columns, width));
    }

    [Fact]
    public void A_constant_has_none_at_all() =>
        Assert.Equal(0, Std([.. Enumerable.Repeat(0.1, 999)], 27, 37, VectorWidth.Bits256));

    private static double Std(double[] w, int rows, int columns, VectorWidth width)
    {
        fixed (double* data = w)
            return Deviation.Std(TensorView<double>.OfRows(data, rows, columns), width);
    }
}
