using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// The inner loops of the few samples that are left over: one or three vectors of samples by some units, otherwise as
/// <see cref="DenseTiles"/>.
/// </summary>
internal static unsafe class DenseNarrowTiles
{
    /// <summary>Units of a tile: as many chains as hide the latency of two FMAs a cycle.</summary>
    public const int Units = 8;

    /// <summary>Eight units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units8<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (vectorStride, scalarStride, floor) = (tile.VectorStride, tile.ScalarStride, TVector.Broadcast(tile.Floor));
        for (var i = 0; i < tile.Count; i++)
        {
            TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
            var z = tile.Vectors;
            var w = tile.Scalars + (i * tile.ScalarsPerTile);
            for (var k = tile.Length; k > 0; k--)
            {
                var x = TVector.Load(in *z);
                c0 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[0]), c0);
                c1 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[1]), c1);
                c2 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[2]), c2);
                c3 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[3]), c3);
                c4 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[4]), c4);
                c5 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[5]), c5);
                c6 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[6]), c6);
                c7 = TVector.FusedMultiplyAdd(x, TVector.Broadcast(w[7]), c7);
                z += vectorStride;
                w += scalarStride;
            }

            var a = tile.Sums + (i * Units * tile.SumStride);
            TVector.Max(floor, c0 + tile.Bias<TVector>(i * Units)).Store(ref a[0]);
            TVector.Max(floor, c1 + tile.Bias<TVector>((i * Units) + 1)).Store(ref a[tile.SumStride]);
            TVector.Max(floor, c2 + tile.Bias<TVector>((i * Units) + 2)).Store(ref a[2 * tile.SumStride]);
            TVector.Max(floor, c3 + tile.Bias<TVector>((i * Units) + 3)).Store(ref a[3 * tile.SumStride]);
            TVector.Max(floor, c4 + tile.Bias<TVector>((i * Units) + 4)).Store(ref a[4 * tile.SumStride]);
            TVector.Max(floor, c5 + tile.Bias<TVector>((i * Units) + 5)).Store(ref a[5 * tile.SumStride]);
            TVector.Max(floor, c6 + tile.Bias<TVector>((i * Units) + 6)).Store(ref a[6 * tile.SumStride]);
            TVector.Max(floor, c7 + tile.Bias<TVector>((i * Units) + 7)).Store(ref a[7 * tile.SumStride]);
        }
    }

    /// <summary>Five units by three vectors, from the packed weights of <see cref="DenseTiles.Units5"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units5Vectors3<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (step, floor) = (TVector.Count, TVector.Broadcast(tile.Floor));
        var (vectorStride, scalarStride, sumStride) = (tile.VectorStride, tile.ScalarStride, tile.SumStride);
        for (var i = 0; i < tile.Count; i++)
        {
            TVector c00 = default, c01 = default, c02 = default;
            TVector c10 = default, c11 = default, c12 = default;
            TVector c20 = default, c21 = default, c22 = default;
            TVector c30 = default, c31 = default, c32 = default;
            TVector c40 = default, c41 = default, c42 = default;
            var z = tile.Vectors;
            var w = tile.Scalars + (i * tile.ScalarsPerTile);
            for (var k = tile.Length; k > 0; k--)
            {
                var x0 = TVector.Load(in z[0]);
                var x1 = TVector.Load(in z[step]);
                var x2 = TVector.Load(in z[2 * step]);
                var weight = TVector.Broadcast(w[0]);
                c00 = TVector.FusedMultiplyAdd(weight, x0, c00);
                c01 = TVector.FusedMultiplyAdd(weight, x1, c01);
                c02 = TVector.FusedMultiplyAdd(weight, x2, c02);
                weight = TVector.Broadcast(w[1]);
                c10 = TVector.FusedMultiplyAdd(weight, x0, c10);
                c11 = TVector.FusedMultiplyAdd(weight, x1, c11);
                c12 = TVector.FusedMultiplyAdd(weight, x2, c12);
                weight = TVector.Broadcast(w[2]);
                c20 = TVector.FusedMultiplyAdd(weight, x0, c20);
                c21 = TVector.FusedMultiplyAdd(weight, x1, c21);
                c22 = TVector.FusedMultiplyAdd(weight, x2, c22);
                weight = TVector.Broadcast(w[3]);
                c30 = TVector.FusedMultiplyAdd(weight, x0, c30);
                c31 = TVector.FusedMultiplyAdd(weight, x1, c31);
                c32 = TVector.FusedMultiplyAdd(weight, x2, c32);
                weight = TVector.Broadcast(w[4]);
                c40 = TVector.FusedMultiplyAdd(weight, x0, c40);
                c41 = TVector.FusedMultiplyAdd(weight, x1, c41);
                c42 = TVector.FusedMultiplyAdd(weight, x2, c42);
                z += vectorStride;
                w += scalarStride;
            }

            var a = tile.Sums + (i * 5 * sumStride);
            var bias = tile.Bias<TVector>(i * 5);
            TVector.Max(floor, c00 + bias).Store(ref a[0]);
            TVector.Max(floor, c01 + bias).Store(ref a[step]);
            TVector.Max(floor, c02 + bias).Store(ref a[2 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 1);
            TVector.Max(floor, c10 + bias).Store(ref a[0]);
            TVector.Max(floor, c11 + bias).Store(ref a[step]);
            TVector.Max(floor, c12 + bias).Store(ref a[2 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 2);
            TVector.Max(floor, c20 + bias).Store(ref a[0]);
            TVector.Max(floor, c21 + bias).Store(ref a[step]);
            TVector.Max(floor, c22 + bias).Store(ref a[2 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 3);
            TVector.Max(floor, c30 + bias).Store(ref a[0]);
            TVector.Max(floor, c31 + bias).Store(ref a[step]);
            TVector.Max(floor, c32 + bias).Store(ref a[2 * step]);
            a += sumStride;
            bias = tile.Bias<TVector>((i * 5) + 4);
            TVector.Max(floor, c40 + bias).Store(ref a[0]);
            TVector.Max(floor, c41 + bias).Store(ref a[step]);
            TVector.Max(floor, c42 + bias).Store(ref a[2 * step]);
        }
    }

    /// <summary>One unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Units1<T, TVector>(in DenseTile<T> tile)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        for (var i = 0; i < tile.Count; i++)
        {
            TVector sum = default;
            for (var k = 0; k < tile.Length; k++)
            {
                var weight = TVector.Broadcast(tile.Scalars[(k * tile.ScalarStride) + i]);
                sum = TVector.FusedMultiplyAdd(TVector.Load(in tile.Vectors[k * tile.VectorStride]), weight, sum);
            }

            TVector.Max(TVector.Broadcast(tile.Floor), sum + tile.Bias<TVector>(i)).Store(ref tile.Sums[i * tile.SumStride]);
        }
    }
}
