using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The inner loops of a weight gradient, dW = zᵀ da: each sum is one chain <c>dW = fma(z_ik, da_ij, dW)</c> with the sample i ascending, so
/// that every tile and width gives the same bits. A tile goes on where the samples before it have left the sums. Written as
/// <see cref="DenseTiles"/> is, and why.
/// </summary>
internal static unsafe partial class GradientTiles
{
    /// <summary>Five units before by five vectors: 25 sums beside 5 vectors and a scalar, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5Vectors5<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint unitStride = tile.BlockRows, sumStride = tile.SumStride;
        var scalars = tile.Scalars;
        var sums = tile.Sums;
        for (var units = tile.Units; units > 0; units -= 5)
        {
            tile.Fetch(scalars + (5 * unitStride), 5);
            nint n1 = Math.Min(1, units - 1), n2 = Math.Min(2, units - 1), n3 = Math.Min(3, units - 1), n4 = Math.Min(4, units - 1);
            nint u1 = n1 * unitStride, u2 = n2 * unitStride, u3 = n3 * unitStride, u4 = n4 * unitStride;
            Load(sums, out TVector c00, out TVector c01, out TVector c02, out TVector c03, out TVector c04);
            Load(sums + (n1 * sumStride), out TVector c10, out TVector c11, out TVector c12, out TVector c13, out TVector c14);
            Load(sums + (n2 * sumStride), out TVector c20, out TVector c21, out TVector c22, out TVector c23, out TVector c24);
            Load(sums + (n3 * sumStride), out TVector c30, out TVector c31, out TVector c32, out TVector c33, out TVector c34);
            Load(sums + (n4 * sumStride), out TVector c40, out TVector c41, out TVector c42, out TVector c43, out TVector c44);
            var da = tile.Vectors;
            var block = scalars;
            for (var left = tile.Rows; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
            {
                var z = block;
                for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
                {
                    var x0 = TVector.Load(in da[0]);
                    var x1 = TVector.Load(in da[step]);
                    var x2 = TVector.Load(in da[2 * step]);
                    var x3 = TVector.Load(in da[3 * step]);
                    var x4 = TVector.Load(in da[4 * step]);
                    var scalar = TVector.Broadcast(z[0]);
                    c00 = TVector.FusedMultiplyAdd(scalar, x0, c00);
                    c01 = TVector.FusedMultiplyAdd(scalar, x1, c01);
                    c02 = TVector.FusedMultiplyAdd(scalar, x2, c02);
                    c03 = TVector.FusedMultiplyAdd(scalar, x3, c03);
                    c04 = TVector.FusedMultiplyAdd(scalar, x4, c04);
                    scalar = TVector.Broadcast(z[u1]);
                    c10 = TVector.FusedMultiplyAdd(scalar, x0, c10);
                    c11 = TVector.FusedMultiplyAdd(scalar, x1, c11);
                    c12 = TVector.FusedMultiplyAdd(scalar, x2, c12);
                    c13 = TVector.FusedMultiplyAdd(scalar, x3, c13);
                    c14 = TVector.FusedMultiplyAdd(scalar, x4, c14);
                    scalar = TVector.Broadcast(z[u2]);
                    c20 = TVector.FusedMultiplyAdd(scalar, x0, c20);
                    c21 = TVector.FusedMultiplyAdd(scalar, x1, c21);
                    c22 = TVector.FusedMultiplyAdd(scalar, x2, c22);
                    c23 = TVector.FusedMultiplyAdd(scalar, x3, c23);
                    c24 = TVector.FusedMultiplyAdd(scalar, x4, c24);
                    scalar = TVector.Broadcast(z[u3]);
                    c30 = TVector.FusedMultiplyAdd(scalar, x0, c30);
                    c31 = TVector.FusedMultiplyAdd(scalar, x1, c31);
                    c32 = TVector.FusedMultiplyAdd(scalar, x2, c32);
                    c33 = TVector.FusedMultiplyAdd(scalar, x3, c33);
                    c34 = TVector.FusedMultiplyAdd(scalar, x4, c34);
                    scalar = TVector.Broadcast(z[u4]);
                    c40 = TVector.FusedMultiplyAdd(scalar, x0, c40);
                    c41 = TVector.FusedMultiplyAdd(scalar, x1, c41);
                    c42 = TVector.FusedMultiplyAdd(scalar, x2, c42);
                    c43 = TVector.FusedMultiplyAdd(scalar, x3, c43);
                    c44 = TVector.FusedMultiplyAdd(scalar, x4, c44);
                    z++;
                    da += 5 * step;
                }
            }

            Store(sums, c00, c01, c02, c03, c04);
            Store(sums + (n1 * sumStride), c10, c11, c12, c13, c14);
            Store(sums + (n2 * sumStride), c20, c21, c22, c23, c24);
            Store(sums + (n3 * sumStride), c30, c31, c32, c33, c34);
            Store(sums + (n4 * sumStride), c40, c41, c42, c43, c44);
            scalars += 5 * unitStride;
            sums += 5 * sumStride;
        }
    }

