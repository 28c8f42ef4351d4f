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
    public static void Units5<T, TVector>(T* z, T* w, T* a, int fanIn, int fanOut, int blockRows)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default, c24 = default;
        TVector c30 = default, c31 = default, c32 = default, c33 = default, c34 = default;
        TVector c40 = default, c41 = default, c42 = default, c43 = default, c44 = default;
        for (var k = 0; k < fanIn; k++)
        {
            var x0 = TVector.Load(in z[0]);
            var x1 = TVector.Load(in z[step]);
            var x2 = TVector.Load(in z[2 * step]);
            var x3 = TVector.Load(in z[3 * step]);
            var x4 = TVector.Load(in z[4 * step]);
            var weight = TVector.Broadcast(w[0]);
            c00 = TVector.FusedMultiplyAdd(x0, weight, c00);
            c01 = TVector.FusedMultiplyAdd(x1, weight, c01);
            c02 = TVector.FusedMultiplyAdd(x2, weight, c02);
            c03 = TVector.FusedMultiplyAdd(x3, weight, c03);
            c04 = TVector.FusedMultiplyAdd(x4, weight, c04);
            weight = TVector.Broadcast(w[1]);
            c10 = TVector.FusedMultiplyAdd(x0, weight, c10);
            c11 = TVector.FusedMultiplyAdd(x1, weight, c11);
            c12 = TVector.FusedMultiplyAdd(x2, weight, c12);
            c13 = TVector.FusedMultiplyAdd(x3, weight, c13);
            c14 = TVector.FusedMultiplyAdd(x4, weight, c14);
            weight = TVector.Broadcast(w[2]);
            c20 = TVector.FusedMultiplyAdd(x0, weight, c20);
            c21 = TVector.FusedMultiplyAdd(x1, weight, c21);
            c22 = TVector.FusedMultiplyAdd(x2, weight, c22);
            c23 = TVector.FusedMultiplyAdd(x3, weight, c23);
            c24 = TVector.FusedMultiplyAdd(x4, weight, c24);
            weight = TVector.Broadcast(w[3]);
            c30 = TVector.FusedMultiplyAdd(x0, weight, c30);
            c31 = TVector.FusedMultiplyAdd(x1, weight, c31);
            c32 = TVector.FusedMultiplyAdd(x2, weight, c32);
            c33 = TVector.FusedMultiplyAdd(x3, weight, c33);
            c34 = TVector.FusedMultiplyAdd(x4, weight, c34);
            weight = TVector.Broadcast(w[4]);
            c40 = TVector.FusedMultiplyAdd(x0, weight, c40);
            c41 = TVector.FusedMultiplyAdd(x1, weight, c41);
            c42 = TVector.FusedMultiplyAdd(x2, weight, c42);
            c43 = TVector.FusedMultiplyAdd(x3, weight, c43);
            c44 = TVector.FusedMultiplyAdd(x4, weight, c44);
            z += blockRows;
            w += fanOut;
        }

        c00.Store(ref a[0]);
        c01.Store(ref a[step]);
        c02.Store(ref a[2 * step]);
        c03.Store(ref a[3 * step]);
        c04.Store(ref a[4 * step]);
        a += blockRows;
        c10.Store(ref a[0]);
        c11.Store(ref a[step]);
        c12.Store(ref a[2 * step]);
        c13.Store(ref a[3 * step]);
        c14.Store(ref a[4 * step]);
        a += blockRows;
        c20.Store(ref a[0]);
        c21.Store(ref a[step]);
        c22.Store(ref a[2 * step]);
        c23.Store(ref a[3 * step]);
        c24.Store(ref a[4 * step]);
        a += blockRows;
        c30.Store(ref a[0]);
        c31.Store(ref a[step]);
        c32.Store(ref a[2 * step]);
        c33.Store(ref a[3 * step]);
        c34.Store(ref a[4 * step]);
        a += blockRows;
        c40.Store(ref a[0]);
        c41.Store(ref a[step]);
        c42.Store(ref a[2 * step]);
        c43.Store(ref a[3 * step]);
        c44.Store(ref a[4 * step]);
    }

    /// <summary>Two units: 10 sums in registers, the most that 16 registers hold beside 5 inputs and a weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units2<T, TVector>(T* z, T* w, T* a, int fanIn, int fanOut, int blockRows)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default;
        for (var k = 0; k < fanIn; k++)
        {
            var x0 = TVector.Load(in z[0]);
            var x1 = TVector.Load(in z[step]);
            var x2 = TVector.Load(in z[2 * step]);
            var x3 = TVector.Load(in z[3 * step]);
            var x4 = TVector.Load(in z[4 * step]);
            var weight = TVector.Broadcast(w[0]);
            c00 = TVector.FusedMultiplyAdd(x0, weight, c00);
            c01 = TVector.FusedMultiplyAdd(x1, weight, c01);
            c02 = TVector.FusedMultiplyAdd(x2, weight, c02);
            c03 = TVector.FusedMultiplyAdd(x3, weight, c03);
            c04 = TVector.FusedMultiplyAdd(x4, weight, c04);
            weight = TVector.Broadcast(w[1]);
            c10 = TVector.FusedMultiplyAdd(x0, weight, c10);
            c11 = TVector.FusedMultiplyAdd(x1, weight, c11);
            c12 = TVector.FusedMultiplyAdd(x2, weight, c12);
            c13 = TVector.FusedMultiplyAdd(x3, weight, c13);
            c14 = TVector.FusedMultiplyAdd(x4, weight, c14);
            z += blockRows;
            w += fanOut;
        }

        c00.Store(ref a[0]);
        c01.Store(ref a[step]);
        c02.Store(ref a[2 * step]);
        c03.Store(ref a[3 * step]);
        c04.Store(ref a[4 * step]);
        a += blockRows;
        c10.Store(ref a[0]);
        c11.Store(ref a[step]);
        c12.Store(ref a[2 * step]);
        c13.Store(ref a[3 * step]);
        c14.Store(ref a[4 * step]);
    }

    /// <summary>One unit: 5 sums in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units1<T, TVector>(T* z, T* w, T* a, int fanIn, int fanOut, int blockRows)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default;
        for (var k = 0; k < fanIn; k++)
        {
            var x0 = TVector.Load(in z[0]);
            var x1 = TVector.Load(in z[step]);
            var x2 = TVector.Load(in z[2 * step]);
            var x3 = TVector.Load(in z[3 * step]);
            var x4 = TVector.Load(in z[4 * step]);
            var weight = TVector.Broadcast(w[0]);
            c00 = TVector.FusedMultiplyAdd(x0, weight, c00);
            c01 = TVector.FusedMultiplyAdd(x1, weight, c01);
            c02 = TVector.FusedMultiplyAdd(x2, weight, c02);
            c03 = TVector.FusedMultiplyAdd(x3, weight, c03);
            c04 = TVector.FusedMultiplyAdd(x4, weight, c04);
            z += blockRows;
            w += fanOut;
        }

        c00.Store(ref a[0]);
        c01.Store(ref a[step]);
        c02.Store(ref a[2 * step]);
        c03.Store(ref a[3 * step]);
        c04.Store(ref a[4 * step]);
    }
}
