using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Benchmarks.Pieces;

/// <summary>10,000 values between −4 and 4 through a function: FanIn's own, and that of System.Numerics.Tensors.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class FunctionPieces<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Count = 10_000;

    private readonly T[] _x = [.. Enumerable.Range(0, Count).Select(i => T.CreateChecked((8.0 * i / Count) - 4))];
    private readonly T[] _y = new T[Count];

    /// <summary>max(0, x).</summary>
    [Benchmark]
    public void Relu() => Apply(new Relu());

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [Benchmark]
    public void Sigmoid() => Apply(new Sigmoid());

    /// <summary>tanh x.</summary>
    [Benchmark]
    public void Tanh() => Apply(new Tanh());

    /// <summary>xσ(x).</summary>
    [Benchmark]
    public void Silu() => Apply(new Silu());

    /// <summary>xσ(x) as the generator makes it of a formula.</summary>
    [Benchmark]
    public void FormulaSilu() => Apply(new global::FanIn.Benchmarks.FormulaSilu.Activation_Sigmoid());

    /// <summary>eˣ.</summary>
    [Benchmark]
    public void Exp() => Apply(new Exponential());

    /// <summary>max(0, x) of System.Numerics.Tensors.</summary>
    [Benchmark]
    public void TensorsRelu() => TensorPrimitives.Max(_x, T.Zero, _y);

    /// <summary>1 / (1 + e⁻ˣ) of System.Numerics.Tensors.</summary>
    [Benchmark]
    public void TensorsSigmoid() => TensorPrimitives.Sigmoid<T>(_x, _y);

    /// <summary>tanh x of System.Numerics.Tensors.</summary>
    [Benchmark]
    public void TensorsTanh() => TensorPrimitives.Tanh<T>(_x, _y);

    /// <summary>eˣ of System.Numerics.Tensors.</summary>
    [Benchmark]
    public void TensorsExp() => TensorPrimitives.Exp<T>(_x, _y);

    private void Apply<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        if (Vector512.IsHardwareAccelerated)
            Loop<Lanes512<T>, TActivation>(activation);
        else
            Loop<Lanes256<T>, TActivation>(activation);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Loop<TVector, TActivation>(TActivation activation)
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        ref T x = ref _x[0];
        ref T y = ref _y[0];
        for (int i = 0; i < Count; i += TVector.Count)
            activation.Apply(TVector.Load(in Unsafe.Add(ref x, i))).Store(ref Unsafe.Add(ref y, i));
    }

    /// <summary>eˣ as if it were an activation.</summary>
    private readonly struct Exponential : IActivation
    {
        public static ActivationRange Range => ActivationRange.NonNegative;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => Functions.Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => Functions.Exp(x);
    }
}
