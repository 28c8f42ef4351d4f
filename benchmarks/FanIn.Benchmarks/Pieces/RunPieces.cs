using System.Numerics;
using BenchmarkDotNet.Attributes;
using FanIn.Benchmarks.Networks;

namespace FanIn.Benchmarks.Pieces;

/// <summary>The standard run, whole and in its parts.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class RunPieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Network<T>? _network;

    /// <summary>Of all layers.</summary>
    [Params("relu", "sigmoid", "tanh")]
    public string Activation { get; set; } = "";

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void Setup() => _network = Network<T>.Open($"standard-{Activation}/{(typeof(T) == typeof(double) ? "float64" : "float32")}");

    /// <summary>Frees it.</summary>
    [GlobalCleanup]
    public void Cleanup() => _network!.Dispose();

    /// <summary>Input and weights.</summary>
    [Benchmark]
    public void Draw() => _network!.Draw();

    /// <summary>Five layers.</summary>
    [Benchmark]
    public void Forward() => _network!.Forward();

    /// <summary>All statistics.</summary>
    [Benchmark]
    public void Observe() => _network!.Observe();

    /// <summary>All three.</summary>
    [Benchmark]
    public void Whole() => _network!.Run();
}
