using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>The draws have the distribution that they claim. Seeds are fixed, so nothing here can flake.</summary>
public class StreamStatisticsTests
{
    private const int Count = 100_000;

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Normals_have_the_moments_of_a_normal(RandomStream stream)
    {
        // Standard errors of the first four moments: √(1/n), √(2/n), √(15/n), √(96/n); four of each.
        var values = Draw(stream, normal: true);
        var error = 4 / Math.Sqrt(Count);
        Assert.Equal(0, values.Average(), error);
        Assert.Equal(1, values.Average(x => x * x), error * Math.Sqrt(2));
        Assert.Equal(0, values.Average(x => x * x * x), error * Math.Sqrt(15));
        Assert.Equal(3, values.Average(x => x * x * x * x), error * Math.Sqrt(96));
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Distributions_pass_Kolmogorov_and_Smirnov(RandomStream stream)
    {
        // 1.63 / √n is exceeded once in a hundred.
        Assert.InRange(Distance(Draw(stream, normal: true), NormalCumulative) * Math.Sqrt(Count), 0, 1.63);
        Assert.InRange(Distance(Draw(stream, normal: false), u => u) * Math.Sqrt(Count), 0, 1.63);
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Near_values_are_uncorrelated(RandomStream stream)
    {
        var values = Draw(stream, normal: true);
        for (var lag = 1; lag <= 20; lag++)
            Assert.Equal(0, Correlation(values.AsSpan(lag), values), 4 / Math.Sqrt(Count));
    }

    [Fact]
    public void Tensors_and_seeds_of_philox_are_uncorrelated()
    {
        var values = Draw(RandomStream.Philox, normal: true);
        for (ulong other = 1; other <= 20; other++)
        {
            Assert.Equal(0, Correlation(values, Philox(seed: 9, $"hidden/{other}/weights")), 4 / Math.Sqrt(Count));
            Assert.Equal(0, Correlation(values, Philox(seed: 9 + other, "input")), 4 / Math.Sqrt(Count));
        }
    }

    private static double[] Draw(RandomStream stream, bool normal)
    {
        var values = new double[Count];
        var source = DrawSource.Create(stream, 9);
        if (normal)
            source.Normals(TensorKey.Of("input"), 0, values);
        else
            source.Uniforms(TensorKey.Of("input"), 0, values);
        return values;
    }

    private static double[] Philox(ulong seed, string tensor)
    {
        var values = new double[Count];
        DrawSource.Create(RandomStream.Philox, seed).Normals(TensorKey.Of(tensor), 0, values);
        return values;
    }

    /// <summary>Mean product: the correlation of standard normals.</summary>
    private static double Correlation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum / left.Length;
    }

    /// <summary>The largest distance between the empirical and the claimed distribution function.</summary>
    private static double Distance(double[] values, Func<double, double> cumulative)
    {
        Array.Sort(values);
        return values.Select((x, i) => (Claimed: cumulative(x), Index: i))
            .Max(p => Math.Max(p.Claimed - (double)p.Index / Count, (double)(p.Index + 1) / Count - p.Claimed));
    }

    /// <summary>Φ(x) = ½ + φ(x)(x + x³/3 + x⁵/15 + …) (Marsaglia, 2004).</summary>
    internal static double NormalCumulative(double x)
    {
        var (sum, term) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
    }
}
