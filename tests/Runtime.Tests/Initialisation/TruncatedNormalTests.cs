using System.Text.Json;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;
using FanIn.Theory.Numerics;

namespace FanIn.Runtime.Tests.Initialisation;

/// <summary>Truncated normals against scipy.stats.truncnorm.</summary>
public sealed class TruncatedNormalTests
{
    private static readonly JsonElement[] Reference = [.. TestData.Json("normal-quantile.json").GetProperty("truncated").EnumerateArray()];

    [Fact]
    public void The_constant_of_two_sigmas_is_that_of_keras_and_jax() =>
        Assert.Equal(0.8796256610342398, TruncatedNormalMoments.Between(-2, 2).Std, 2e-16);

    [Fact]
    public void The_std_between_bounds_is_scipys() => Assert.All(Reference, row =>
        Assert.Equal(row.GetProperty("std").GetDouble(), TruncatedNormalMoments.Between(Low(row), High(row)).Std, 1e-9));

    [Fact]
    public void A_uniform_becomes_its_quantile() => Assert.All(Reference, row =>
    {
        var values = row.GetProperty("u").EnumerateArray().Select(u => u.GetDouble()).ToArray();
        var mirrored = Low(row) > 0;        // there the mirror image is drawn: 1 − u for u
        var uniforms = mirrored ? [.. values.Select(u => 1 - u)] : values;
        new TruncatedNormal(0.5, 2, Low(row), High(row), rescale: false).Map(uniforms);
        foreach (var (x, actual) in row.GetProperty("x").EnumerateArray().Zip(uniforms))
            Assert.Equal(0.5 + (2 * x.GetDouble()), actual, 1e-11);
    });

    [Theory]
    [InlineData(-2, 2)]
    [InlineData(-0.5, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    public void No_draw_leaves_the_bounds(double low, double high)
    {
        double[] uniforms = [0, Math.ScaleB(1, -54), 1e-9, 0.5, 1 - 1e-9, Math.BitDecrement(1), 1];
        new TruncatedNormal(0, 1, low, high, rescale: false).Map(uniforms);
        Assert.All(uniforms, x => Assert.InRange(x, low, high));
    }

    [Fact]
    public void Rescaled_it_has_the_std_that_was_asked_for_and_otherwise_what_the_cut_leaves()
    {
        Assert.Equal(0.1, new TruncatedNormal(0, 0.1, -2, 2, rescale: true).AskedStd);
        Assert.Equal(0.1 / 0.8796256610342398, new TruncatedNormal(0, 0.1, -2, 2, rescale: true).Spread, 1e-16);
        Assert.Equal(0.08796256610342398, new TruncatedNormal(0, 0.1, -2, 2, rescale: false).AskedStd, 1e-16);
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        var u = new double[1001];
        DrawSource.Create(RandomStream.Philox, 3).Uniforms(TensorKey.Of("a"), 0, u);
        var distribution = new TruncatedNormal(0.1, 0.7, -1.5, 2, rescale: true);
        var expected = Map<Lane<double>>(distribution, u);
        Assert.Equal(expected, Map<Lanes128<double>>(distribution, u));
        Assert.Equal(expected, Map<Lanes256<double>>(distribution, u));
        Assert.Equal(expected, Map<Lanes512<double>>(distribution, u));
    }

    [Theory]
    [InlineData(RandomStream.Philox, 1)]
    [InlineData(RandomStream.Philox, 3)]
    [InlineData(RandomStream.NumpyLegacy, 1)]
    public void A_tensor_takes_one_uniform_an_element_in_its_order(RandomStream stream, int threads)
    {
        var u = new double[61 * 101];
        DrawSource.Create(stream, 8).Uniforms(TensorKey.Of("a/1/weights"), 0, u);
        new TruncatedNormal(0.3, 0.5, -2, 1, rescale: false).Map(u);
        Assert.Equal(u, Drawn.Weights(61, 101, p => p.DrawTruncatedNormal(0.3, 0.5, -2, 1, rescale: false), stream, threads: threads));
    }

    private static double[] Map<TVector>(TruncatedNormal distribution, double[] uniforms)
        where TVector : struct, IVector<TVector, double>
    {
        var copy = uniforms.ToArray();
        distribution.Map<TVector>(copy);
        return copy;
    }

    private static double Low(JsonElement row) => row.GetProperty("low").GetDouble();

    private static double High(JsonElement row) => row.GetProperty("high").GetDouble();
}
