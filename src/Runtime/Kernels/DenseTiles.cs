using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The inner loops of a dense layer: 5 vectors of samples by some units. Each sum is one chain <c>a = fma(z_k, W_kj, a)</c> from +0 with k
/// ascending, so that every tile and width gives the same bits. Sums are written out one by one: an array of them would live in memory.
/// As every kernel here, a tile is optimised from its first call and stays a method of its own: inlined into its caller, the JIT's
/// budget for inlining would run out in the middle of the arithmetic.
/// </summary>
internal static unsafe class DenseTiles
{
    /// <summary>Vectors of samples in a tile.</summary>
    public const int Vectors = 5;

    /// <summary>Five units: 25 sums in registers, the most that 32 registers of 512 bits hold beside 5 inputs and a weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (step, floor) = (TVector.Count, TVector.Broadcast(tile.Floor));
        var (vectorStride, scalarStride, sumStride) = (tile.VectorStride, tile.ScalarStride, tile.SumStride);
        for (var i = 0; i < tile.Count; i++)
        {
            TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
            TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default;
            TVector c20 = default, c21 = default, c22 = default, c23 = default, c24 = default;
            TVector c30 = default, c31 = default, c32 = default, c33 = default, c34 = default;
            TVector c40 = default, c41 = default, c42 = default, c43 = default, c44 = default;
            var z = tile.Vectors;
            var w = tile.Scalars + (i * tile.ScalarsPerTile);
            for (var k = tile.Length; k > 0; k--)
            {
                var x0 = TVector.Load(in z[0]);
                var x1 = TVector.Load(in z[step]);
                var x2 = TVector.Load(in z[2 * step]);
                var x3 = TVector.Load(in z[3 * step]);
                var x4 = TVector.Load(in z[4 * step]);
                var weight = TVector.Broadcast(w[0]);
                c00 = TVector.FusedMultiplyAdd(weight, x0, c00);
                c01 = TVector.FusedMultiplyAdd(weight, x1, c01);
                c02 = TVector.FusedMultiplyAdd(weight, x2, c02);
                c03 = TVector.FusedMultiplyAdd(weight, x3, c03);
                c04 = TVector.FusedMultiplyAdd(weight, x4, c04);
                weight = TVector.Broadcast(w[1]);
                c10 = TVector.FusedMultiplyAdd(weight, x0, c10);
                c11 = TVector.FusedMultiplyAdd(weight, x1, c11);
                c12 = TVector.FusedMultiplyAdd(weight, x2, c12);
                c13 = TVector.FusedMultiplyAdd(weight, x3, c13);
                c14 = TVector.FusedMultiplyAdd(weight, x4, c14);
                weight = TVector.Broadcast(w[2]);
                c20 = TVector.FusedMultiplyAdd(weight, x0, c20);
                c21 = TVector.FusedMultiplyAdd(weight, x1, c21);
                c22 = TVector.FusedMultiplyAdd(weight, x2, c22);
                c23 = TVector.FusedMultiplyAdd(weight, x3, c23);
                c24 = TVector.FusedMultiplyAdd(weight, x4, c24);
                weight = TVector.Broadcast(w[3]);
                c30 = TVector.FusedMultiplyAdd(weight, x0, c30);
                c31 = TVector.FusedMultiplyAdd(weight, x1, c31);
                c32 = TVector.FusedMultiplyAdd(weight, x2, c32);
                c33 = TVector.FusedMultiplyAdd(weight, x3, c33);
                c34 = TVector.FusedMultiplyAdd(weight, x4, c34);
                weight = TVector.Broadcast(w[4]);
                c40 = TVector.FusedMultiplyAdd(weight, x0, c40);
                c41 = TVector.FusedMultiplyAdd(weight, x1, c41);
                c42 = TVector.FusedMultiplyAdd(weight, x2, c42);
                c43 = TVector.FusedMultiplyAdd(weight, x3, c43);
                c44 = TVector.FusedMultiplyAdd(weight, x4, c44);
                z += vectorStride;
                w += scalarStride;
            }

            var a = tile.Sums + (i * 5 * sumStride);
            var bias = tile.Bias<TVector>((i * 5));
            TVector.Max(floor, c00 + bias).Store(ref a[0]);
            TVector.Max(floor, c01 + bias).Store(ref a[step]);
            TVector.Max(floor, c02 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c03 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c04 + bias).Store(ref a[4 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 1);
            TVector.Max(floor, c10 + bias).Store(ref a[0]);
            TVector.Max(floor, c11 + bias).Store(ref a[step]);
            TVector.Max(floor, c12 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c13 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c14 + bias).Store(ref a[4 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 2);
            TVector.Max(floor, c20 + bias).Store(ref a[0]);
            TVector.Max(floor, c21 + bias).Store(ref a[step]);
            TVector.Max(floor, c22 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c23 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c24 + bias).Store(ref a[4 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 3);
            TVector.Max(floor, c30 + bias).Store(ref a[0]);
            TVector.Max(floor, c31 + bias).Store(ref a[step]);
            TVector.Max(floor, c32 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c33 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c34 + bias).Store(ref a[4 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 4);
            TVector.Max(floor, c40 + bias).Store(ref a[0]);
            TVector.Max(floor, c41 + bias).Store(ref a[step]);
            TVector.Max(floor, c42 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c43 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c44 + bias).Store(ref a[4 * step]);
        }
    }

    /// <summary>Two units: 10 sums in registers, the most that 16 registers hold beside 5 inputs and a weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units2<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (step, floor) = (TVector.Count, TVector.Broadcast(tile.Floor));
        var (vectorStride, scalarStride, sumStride) = (tile.VectorStride, tile.ScalarStride, tile.SumStride);
        for (var i = 0; i < tile.Count; i++)
        {
            TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
            TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default;
            var z = tile.Vectors;
            var w = tile.Scalars + (i * tile.ScalarsPerTile);
            for (var k = tile.Length; k > 0; k--)
            {
                var x0 = TVector.Load(in z[0]);
                var x1 = TVector.Load(in z[step]);
                var x2 = TVector.Load(in z[2 * step]);
                var x3 = TVector.Load(in z[3 * step]);
                var x4 = TVector.Load(in z[4 * step]);
                var weight = TVector.Broadcast(w[0]);
                c00 = TVector.FusedMultiplyAdd(weight, x0, c00);
                c01 = TVector.FusedMultiplyAdd(weight, x1, c01);
                c02 = TVector.FusedMultiplyAdd(weight, x2, c02);
                c03 = TVector.FusedMultiplyAdd(weight, x3, c03);
                c04 = TVector.FusedMultiplyAdd(weight, x4, c04);
                weight = TVector.Broadcast(w[1]);
                c10 = TVector.FusedMultiplyAdd(weight, x0, c10);
                c11 = TVector.FusedMultiplyAdd(weight, x1, c11);
                c12 = TVector.FusedMultiplyAdd(weight, x2, c12);
                c13 = TVector.FusedMultiplyAdd(weight, x3, c13);
                c14 = TVector.FusedMultiplyAdd(weight, x4, c14);
                z += vectorStride;
                w += scalarStride;
            }

            var a = tile.Sums + (i * 2 * sumStride);
            var bias = tile.Bias<TVector>((i * 2));
            TVector.Max(floor, c00 + bias).Store(ref a[0]);
            TVector.Max(floor, c01 + bias).Store(ref a[step]);
            TVector.Max(floor, c02 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c03 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c04 + bias).Store(ref a[4 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 2) + 1);
            TVector.Max(floor, c10 + bias).Store(ref a[0]);
            TVector.Max(floor, c11 + bias).Store(ref a[step]);
            TVector.Max(floor, c12 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c13 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c14 + bias).Store(ref a[4 * step]);
        }
    }

    /// <summary>One unit: 5 sums in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units1<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (step, floor) = (TVector.Count, TVector.Broadcast(tile.Floor));
        var (vectorStride, scalarStride, sumStride) = (tile.VectorStride, tile.ScalarStride, tile.SumStride);
        for (var i = 0; i < tile.Count; i++)
        {
            TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
            var z = tile.Vectors;
            var w = tile.Scalars + (i * tile.ScalarsPerTile);
            for (var k = tile.Length; k > 0; k--)
            {
                var x0 = TVector.Load(in z[0]);
                var x1 = TVector.Load(in z[step]);
                var x2 = TVector.Load(in z[2 * step]);
                var x3 = TVector.Load(in z[3 * step]);
                var x4 = TVector.Load(in z[4 * step]);
                var weight = TVector.Broadcast(w[0]);
                c00 = TVector.FusedMultiplyAdd(weight, x0, c00);
                c01 = TVector.FusedMultiplyAdd(weight, x1, c01);
                c02 = TVector.FusedMultiplyAdd(weight, x2, c02);
                c03 = TVector.FusedMultiplyAdd(weight, x3, c03);
                c04 = TVector.FusedMultiplyAdd(weight, x4, c04);
                z += vectorStride;
                w += scalarStride;
            }

            var a = tile.Sums + (i * sumStride);
            var bias = tile.Bias<TVector>(i);
            TVector.Max(floor, c00 + bias).Store(ref a[0]);
            TVector.Max(floor, c01 + bias).Store(ref a[step]);
            TVector.Max(floor, c02 + bias).Store(ref a[2 * step]);
            TVector.Max(floor, c03 + bias).Store(ref a[3 * step]);
            TVector.Max(floor, c04 + bias).Store(ref a[4 * step]);
        }
    }
}
