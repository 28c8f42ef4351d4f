using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

internal static unsafe partial class GradientTiles
{
    /// <summary>Two units before by four vectors: 8 sums beside 4 vectors and a scalar, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units2Vectors4<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint unitStride = tile.BlockRows, sumStride = tile.SumStride;
        var scalars = tile.Scalars;
        var sums = tile.Sums;
        for (var units = tile.Units; units > 0; units -= 2)
        {
            nint n1 = Math.Min(1, units - 1);
            var u1 = n1 * unitStride;
            Load(sums, out TVector c00, out TVector c01, out TVector c02, out TVector c03);
            Load(sums + (n1 * sumStride), out TVector c10, out TVector c11, out TVector c12, out TVector c13);
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
                    z++;
                    da += 4 * step;
                }
            }

            Store(sums, c00, c01, c02, c03);
            Store(sums + (n1 * sumStride), c10, c11, c12, c13);
            scalars += 2 * unitStride;
            sums += 2 * sumStride;
        }
    }

    /// <summary>Five units before by one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5Vectors1<T, TVector>(in GradientTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var step = TVector.Count;
        nint unitStride = tile.BlockRows, sumStride = tile.SumStride;
        var scalars = tile.Scalars;
        var sums = tile.Sums;
        for (var units = tile.Units; units > 0; units -= 5)
        {
            nint n1 = Math.Min(1, units - 1), n2 = Math.Min(2, units - 1), n3 = Math.Min(3, units - 1), n4 = Math.Min(4, units - 1);
            nint u1 = n1 * unitStride, u2 = n2 * unitStride, u3 = n3 * unitStride, u4 = n4 * unitStride;
            Load(sums, out TVector c00);
            Load(sums + (n1 * sumStride), out TVector c10);
            Load(sums + (n2 * sumStride), out TVector c20);
            Load(sums + (n3 * sumStride), out TVector c30);
            Load(sums + (n4 * sumStride), out TVector c40);
            var da = tile.Vectors;
            var block = scalars;
            for (var left = tile.Rows; left > 0; left -= tile.BlockRows, block += tile.BlockStride)
            {
                var z = block;
                for (var i = Math.Min(left, tile.BlockRows); i > 0; i--)
                {
                    var x0 = TVector.Load(in da[0]);
                    var scalar = TVector.Broadcast(z[0]);
                    c00 = TVector.FusedMultiplyAdd(scalar, x0, c00);
                    scalar = TVector.Broadcast(z[u1]);
                    c10 = TVector.FusedMultiplyAdd(scalar, x0, c10);
                    scalar = TVector.Broadcast(z[u2]);
                    c20 = TVector.FusedMultiplyAdd(scalar, x0, c20);
                    scalar = TVector.Broadcast(z[u3]);
                    c30 = TVector.FusedMultiplyAdd(scalar, x0, c30);
                    scalar = TVector.Broadcast(z[u4]);
                    c40 = TVector.FusedMultiplyAdd(scalar, x0, c40);
                    z++;
                    da += step;
                }
            }

            Store(sums, c00);
            Store(sums + (n1 * sumStride), c10);
            Store(sums + (n2 * sumStride), c20);
            Store(sums + (n3 * sumStride), c30);
            Store(sums + (n4 * sumStride), c40);
            scalars += 5 * unitStride;
            sums += 5 * sumStride;
        }
    }
}
