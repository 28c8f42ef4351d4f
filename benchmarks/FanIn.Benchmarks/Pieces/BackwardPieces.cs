using System.Numerics;
using BenchmarkDotNet.Attributes;
using FanIn.Benchmarks.Networks;

namespace FanIn.Benchmarks.Pieces;

/// <summary>Five layers on a batch of 1000, forth and back.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class BackwardPieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Network<T>? _network;
    private Network<T>? _products;

    /// <summary>Of all layers.</summary>
    [Params("relu", "sigmoid", "tanh")]
    public string Activation { get; set; } = "";

    /// <summary>Of all layers.</summary>
    [Params(100, 512)]
    public int Units { get; set; }

    private static string Dtype => typeof(T) == typeof(double) ? "float64" : "float32";

    /// <summary>Makes the networks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _products = Network<T>.Open($"products/{Units}-{Dtype}");
        _network = Network<T>.Open($"way-back/{Activation}-{Units}-{Dtype}");
        _network.Forward();
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _products!.Dispose();
        _network!.Dispose();
    }

    /// <summary>The forward pass's products alone.</summary>
    [Benchmark(Baseline = true)]
    public void Products() => _products!.Forward();

    /// <summary>dz, da, dW.</summary>
    [Benchmark]
    public void Backward() => _network!.Backward();
}
