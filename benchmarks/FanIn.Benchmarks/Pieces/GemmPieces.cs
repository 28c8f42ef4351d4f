using System.Numerics;
using BenchmarkDotNet.Attributes;
using FanIn.Benchmarks.Networks;

namespace FanIn.Benchmarks.Pieces;

/// <summary>A batch of 1000 through layers that do nothing but multiply.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class GemmPieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Network<T>? _network;

    /// <summary>One layer of 100 units, or four of more.</summary>
    [Params(100, 512, 1024)]
    public int Units { get; set; }

    private static string Dtype => typeof(T) == typeof(double) ? "float64" : "float32";

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void Setup() => _network = Network<T>.Open(Units == 100 ? $"gemm/{Dtype}" : $"wide/{Units}-{Dtype}");

    /// <summary>Frees it.</summary>
    [GlobalCleanup]
    public void Cleanup() => _network!.Dispose();

    /// <summary>The forward pass.</summary>
    [Benchmark]
    public void Forward() => _network!.Forward();
}
