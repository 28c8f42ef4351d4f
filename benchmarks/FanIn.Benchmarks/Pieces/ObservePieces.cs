using System.Numerics;
using BenchmarkDotNet.Attributes;
using FanIn.Benchmarks.Networks;

namespace FanIn.Benchmarks.Pieces;

/// <summary>All statistics of 500,000 activations: one bin is as good as no histogram, so that it shows what the moments cost.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class ObservePieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Network<T>? _network;

    /// <summary>Bins over (0, 1); 30 and 32 have exact arithmetic, 100 needs a correction.</summary>
    [Params(1, 30, 32, 64, 100, 1024)]
    public int Bins { get; set; }

    /// <summary>Makes the network and its activations.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _network = Network<T>.Open($"curve-bins/{(typeof(T) == typeof(double) ? "float64" : "float32")}-{Bins}");
        _network.Forward();
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Cleanup() => _network!.Dispose();

    /// <summary>Five layers.</summary>
    [Benchmark]
    public void Observe() => _network!.Observe();
}
