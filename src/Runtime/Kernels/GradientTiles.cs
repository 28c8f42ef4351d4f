using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The inner loops of a weight gradient, dW = zᵀ da: each sum is one chain <c>dW = fma(z_ik, da_ij, dW)</c> from +0 with the sample i
/// ascending through the whole batch, so that every tile and width gives the same bits. Written as <see cref="DenseTiles"/> is, and why.
/// </summary>
internal static unsafe class GradientTiles
{
    /// <summary>Vectors of a wide tile.</summary>
    public const int Vectors = 4;

    /// <summary>Five units before by four vectors: 20 sums beside 4 vectors and a scalar, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (step, last) = (TVector.Count, tile.Units - 1);
        nint u1 = Math.Min(1, last) * tile.BlockRows, u2 = Math.Min(2, last) * tile.BlockRows;
        nint u3 = Math.Min(3, last) * tile.BlockRows, u4 = Math.Min(4, last) * tile.BlockRows;
        TVector c00 = default, c01 = default, c02 = default, c03 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default;
        TVector c30 = default, c31 = default, c32 = default, c33 = default;
        TVector c40 = default, c41 = default, c42 = default, c43 = default;
        var da = tile.Vectors;
        var block = tile.Scalars;
        for (var left = tile.Batch; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
        {
            var z = block;
            for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
            {
                var x0 = TVector.Load(in da[0]);
                var x1 = TVector.Load(in da[step]);
                var x2 = TVector.Load(in da[2 * step]);
                var x3 = TVector.Load(in da[3 * step]);
                var scalar = TVector.Broadcast(z[0]);
                c00 = TVector.FusedMultiplyAdd(scalar, x0, c00);
                c01 = TVector.FusedMultiplyAdd(scalar, x1, c01);
                c02 = TVector.FusedMultiplyAdd(scalar, x2, c02);
                c03 = TVector.FusedMultiplyAdd(scalar, x3, c03);
                scalar = TVector.Broadcast(z[u1]);
                c10 = TVector.FusedMultiplyAdd(scalar, x0, c10);
                c11 = TVector.FusedMultiplyAdd(scalar, x1, c11);
                c12 = TVector.FusedMultiplyAdd(scalar, x2, c12);
                c13 = TVector.FusedMultiplyAdd(scalar, x3, c13);
                scalar = TVector.Broadcast(z[u2]);
                c20 = TVector.FusedMultiplyAdd(scalar, x0, c20);
                c21 = TVector.FusedMultiplyAdd(scalar, x1, c21);
                c22 = TVector.FusedMultiplyAdd(scalar, x2, c22);
                c23 = TVector.FusedMultiplyAdd(scalar, x3, c23);
                scalar = TVector.Broadcast(z[u3]);
                c30 = TVector.FusedMultiplyAdd(scalar, x0, c30);
                c31 = TVector.FusedMultiplyAdd(scalar, x1, c31);
                c32 = TVector.FusedMultiplyAdd(scalar, x2, c32);
                c33 = TVector.FusedMultiplyAdd(scalar, x3, c33);
                scalar = TVector.Broadcast(z[u4]);
                c40 = TVector.FusedMultiplyAdd(scalar, x0, c40);
                c41 = TVector.FusedMultiplyAdd(scalar, x1, c41);
                c42 = TVector.FusedMultiplyAdd(scalar, x2, c42);
                c43 = TVector.FusedMultiplyAdd(scalar, x3, c43);
                z++;
                da += Vectors * step;
            }
        }

        Store(tile.Sums, c00, c01, c02, c03);
        Store(tile.Sums + (Math.Min(1, last) * (nint)tile.SumStride), c10, c11, c12, c13);
        Store(tile.Sums + (Math.Min(2, last) * (nint)tile.SumStride), c20, c21, c22, c23);
        Store(tile.Sums + (Math.Min(3, last) * (nint)tile.SumStride), c30, c31, c32, c33);
        Store(tile.Sums + (Math.Min(4, last) * (nint)tile.SumStride), c40, c41, c42, c43);
    }

    /// <summary>Two units before by four vectors: 8 sums beside 4 vectors and a scalar, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units2<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint second = Math.Min(1, tile.Units - 1);
        var u1 = second * tile.BlockRows;
        TVector c00 = default, c01 = default, c02 = default, c03 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default;
        var da = tile.Vectors;
        var block = tile.Scalars;
        for (var left = tile.Batch; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
        {
            var z = block;
            for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
            {
                var x0 = TVector.Load(in da[0]);
                var x1 = TVector.Load(in da[step]);
                var x2 = TVector.Load(in da[2 * step]);
                var x3 = TVector.Load(in da[3 * step]);
                var scalar = TVector.Broadcast(z[0]);
                c00 = TVector.FusedMultiplyAdd(scalar, x0, c00);
                c01 = TVector.FusedMultiplyAdd(scalar, x1, c01);
                c02 = TVector.FusedMultiplyAdd(scalar, x2, c02);
                c03 = TVector.FusedMultiplyAdd(scalar, x3, c03);
                scalar = TVector.Broadcast(z[u1]);
                c10 = TVector.FusedMultiplyAdd(scalar, x0, c10);
                c11 = TVector.FusedMultiplyAdd(scalar, x1, c11);
                c12 = TVector.FusedMultiplyAdd(scalar, x2, c12);
                c13 = TVector.FusedMultiplyAdd(scalar, x3, c13);
                z++;
                da += Vectors * step;
            }
        }

        Store(tile.Sums, c00, c01, c02, c03);
        Store(tile.Sums + (second * tile.SumStride), c10, c11, c12, c13);
    }

    /// <summary>Five units before by one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OneVector<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var last = tile.Units - 1;
        nint u1 = Math.Min(1, last) * tile.BlockRows, u2 = Math.Min(2, last) * tile.BlockRows;
        nint u3 = Math.Min(3, last) * tile.BlockRows, u4 = Math.Min(4, last) * tile.BlockRows;
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default;
        var da = tile.Vectors;
        var block = tile.Scalars;
        for (var left = tile.Batch; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
        {
            var z = block;
            for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
            {
                var x = TVector.Load(in da[0]);
                c0 = TVector.FusedMultiplyAdd(TVector.Broadcast(z[0]), x, c0);
                c1 = TVector.FusedMultiplyAdd(TVector.Broadcast(z[u1]), x, c1);
                c2 = TVector.FusedMultiplyAdd(TVector.Broadcast(z[u2]), x, c2);
                c3 = TVector.FusedMultiplyAdd(TVector.Broadcast(z[u3]), x, c3);
                c4 = TVector.FusedMultiplyAdd(TVector.Broadcast(z[u4]), x, c4);
                z++;
                da += TVector.Count;
            }
        }

        var sums = tile.Sums;
        c0.Store(ref sums[0]);
        c1.Store(ref sums[Math.Min(1, last) * (nint)tile.SumStride]);
        c2.Store(ref sums[Math.Min(2, last) * (nint)tile.SumStride]);
        c3.Store(ref sums[Math.Min(3, last) * (nint)tile.SumStride]);
        c4.Store(ref sums[Math.Min(4, last) * (nint)tile.SumStride]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector>(T* sums, TVector c0, TVector c1, TVector c2, TVector c3)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0.Store(ref sums[0]);
        c1.Store(ref sums[TVector.Count]);
        c2.Store(ref sums[2 * TVector.Count]);
        c3.Store(ref sums[3 * TVector.Count]);
    }
}