    /// <summary>Five units before by four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5Vectors4<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint unitStride = tile.BlockRows, sumStride = tile.SumStride;
        var scalars = tile.Scalars;
        var sums = tile.Sums;
        for (var units = tile.Units; units > 0; units -= 5)
        {
            tile.Fetch(scalars + (5 * unitStride), 5);
            nint n1 = Math.Min(1, units - 1), n2 = Math.Min(2, units - 1), n3 = Math.Min(3, units - 1), n4 = Math.Min(4, units - 1);
            nint u1 = n1 * unitStride, u2 = n2 * unitStride, u3 = n3 * unitStride, u4 = n4 * unitStride;
            Load(sums, out TVector c00, out TVector c01, out TVector c02, out TVector c03);
            Load(sums + (n1 * sumStride), out TVector c10, out TVector c11, out TVector c12, out TVector c13);
            Load(sums + (n2 * sumStride), out TVector c20, out TVector c21, out TVector c22, out TVector c23);
            Load(sums + (n3 * sumStride), out TVector c30, out TVector c31, out TVector c32, out TVector c33);
            Load(sums + (n4 * sumStride), out TVector c40, out TVector c41, out TVector c42, out TVector c43);
            var da = tile.Vectors;
            var block = scalars;
            for (var left = tile.Rows; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
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
                    da += 4 * step;
                }
            }

            Store(sums, c00, c01, c02, c03);
            Store(sums + (n1 * sumStride), c10, c11, c12, c13);
            Store(sums + (n2 * sumStride), c20, c21, c22, c23);
            Store(sums + (n3 * sumStride), c30, c31, c32, c33);
            Store(sums + (n4 * sumStride), c40, c41, c42, c43);
            scalars += 5 * unitStride;
            sums += 5 * sumStride;
        }
    }

    /// <summary>Five units before by three vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5Vectors3<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint unitStride = tile.BlockRows, sumStride = tile.SumStride;
        var scalars = tile.Scalars;
        var sums = tile.Sums;
        for (var units = tile.Units; units > 0; units -= 5)
        {
            tile.Fetch(scalars + (5 * unitStride), 5);
            nint n1 = Math.Min(1, units - 1), n2 = Math.Min(2, units - 1), n3 = Math.Min(3, units - 1), n4 = Math.Min(4, units - 1);
            nint u1 = n1 * unitStride, u2 = n2 * unitStride, u3 = n3 * unitStride, u4 = n4 * unitStride;
            Load(sums, out TVector c00, out TVector c01, out TVector c02);
            Load(sums + (n1 * sumStride), out TVector c10, out TVector c11, out TVector c12);
            Load(sums + (n2 * sumStride), out TVector c20, out TVector c21, out TVector c22);
            Load(sums + (n3 * sumStride), out TVector c30, out TVector c31, out TVector c32);
            Load(sums + (n4 * sumStride), out TVector c40, out TVector c41, out TVector c42);
            var da = tile.Vectors;
            var block = scalars;
            for (var left = tile.Rows; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
            {
                var z = block;
                for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
                {
                    var x0 = TVector.Load(in da[0]);
                    var x1 = TVector.Load(in da[step]);
                    var x2 = TVector.Load(in da[2 * step]);
                    var scalar = TVector.Broadcast(z[0]);
                    c00 = TVector.FusedMultiplyAdd(scalar, x0, c00);
                    c01 = TVector.FusedMultiplyAdd(scalar, x1, c01);
                    c02 = TVector.FusedMultiplyAdd(scalar, x2, c02);
                    scalar = TVector.Broadcast(z[u1]);
                    c10 = TVector.FusedMultiplyAdd(scalar, x0, c10);
                    c11 = TVector.FusedMultiplyAdd(scalar, x1, c11);
                    c12 = TVector.FusedMultiplyAdd(scalar, x2, c12);
                    scalar = TVector.Broadcast(z[u2]);
                    c20 = TVector.FusedMultiplyAdd(scalar, x0, c20);
                    c21 = TVector.FusedMultiplyAdd(scalar, x1, c21);
                    c22 = TVector.FusedMultiplyAdd(scalar, x2, c22);
                    scalar = TVector.Broadcast(z[u3]);
                    c30 = TVector.FusedMultiplyAdd(scalar, x0, c30);
                    c31 = TVector.FusedMultiplyAdd(scalar, x1, c31);
                    c32 = TVector.FusedMultiplyAdd(scalar, x2, c32);
                    scalar = TVector.Broadcast(z[u4]);
                    c40 = TVector.FusedMultiplyAdd(scalar, x0, c40);
                    c41 = TVector.FusedMultiplyAdd(scalar, x1, c41);
                    c42 = TVector.FusedMultiplyAdd(scalar, x2, c42);
                    z++;
                    da += 3 * step;
                }
            }

            Store(sums, c00, c01, c02);
            Store(sums + (n1 * sumStride), c10, c11, c12);
            Store(sums + (n2 * sumStride), c20, c21, c22);
            Store(sums + (n3 * sumStride), c30, c31, c32);
            Store(sums + (n4 * sumStride), c40, c41, c42);
            scalars += 5 * unitStride;
            sums += 5 * sumStride;
        }
    }
}
