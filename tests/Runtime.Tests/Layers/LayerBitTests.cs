using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>
/// Neither threads nor vector width nor what is kept change a bit, forth or back, and memory does not grow with depth where it need not.
/// </summary>
public sealed class LayerBitTests
{
    private static readonly Link[] Everything =
    [
        Dense(30, "tanh", bias: true), Norm("layer_norm"), Dense(17),
        Norm("rms_norm"), Norm("batch_norm"), Act("relu"), Dropout(0.7), Dense(30, "relu"),
        Residual(2, 0.5), Dense(30), Dropout(0.5), Residual(9), Residual(1, -0.3),
    ];

    [Theory]
    [InlineData(301)]
    [InlineData(7)]
    [InlineData(1)]
    public void Threads_and_widths_give_the_same_bits(int batch)
    {
        Check<double>(new(batch, 23, Everything) { Backward = true });
        Check<float>(new(batch, 23, Everything) { Backward = true });
        Check<double>(new(batch, 23, [.. Everything.Where(link => link.Kind != "batch_norm").Select(Closer)]) { Backward = true });
    }

    [Fact]
    public void What_is_kept_changes_no_result()
    {
        var chain = new Chain(301, 23, Everything) { PreActivations = new(10, null), Weights = new(10, null) };
        using var all = new ChainExperiment<double>(chain, seed: 3);
        using var last = new ChainExperiment<double>(chain with { KeepAll = false }, seed: 3, threads: 2);
        Assert.Equal(RunBits.Text(all.Run()), RunBits.Text(last.Run()));
        Assert.Equal(all.Output(Everything.Length - 1), last.Output(Everything.Length - 1));
        Assert.Contains("keep: all", Assert.Throws<InvalidOperationException>(() => last.Output(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_keep_all_memory_is_two_layers_and_one_more_for_each_nesting()
    {
        Assert.Equal(2, Buffers(Norm("layer_norm"), Dense(30), Act("relu"), Dropout(0.5), Norm("batch_norm")));
        Assert.Equal(3, Buffers([Dense(30), .. Blocks(1)]));
        Assert.Equal(3, Buffers([Dense(30), .. Blocks(20)]));
        Assert.Equal(4, Buffers(Dense(30), Dense(30), Dense(30), Norm("rms_norm"), Residual(2), Residual(1), Act("relu"), Residual(1)));
        Assert.Equal(2, Buffers(Dense(30), Dense(30), Act("relu"), Residual(0)));     // the input has memory of its own
    }

    [Fact]
    public void Deep_networks_of_nested_residuals_keep_what_is_still_to_be_read()
    {
        var chain = new Chain(50, 30, [Dense(30), .. Blocks(12), Dense(30), Residual(1, 0.1)]);
        using var all = new ChainExperiment<float>(chain);
        using var last = new ChainExperiment<float>(chain with { KeepAll = false });
        Assert.Equal(RunBits.Text(all.Run()), RunBits.Text(last.Run()));
    }

    /// <summary>Blocks of a norm, a dense layer and what entered them.</summary>
    private static Link[] Blocks(int count) =>
        [.. Enumerable.Range(0, count).SelectMany(i => (Link[])[Norm("layer_norm"), Dense(30, "relu"), Residual(1 + (3 * i), 0.3)])];

    private static long Buffers(params Link[] links)
    {
        using var experiment = new ChainExperiment<double>(new(40, 30, links) { KeepAll = false });
        return (experiment.ActivationElements / (40 * 30)) - 1;
    }

    /// <summary>Where a layer before it is left out.</summary>
    private static Link Closer(Link link) => link with { Skip = link.Skip > 4 ? link.Skip - 1 : link.Skip };

    private static void Check<T>(Chain chain)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var expected = Text<T>(chain, threads: 1, VectorWidth.Scalar);
        foreach (var width in Enum.GetValues<VectorWidth>())
            Assert.Equal(expected, Text<T>(chain, threads: 1, width));
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(expected, Text<T>(chain, threads, VectorWidths.Preferred));
    }

    private static string Text<T>(Chain chain, int threads, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var experiment = new ChainExperiment<T>(chain, 9, RandomStream.Philox, threads, width);
        return RunBits.Text(experiment.Run()) + experiment.Bits();
    }
}
