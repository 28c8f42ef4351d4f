using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FanIn.Benchmarks.Peers;

/// <summary>The most fused multiply-adds that one core does: independent chains in registers, nothing else. Two flops each.</summary>
public static class FmaPeak
{
    private const int Steps = 100_000;

    private static double _sink;

    /// <summary>Flops of one call.</summary>
    public static double Flops<T>() => Steps * 16.0 * 2 * (Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count);

    /// <summary>16 chains hide the latency of 4 cycles on two ports with room to spare.</summary>
    public static void Run<T>()
    {
        if (Vector512.IsHardwareAccelerated)
            Run512<T>();
        else
            Run256<T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run512<T>()
    {
        Vector512<T> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        Vector512<T> c8 = default, c9 = default, ca = default, cb = default, cc = default, cd = default, ce = default, cf = default;
        var x = Vector512.Create((T)Convert.ChangeType(0.5, typeof(T)));
        for (int i = 0; i < Steps; i++)
        {
            c0 = Fma(x, c0, x); c1 = Fma(x, c1, x); c2 = Fma(x, c2, x); c3 = Fma(x, c3, x);
            c4 = Fma(x, c4, x); c5 = Fma(x, c5, x); c6 = Fma(x, c6, x); c7 = Fma(x, c7, x);
            c8 = Fma(x, c8, x); c9 = Fma(x, c9, x); ca = Fma(x, ca, x); cb = Fma(x, cb, x);
            cc = Fma(x, cc, x); cd = Fma(x, cd, x); ce = Fma(x, ce, x); cf = Fma(x, cf, x);
        }

        var sum = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + ca + cb + cc + cd + ce + cf;
        _sink = Convert.ToDouble(sum[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run256<T>()
    {
        // 12 chains and x: 16 registers hold no more without spilling, and ten hide the latency.
        Vector256<T> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        Vector256<T> c8 = default, c9 = default, ca = default, cb = default;
        var x = Vector256.Create((T)Convert.ChangeType(0.5, typeof(T)));
        for (int i = 0; i < Steps / 3 * 4; i++)
        {
            c0 = Fma(x, c0, x); c1 = Fma(x, c1, x); c2 = Fma(x, c2, x); c3 = Fma(x, c3, x);
            c4 = Fma(x, c4, x); c5 = Fma(x, c5, x); c6 = Fma(x, c6, x); c7 = Fma(x, c7, x);
            c8 = Fma(x, c8, x); c9 = Fma(x, c9, x); ca = Fma(x, ca, x); cb = Fma(x, cb, x);
        }

        var sum = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + ca + cb;
        _sink = Convert.ToDouble(sum[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Fma<T>(Vector512<T> x, Vector512<T> y, Vector512<T> z) => typeof(T) == typeof(double)
        ? Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Fma<T>(Vector256<T> x, Vector256<T> y, Vector256<T> z) => typeof(T) == typeof(double)
        ? Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
        : Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();
}
