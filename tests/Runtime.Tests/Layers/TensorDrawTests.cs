using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>What a tensor is filled with: the stream's numbers, one operation after the other.</summary>
public sealed class TensorDrawTests
{
    [Theory]
    [InlineData(RandomStream.Philox, 1)]
    [InlineData(RandomStream.Philox, 3)]
    [InlineData(RandomStream.NumpyLegacy, 3)]
    [InlineData(RandomStream.NumpyPcg64, 1)]
    public void Normals_are_scaled_and_then_shifted(RandomStream stream, int threads)
    {
        var g = new double[61 * 101];
        DrawSource.Create(stream, 8).Normals(TensorKey.Of("a/1/weights"), 0, g);
        Assert.Equal(g.Select(x => (0.3 * x) + 0.7), Draw(stream, threads, p => p.DrawNormal(mean: 0.7, std: 0.3)));
        Assert.Equal(g.Select(x => 0.3 * x), Draw(stream, threads, p => p.DrawNormal(mean: 0, std: 0.3)));
    }

    [Theory]
    [InlineData(RandomStream.Philox, 3)]
    [InlineData(RandomStream.NumpyLegacy, 1)]
    public void Uniforms_are_stretched_from_the_low_end(RandomStream stream, int threads)
    {
        var u = new double[61 * 101];
        DrawSource.Create(stream, 8).Uniforms(TensorKey.Of("a/1/weights"), 0, u);
        Assert.Equal(u.Select(x => -0.2 + ((0.9 - -0.2) * x)), Draw(stream, threads, p => p.DrawUniform(min: -0.2, max: 0.9)));
    }

    [Fact]
    public void Constants_draw_nothing()
    {
        var after = Draw(RandomStream.NumpyPcg64, 1, p =>
        {
            p.DrawConstant(3);
            p.DrawNormal(0, 1);
        });
        Assert.Equal(Draw(RandomStream.NumpyPcg64, 1, p => p.DrawNormal(0, 1)), after);
        Assert.All(Draw(RandomStream.NumpyPcg64, 1, p => p.DrawConstant(3)), x => Assert.Equal(3, x));
    }

    private static double[] Draw(RandomStream stream, int threads, Action<Parameter<double>> draw)
    {
        using var team = new WorkerTeam(threads);
        var parameter = new Parameter<double>(61, 101, "a/1/weights", new(DrawSource.Create(stream, 8), team, longestRow: 1));
        draw(parameter);
        var copy = new double[61 * 101];
        parameter.CopyTo(copy);
        ((IDisposable)parameter).Dispose();
        return copy;
    }
}
