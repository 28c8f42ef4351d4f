using System.Text.Json;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Initialisation;

/// <summary>Orthogonal matrices against numpy.linalg.qr on the same draws.</summary>
public sealed class OrthogonalTests
{
    private static readonly JsonElement Reference = TestData.Json("orthogonal.json");

    [Fact]
    public void It_is_numpys_q_with_the_signs_of_r() => Assert.All(Reference.GetProperty("matrices").EnumerateArray(), row =>
    {
        var (rows, columns, gain) =
            (row.GetProperty("rows").GetInt32(), row.GetProperty("columns").GetInt32(), row.GetProperty("gain").GetDouble());
        var actual = Drawn.Weights(
            rows, columns, p => p.DrawOrthogonal(gain), RandomStream.NumpyLegacy, (ulong)row.GetProperty("seed").GetInt32());
        foreach (var (expected, q) in row.GetProperty("q").EnumerateArray().Zip(actual))
            Assert.Equal(expected.GetDouble(), q, 1e-12);
    });

    [Fact]
    public void So_it_is_for_larger_ones() => Assert.All(Reference.GetProperty("large").EnumerateArray(), row =>
    {
        var (rows, columns) = (row.GetProperty("rows").GetInt32(), row.GetProperty("columns").GetInt32());
        var actual = Drawn.Weights(rows, columns, p => p.DrawOrthogonal(1), RandomStream.NumpyLegacy, seed: 0);
        foreach (var (expected, q) in row.GetProperty("first").EnumerateArray().Zip(actual[..5]))
            Assert.Equal(expected.GetDouble(), q, 1e-12);
        foreach (var (expected, q) in row.GetProperty("last").EnumerateArray().Zip(actual[^5..]))
            Assert.Equal(expected.GetDouble(), q, 1e-12);
    });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(3, 7)]
    [InlineData(100, 60)]
    [InlineData(60, 100)]
    [InlineData(128, 128)]
    public void Its_columns_or_rows_are_orthonormal(int rows, int columns)
    {
        var gram = Drawn.Gram(Drawn.Weights(rows, columns, p => p.DrawOrthogonal(1)), rows, columns);
        for (var i = 0; i < gram.GetLength(0); i++)
        {
            for (var j = 0; j < gram.GetLength(1); j++)
                Assert.Equal(i == j ? 1 : 0, gram[i, j], 1e-13);
        }
    }

    /// <summary>
    /// Uniformly distributed: every element of an orthogonal 2 × 2 matrix has mean 0 and variance ½, and both determinants come up.
    /// </summary>
    [Fact]
    public void It_is_uniformly_distributed()
    {
        const int Count = 2000;
        var all = Enumerable.Range(0, Count).Select(seed => Drawn.Weights(2, 2, p => p.DrawOrthogonal(1), seed: (ulong)seed)).ToArray();
        for (var i = 0; i < 4; i++)
        {
            // The element is cos of a uniform angle: std of the mean √(1/2 / n), of the mean square √(1/8 / n); five of each.
            Assert.Equal(0, all.Average(q => q[i]), 5 * Math.Sqrt(0.5 / Count));
            Assert.Equal(0.5, all.Average(q => q[i] * q[i]), 5 * Math.Sqrt(0.125 / Count));
        }

        Assert.InRange(all.Count(q => (q[0] * q[3]) - (q[1] * q[2]) > 0), (Count / 2) - 112, (Count / 2) + 112);
    }

    [Fact]
    public void Single_precision_is_the_double_one_rounded() => Assert.Equal(
        Drawn.Weights(30, 20, p => p.DrawOrthogonal(1.5)).Select(x => (float)x),
        Drawn.Weights<float>(30, 20, p => p.DrawOrthogonal(1.5)));
}
