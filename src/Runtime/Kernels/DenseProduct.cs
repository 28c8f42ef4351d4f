using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>a = z W + b for one block of samples, cut into tiles.</summary>
internal static unsafe class DenseProduct
{
    /// <summary>Any number of samples, which lie in the lanes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="floor">Of <see cref="DenseTile{T}.Floor"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Samples<T, TVector>(in DenseBlock<T> block, T floor)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var (row, five) = (0, DenseTiles.Vectors * TVector.Count);
        for (; block.Rows - row > DenseTiling.TooFewForFive * TVector.Count && row + five <= block.RowStride; row += five)
            FiveVectors<T, TVector>(block, row, floor);
        for (; row < block.Rows; row += TVector.Count)
            OneVector<T, TVector>(block, row, floor);
    }

    /// <summary>
    /// One sample: units lie in the lanes, and the weights are read once, in their order. The last tile may run over into what follows, and
    /// into the padding behind the sums, which nobody reads.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="floor">Of <see cref="DenseTile{T}.Floor"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ManyVectorsOfUnits<T, TVector>(in DenseBlock<T> block, T floor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        SumsOfManyVectors<T, TVector>(block);
        var sums = block.PreActivations;
        for (var unit = 0; unit < block.FanOut; unit += TVector.Count)
            TVector.Max(TVector.Broadcast(floor), WithBias(block, unit, TVector.Load(in sums[unit]))).Store(ref sums[unit]);
    }

    /// <summary>
    /// One sample and no more units than lanes, as in a small net, whose time is that of its instructions: four steps at a time, no calls.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <returns>The sums, bias included.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OneVectorOfUnits<T, TVector>(in DenseBlock<T> block)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        TVector sum = default;
        var z = block.Input;
        var weights = block.Weights;
        var end = z + block.FanIn;
        nint stride = block.FanOut;
        for (; z + 4 <= end; z += 4, weights += 4 * stride)
        {
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(z[0]), TVector.Load(in weights[0]), sum);
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(z[1]), TVector.Load(in weights[stride]), sum);
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(z[2]), TVector.Load(in weights[2 * stride]), sum);
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(z[3]), TVector.Load(in weights[3 * stride]), sum);
        }

        for (; z < end; z++, weights += stride)
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(*z), TVector.Load(in *weights), sum);
        return WithBias(block, 0, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsOfManyVectors<T, TVector>(in DenseBlock<T> block)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var units = DenseSampleTiles.Vectors * TVector.Count;
        var weights = block.Packed == null ? block.Weights : block.Packed;     // one tile is packed as it lies
        var left = block.FanOut;
        for (var sums = block.PreActivations; left > 0; left -= units, sums += units)
        {
            var stride = Math.Min(left, units);     // of a k's weights to the next one's
            if (stride <= DenseTiles.Vectors * TVector.Count)
                FiveVectorsOfUnits<T, TVector>(block, weights, stride, sums);
            else
                DenseSampleTiles.EightVectors<T, TVector>(block.Input, weights, stride, block.FanIn, sums);
            weights += (long)stride * block.FanIn;
        }
    }

    private static void FiveVectorsOfUnits<T, TVector>(in DenseBlock<T> block, T* weights, int stride, T* sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T> => DenseTiles.Units1<T, TVector>(new()
        {
            Vectors = weights,
            VectorStride = stride,
            Scalars = block.Input,
            ScalarStride = 1,
            Sums = sums,
            SumStride = 0,
            Length = block.FanIn,
            Count = 1,
            Floor = T.NegativeInfinity,
        });

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithBias<T, TVector>(in DenseBlock<T> block, int unit, TVector sums)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T> =>
        block.Bias == null ? sums : sums + TVector.Load(in block.Bias[unit]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FiveVectors<T, TVector>(in DenseBlock<T> block, int row, T floor)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var units = DenseTiling.TileUnits<T, TVector>();
        var tile = new DenseTile<T>
        {
            Vectors = block.Input + row,
            VectorStride = block.RowStride,
            Scalars = block.Packed,
            ScalarStride = units,
            ScalarsPerTile = units * block.FanIn,
            Sums = block.PreActivations + row,
            SumStride = block.RowStride,
            Length = block.FanIn,
            Count = block.FanOut / units,
            Biases = block.Bias,
            Floor = floor,
        };
        if (units == 5)
        {
            if (block.Rows - row <= 3 * TVector.Count)
                DenseNarrowTiles.Units5Vectors3<T, TVector>(tile);
            else
                DenseTiles.Units5<T, TVector>(tile);
            tile.Skip(units);
            (tile.ScalarStride, tile.ScalarsPerTile) = (block.FanOut % units, 2);       // the last tile, of fewer units
            tile.Count = tile.ScalarStride / 2;
        }

        if (tile.Count > 0)
            DenseTiles.Units2<T, TVector>(tile);
        if (block.FanOut % units % 2 == 0)
            return;
        tile.Skip(2);
        (tile.ScalarStride, tile.Count) = (block.FanOut % units, 1);
        DenseTiles.Units1<T, TVector>(tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneVector<T, TVector>(in DenseBlock<T> block, int row, T floor)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var tile = new DenseTile<T>
        {
            Vectors = block.Input + row,
            VectorStride = block.RowStride,
            Scalars = block.Weights,
            ScalarStride = block.FanOut,
            ScalarsPerTile = DenseNarrowTiles.Units,
            Sums = block.PreActivations + row,
            SumStride = block.RowStride,
            Length = block.FanIn,
            Count = block.FanOut / DenseNarrowTiles.Units,
            Biases = block.Bias,
            Floor = floor,
        };
        if (tile.Count == 0)
        {
            (tile.Count, tile.ScalarsPerTile) = (block.FanOut, 1);
            DenseNarrowTiles.Units1<T, TVector>(tile);
            return;
        }

        DenseNarrowTiles.Units8<T, TVector>(tile);
        if (block.FanOut % DenseNarrowTiles.Units == 0)
            return;
        var last = block.FanOut - DenseNarrowTiles.Units;       // some units twice, to the same bits
        tile.Scalars = block.Weights + last;
        tile.Sums = block.PreActivations + (last * block.RowStride) + row;
        tile.Biases = block.Bias == null ? null : block.Bias + last;
        tile.Count = 1;
        DenseNarrowTiles.Units8<T, TVector>(tile);
    }
}
