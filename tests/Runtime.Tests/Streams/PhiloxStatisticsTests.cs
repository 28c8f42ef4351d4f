using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>
/// Ten million draws of the default stream show flaws ten times smaller than <see cref="StreamStatisticsTests"/> can see. Bounds are
/// 4.5 standard errors under the claimed distribution; seeds are fixed, so nothing here can flake.
/// </summary>
public class PhiloxStatisticsTests
{
    private const int Count = 10_000_000;
    private const int Block = 10_000;
    private const int MaxLag = 8;

    private static readonly double Bound = 4.5 / Math.Sqrt(Count);

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL << 40)]
    public void Normals_have_the_moments_of_a_normal(ulong seed)
    {
        // Standard errors: √(1/n), √(2/n), √(6/n), √(24/n).
        var (mean, variance, skewness, kurtosis) = Moments(Normals(seed, "hidden/1/weights"));
        Assert.Equal(0, mean, Bound);
        Assert.Equal(1, variance, Bound * Math.Sqrt(2));
        Assert.Equal(0, skewness, Bound * Math.Sqrt(6));
        Assert.Equal(3, kurtosis, Bound * Math.Sqrt(24));
    }

    [Fact]
    public void Uniforms_have_the_moments_of_a_uniform()
    {
        // With the standardised moments μ₄ = 9/5, μ₆ = 27/7, μ₈ = 9, errors squared times n are, for the variance over σ⁴, μ₄ − 1; for the
        // skewness, μ₆ − 6μ₄ + 9; for the kurtosis, μ₈ − 4μ₄μ₆ + 4μ₄³ − μ₄² (Kendall and Stuart, volume 1, chapter 10).
        const double m4 = 9 / 5.0, m6 = 27 / 7.0, m8 = 9;
        var (mean, variance, skewness, kurtosis) = Moments(Uniforms(3, "hidden/1/weights"));
        Assert.Equal(0.5, mean, Bound * Math.Sqrt(1 / 12.0));
        Assert.Equal(1 / 12.0, variance, Bound * Math.Sqrt(m4 - 1) / 12);
        Assert.Equal(0, skewness, Bound * Math.Sqrt(m6 - 6 * m4 + 9));
        Assert.Equal(m4, kurtosis, Bound * Math.Sqrt(m8 - 4 * m4 * m6 + 4 * m4 * m4 * m4 - m4 * m4));
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL << 40)]
    public void Distributions_pass_Kolmogorov_and_Smirnov(ulong seed)
    {
        // Above 1.95 / √n once in a thousand. Taken at the edges of 65,536 bins, which can only make it smaller; below 0.2 would be too
        // good to be chance.
        var normal = Distance(Normals(seed, "input"), x => (x + 8) / 16, edge => StreamStatisticsTests.NormalCumulative(16 * edge - 8));
        Assert.InRange(normal * Math.Sqrt(Count), 0.2, 1.95);
        Assert.InRange(Distance(Uniforms(seed, "input"), u => u, edge => edge) * Math.Sqrt(Count), 0.2, 1.95);
    }

    [Fact]
    public void Near_values_are_uncorrelated()
    {
        var sums = new double[MaxLag + 1];
        foreach (var values in Normals(5, "hidden/1/weights", Block + MaxLag))
        {
            for (var lag = 1; lag <= MaxLag; lag++)
                sums[lag] += Products(values.AsSpan(0, Block), values.AsSpan(lag, Block));
        }

        Assert.All(sums, sum => Assert.Equal(0, sum / Count, Bound));
    }

    [Theory]
    [InlineData(7UL, "hidden/1/weights", 7UL, "hidden/2/weights")]
    [InlineData(7UL, "hidden/1/weights", 7UL, "input")]
    [InlineData(7UL, "hidden/1/weights", 8UL, "hidden/1/weights")]
    [InlineData(0UL, "hidden/1/weights", 1UL, "hidden/1/weights")]
    [InlineData(uint.MaxValue, "input", uint.MaxValue + 1UL, "input")]
    public void Tensors_and_neighbouring_seeds_are_uncorrelated(ulong seed, string tensor, ulong otherSeed, string otherTensor)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var (left, right) in Normals(seed, tensor).Zip(Normals(otherSeed, otherTensor)))
        {
            products += Products(left, right);
            for (var i = 0; i < Block; i++)
                squares += (left[i] * left[i] - 1) * (right[i] * right[i] - 1);
        }

        Assert.Equal(0, products / Count, Bound);
        Assert.Equal(0, squares / Count, 2 * Bound);
    }

    /// <summary>All normals, block by block in one buffer; a longer buffer looks into the next block.</summary>
    private static IEnumerable<double[]> Normals(ulong seed, string tensor, int length = Block)
    {
        var (source, key, values) = (DrawSource.Create(RandomStream.Philox, seed), TensorKey.Of(tensor), new double[length]);
        for (var first = 0; first < Count; first += Block)
        {
            source.Normals(key, first, values);
            yield return values;
        }
    }

    private static IEnumerable<double[]> Uniforms(ulong seed, string tensor)
    {
        var (source, key, values) = (DrawSource.Create(RandomStream.Philox, seed), TensorKey.Of(tensor), new double[Block]);
        for (var first = 0; first < Count; first += Block)
        {
            source.Uniforms(key, first, values);
            yield return values;
        }
    }

    private static (double Mean, double Variance, double Skewness, double Kurtosis) Moments(IEnumerable<double[]> blocks)
    {
        var (s1, s2, s3, s4) = (0.0, 0.0, 0.0, 0.0);
        foreach (var values in blocks)
        {
            foreach (var x in values)
            {
                var square = x * x;
                s1 += x;
                s2 += square;
                s3 += square * x;
                s4 += square * square;
            }
        }

        var (mean, m2, m3, m4) = (s1 / Count, s2 / Count, s3 / Count, s4 / Count);
        var variance = m2 - mean * mean;
        var third = m3 - 3 * mean * m2 + 2 * mean * mean * mean;
        var fourth = m4 - 4 * mean * m3 + 6 * mean * mean * m2 - 3 * mean * mean * mean * mean;
        return (mean, variance, third / Math.Pow(variance, 1.5), fourth / (variance * variance));
    }

    /// <summary>The largest distance between the counted and the claimed distribution function at the edges of bins.</summary>
    /// <param name="blocks">The values.</param>
    /// <param name="place">Where a value lies, from 0 to 1.</param>
    /// <param name="cumulative">The claimed function of that place.</param>
    private static double Distance(IEnumerable<double[]> blocks, Func<double, double> place, Func<double, double> cumulative)
    {
        const int bins = 1 << 16;
        var counts = new int[bins];
        foreach (var values in blocks)
        {
            foreach (var x in values)
                counts[(int)(place(x) * bins)]++;
        }

        var (below, distance) = (0L, 0.0);
        for (var edge = 1; edge <= bins; edge++)
        {
            below += counts[edge - 1];
            distance = Math.Max(distance, Math.Abs((double)below / Count - cumulative((double)edge / bins)));
        }

        return distance;
    }

    private static double Products(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
