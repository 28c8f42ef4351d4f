using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Rows;
using FanIn.Runtime.Numerics;

namespace FanIn.Benchmarks.Peers;

/// <summary>The most fused multiply-adds that one core does: independent chains in registers, nothing else. Two flops each.</summary>
public static class FmaPeak
{
    // On two ports with a latency of 4 cycles 8 chains would do; with x they still fit in the 16 registers of AVX2.
    private const int Chains = 12;

    private const int Steps = 100_000;

    private static readonly double[] Sink = new double[8];

    /// <summary>The loops that this machine has vectors for; the time is that of a flop.</summary>
    public static IEnumerable<Contender> Contenders<T>(string dtype)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
            yield return Contender.Of(Names.Fma(512, dtype), Run<Lanes512<T>, T>, 2.0 * Chains * Steps * Lanes512<T>.Count);
        yield return Contender.Of(Names.Fma(256, dtype), Run<Lanes256<T>, T>, 2.0 * Chains * Steps * Lanes256<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TVector, T>()
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged
    {
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        TVector c6 = default, c7 = default, c8 = default, c9 = default, ca = default, cb = default;
        var x = TVector.Constant(0.5);
        for (int i = 0; i < Steps; i++)
        {
            c0 = TVector.FusedMultiplyAdd(x, c0, x);
            c1 = TVector.FusedMultiplyAdd(x, c1, x);
            c2 = TVector.FusedMultiplyAdd(x, c2, x);
            c3 = TVector.FusedMultiplyAdd(x, c3, x);
            c4 = TVector.FusedMultiplyAdd(x, c4, x);
            c5 = TVector.FusedMultiplyAdd(x, c5, x);
            c6 = TVector.FusedMultiplyAdd(x, c6, x);
            c7 = TVector.FusedMultiplyAdd(x, c7, x);
            c8 = TVector.FusedMultiplyAdd(x, c8, x);
            c9 = TVector.FusedMultiplyAdd(x, c9, x);
            ca = TVector.FusedMultiplyAdd(x, ca, x);
            cb = TVector.FusedMultiplyAdd(x, cb, x);
        }

        (c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + ca + cb).Store(ref Unsafe.As<double, T>(ref Sink[0]));
    }
}
