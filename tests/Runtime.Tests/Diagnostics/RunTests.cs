using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>Diagnostics have the same bits everywhere, change nothing that they look at, and allocate nothing.</summary>
public sealed class RunTests
{
    private static readonly DiagnosedPlan Everything = new(
        301, 23, Link.Dense(37, "tanh"), Link.Norm("rms_norm"), Link.Dense(1, "sigmoid"), Link.Dense(45, "relu"), Link.Act("tanh"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_and_widths_change_no_bit(bool narrow)
    {
        var expected = Text(1, VectorWidth.Scalar);
        foreach (var width in Enum.GetValues<VectorWidth>())
            Assert.Equal(expected, Text(1, width));
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(expected, Text(threads, VectorWidths.Preferred));

        string Text(int threads, VectorWidth width)
        {
            if (narrow)
            {
                using var single = new DiagnosedNetwork<float>(Everything, seed: 9, RandomStream.Philox, threads, width);
                return RunBits.Text(single.Run());
            }

            using var network = new DiagnosedNetwork<double>(Everything, seed: 9, RandomStream.Philox, threads, width);
            return RunBits.Text(network.Run());
        }
    }

    [Fact]
    public void Nothing_else_changes_by_being_looked_at()
    {
        foreach (var stream in (RandomStream[])[RandomStream.Philox, RandomStream.NumpyLegacy, RandomStream.NumpyPcg64])
        {
            using var looked = new DiagnosedNetwork<double>(Everything, seed: 4, stream);
            using var plain = new DiagnosedNetwork<double>(Everything with { Groups = DiagnosticGroups.None }, seed: 4, stream);
            Assert.Equal(RunBits.Text(plain.Run()), RunBits.Text(WithoutDiagnostics(looked.Run())));
            Assert.Equal(Gradients(plain), Gradients(looked));
        }

        static ExperimentResult WithoutDiagnostics(ExperimentResult result) =>
            result with { Layers = [.. result.Layers.Select(layer => layer with { Diagnostics = LayerDiagnostics.None })] };

        static double[] Gradients(DiagnosedNetwork<double> network)
        {
            var copy = new double[301 * 23];
            network.InputGradients.CopyTo(copy);
            return [.. copy, .. Enumerable.Range(0, 23).Select(k => network.WeightGradient(0)[k, 36])];
        }
    }

    [Fact]
    public void A_second_run_finds_the_same()
    {
        using var network = new DiagnosedNetwork<double>(Everything, seed: 2);
        Assert.Equal(network.Diagnose(), network.Diagnose());
    }

    /// <summary>Probes come from philox and the seed, so other streams have them too: with the same weights the same is found.</summary>
    [Fact]
    public void Probes_do_not_depend_on_the_stream()
    {
        var plan = new DiagnosedPlan(20, 4, Link.Dense(6, "tanh"), Link.Dense(5, "tanh"));
        LayerDiagnostics[] Of(RandomStream stream, ulong seed)
        {
            using var network = new DiagnosedNetwork<double>(plan, seed, stream)
            {
                Change = network =>
                {
                    network.Input.CopyFrom([.. Enumerable.Range(0, 80).Select(i => (i % 11) - 5.0)]);
                    foreach (var weights in network.Weights)
                        weights.CopyFrom([.. Enumerable.Range(0, weights.Rows * weights.Columns).Select(i => ((i * 7 % 13) - 6) / 10.0)]);
                },
            };
            return [.. network.Diagnose().Select(layer => layer with { WeightGradientRank = null })];
        }

        Assert.Equal(Of(RandomStream.Philox, 8), Of(RandomStream.NumpyLegacy, 8));
        Assert.NotEqual(Of(RandomStream.Philox, 8)[0].JacobianMean, Of(RandomStream.Philox, 9)[0].JacobianMean);
    }

    [Fact]
    public void What_is_kept_changes_no_diagnostic()
    {
        var plan = Everything with { HasBackward = false, Groups = Everything.Groups & ~DiagnosticGroups.Jacobian };
        using var all = new DiagnosedNetwork<double>(plan, seed: 5);
        using var last = new DiagnosedNetwork<double>(plan with { KeepAll = false }, seed: 5, threads: 2);
        Assert.Equal(all.Diagnose(), last.Diagnose());
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void Nothing_is_allocated(RandomStream stream)
    {
        using var network = new DiagnosedNetwork<double>(Everything, seed: 3, stream);
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            network.Draw();
            network.Forward();
            network.Backward();
            network.Observe();
        }));
    }
}
