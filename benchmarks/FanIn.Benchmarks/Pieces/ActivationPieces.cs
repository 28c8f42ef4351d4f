using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Benchmarks.Pieces;

/// <summary>10,000 values between −4 and 4 through an activation and through its derivative; time / 10,000 is that of an element.</summary>
/// <typeparam name="TActivation">The activation, with its defaults.</typeparam>
[GenericTypeArguments(typeof(Sigmoid))]
[GenericTypeArguments(typeof(Tanh))]
[GenericTypeArguments(typeof(Selu))]
[GenericTypeArguments(typeof(Gelu))]
[GenericTypeArguments(typeof(GeluTanh))]
[GenericTypeArguments(typeof(Silu))]
[GenericTypeArguments(typeof(Mish))]
[GenericTypeArguments(typeof(HardSwish))]
[GenericTypeArguments(typeof(Softsign))]
[GenericTypeArguments(typeof(LogSigmoid))]
[GenericTypeArguments(typeof(SparsePlus))]
[GenericTypeArguments(typeof(TanhShrink))]
[GenericTypeArguments(typeof(Erf))]
[GenericTypeArguments(typeof(Sin))]
public class ActivationPieces<TActivation>
    where TActivation : struct, IActivation
{
    private const int Count = 10_000;

    private readonly double[] _x = [.. Enumerable.Range(0, Count).Select(i => (8.0 * i / Count) - 4)];
    private readonly double[] _y = new double[Count];
    private readonly float[] _singleX = [.. Enumerable.Range(0, Count).Select(i => (8f * i / Count) - 4)];
    private readonly float[] _singleY = new float[Count];

    /// <summary>φ in float64.</summary>
    [Benchmark]
    public void Value() => Run<double>(_x, _y, derivative: false);

    /// <summary>φ′ in float64.</summary>
    [Benchmark]
    public void Derivative() => Run<double>(_x, _y, derivative: true);

    /// <summary>φ in float32.</summary>
    [Benchmark]
    public void SingleValue() => Run<float>(_singleX, _singleY, derivative: false);

    private static void Run<T>(T[] x, T[] y, bool derivative)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated && derivative)
            Derivatives<Lanes512<T>, T>(x, y);
        else if (Vector512.IsHardwareAccelerated)
            Values<Lanes512<T>, T>(x, y);
        else if (derivative)
            Derivatives<Lanes256<T>, T>(x, y);
        else
            Values<Lanes256<T>, T>(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Values<TVector, T>(T[] x, T[] y)
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged
    {
        TActivation activation = default;
        for (int i = 0; i < Count; i += TVector.Count)
            activation.Apply(TVector.Load(in x[i])).Store(ref y[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Derivatives<TVector, T>(T[] x, T[] y)
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged
    {
        TActivation activation = default;
        for (int i = 0; i < Count; i += TVector.Count)
            activation.Derivative(TVector.Load(in x[i])).Store(ref y[i]);
    }
}
