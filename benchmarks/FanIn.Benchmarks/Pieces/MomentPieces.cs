using System.Numerics;
using BenchmarkDotNet.Attributes;
using FanIn.Benchmarks.Networks;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;

namespace FanIn.Benchmarks.Pieces;

/// <summary>What the moments of one layer's 100,000 activations cost, step by step, without a histogram.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class MomentPieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Network<T>? _network;
    private MomentReduction<T>? _moments;
    private TensorView<T> _view;

    /// <summary>Makes the network and its activations.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _network = Network<T>.Open($"standard-sigmoid/{(typeof(T) == typeof(double) ? "float64" : "float32")}");
        _network.Forward();
        _view = _network.Activations(2).View();
        _moments = new(VectorWidths.Preferred, default(ReductionCapacity).Include(_view.Series, _view.Length).Include(1, _view.Length));
        _moments.Begin(_view);
        Chunks();
        Combine();
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Cleanup() => _network!.Dispose();

    /// <summary>Chunks of 40 elements: nearly all of the work, and what threads share.</summary>
    [Benchmark]
    public void Chunks()
    {
        for (int chunk = 0; chunk < _view.Chunks; chunk++)
            _moments!.ReduceChunk(chunk);
    }

    /// <summary>From the chunks to the units and to the layer.</summary>
    [Benchmark]
    public void Combine() => _moments!.Combine();

    /// <summary>The variance over samples of the mean over units.</summary>
    [Benchmark]
    public double AcrossUnits() => _moments!.AcrossSeries().Variance;
}
