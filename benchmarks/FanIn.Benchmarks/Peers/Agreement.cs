using System.Numerics;
using FanIn.Benchmarks.Networks;

namespace FanIn.Benchmarks.Peers;

/// <summary>That peers compute what FanIn computes: nobody is timed on nonsense.</summary>
internal static class Agreement
{
    /// <summary>Same weights, same input: the same output but for rounding.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check<T>(Network<T> network, OnnxPeer<T> onnx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        network.Forward();
        onnx.Run();
        double tolerance = typeof(T) == typeof(double) ? 1e-12 : 1e-4;
        T[] ours = network.Output();
        for (int i = 0; i < ours.Length; i++)
            Near(double.CreateTruncating(ours[i]), double.CreateTruncating(onnx.Output[i]), tolerance, $"{network.Definition.Id}, output {i}");
    }

    /// <summary>The run that observes less still gets its mean and std right.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check<T>(Network<T> network, MinimalRun<T> minimal)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        network.Run();
        minimal.Run();
        foreach (var (ours, theirs) in network.Result().Layers.Zip(minimal.Layers))
        {
            Near(theirs.Mean, ours.Activations!.Mean, 1e-4, $"{ours.Name}, mean of the minimal run");
            Near(theirs.Std, ours.Activations!.Std, 1e-4, $"{ours.Name}, std of the minimal run");
        }
    }

    /// <summary>
    /// Same stream, same seed: every count is the same in float64; in float32 sums are rounded differently, and a value next to an edge
    /// may be counted on its other side.
    /// </summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check(NumpyPeer numpy, string activation)
    {
        Check<double>(numpy.ScriptResult(activation), $"standard-{activation}/float64", RandomStream.NumpyLegacy, 0, 1e-10);
        Check<double>(numpy.TunedResult(activation, "float64"), $"standard-{activation}/float64", RandomStream.NumpyPcg64, 0, 1e-10);
        Check<float>(numpy.TunedResult(activation, "float32"), $"standard-{activation}/float32", RandomStream.NumpyPcg64, 0.01, 1e-4);
    }

    private static void Check<T>(double[][] layers, string id, RandomStream stream, double countTolerance, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var network = Network<T>.Open(id, stream: stream);
        network.Run();
        foreach (var (theirs, layer) in layers.Zip(network.Result().Layers))
        {
            string what = $"{id} with {stream}, {layer.Name}";
            var ours = layer.Activations!;
            Near(ours.Mean, theirs[0], tolerance, $"{what}, mean");
            Near(ours.Std, theirs[1], tolerance, $"{what}, std");
            foreach (var (count, i) in ours.Histogram.Counts.Select((count, i) => (count, i)))
                Near(count, theirs[2 + i], countTolerance, $"{what}, bin {i}");
        }
    }

    private static void Near(double ours, double theirs, double tolerance, string what)
    {
        if (!(Math.Abs(ours - theirs) <= tolerance * Math.Max(1, Math.Abs(theirs))))
            throw new InvalidOperationException($"{what}: FanIn has {ours:R}, the peer {theirs:R}. Nothing was timed.");
    }
}
