using FanIn.Runtime.Diagnostics;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>G = UᵀU up to the order of rows, and as many of them as G has rank.</summary>
public sealed class PivotedCholeskyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(9, 4)]
    [InlineData(30, 11)]
    public void The_rank_is_found_and_the_inverse_is_the_matrixs(int size, int rank)
    {
        var random = new Random(size);
        var factor = Enumerable.Range(0, size * rank).Select(_ => random.NextDouble() - 0.5).ToArray();
        var gram = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                gram[(i * size) + j] = Enumerable.Range(0, rank).Sum(k => factor[(i * rank) + k] * factor[(j * rank) + k]);
        }

        var cholesky = new PivotedCholesky(size);
        cholesky.Factor(gram, size);
        Assert.Equal(rank, cholesky.Rank);

        // With c = G w, ‖U⁻ᵀ c‖² over the pivots is wᵀ G w.
        var w = Enumerable.Range(0, size).Select(_ => random.NextDouble()).ToArray();
        var c = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => gram[(i * size) + j] * w[j])).ToArray();
        var expected = w.Zip(c, (left, right) => left * right).Sum();
        var solved = 0.0;
        foreach (var row in cholesky.SolveTransposed(c, columns: 1))
            solved += c[row] * c[row];
        Assert.Equal(expected, solved, 1e-9);
    }

    [Fact]
    public void A_matrix_of_zeros_has_rank_0()
    {
        var cholesky = new PivotedCholesky(3);
        cholesky.Factor(new double[9], 3);
        Assert.Equal(0, cholesky.Rank);
        Assert.True(cholesky.SolveTransposed(new double[3], columns: 1).IsEmpty);
    }
}
