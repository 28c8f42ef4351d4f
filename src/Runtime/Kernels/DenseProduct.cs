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
        var row = 0;
        for (; block.Rows - row > (DenseTiles.Vectors - 1) * TVector.Count; row += DenseTiles.Vectors * TVector.Count)
            FiveVectors<T, TVector>(block, row, floor);
        for (; row < block.Rows; row += TVector.Count)
            OneVector<T, TVector>(block, row, floor);
    }

    /// <summary>
    /// One sample: units lie in the lanes, and the weights are read once, in their order. The last tile runs over into the next row's weights
    /// and into the padding behind the sums, which nobody reads.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="floor">Of <see cref="DenseTile{T}.Floor"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OneSample<T, TVector>(in DenseBlock<T> block, T floor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        if (block.FanOut <= TVector.Count)
        {
            Finish(block, 0, SumOfOneVector<T, TVector>(block), TVector.Broadcast(floor));
            return;
        }

        SumsOfManyVectors<T, TVector>(block);
        for (var unit = 0; unit < block.FanOut; unit += TVector.Count)
            Finish(block, unit, TVector.Load(in block.PreActivations[unit]), TVector.Broadcast(floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsOfManyVectors<T, TVector>(in DenseBlock<T> block)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var tile = new DenseTile<T>
        {
            Vectors = block.Weights,
            VectorStride = block.FanOut,
            Scalars = block.Input,
            ScalarStride = 1,
            Sums = block.PreActivations,
            SumStride = 0,
            Length = block.FanIn,
            Count = 1,
            Floor = T.NegativeInfinity,
        };
        var step = DenseTiles.Vectors * TVector.Count;
        for (var unit = 0; unit < block.FanOut; unit += step, tile.Vectors += step, tile.Sums += step)
            DenseTiles.Units1<T, TVector>(tile);
    }

    /// <summary>A small net: every call would count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SumOfOneVector<T, TVector>(in DenseBlock<T> block)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        TVector sum = default;
        var z = block.Input;
        var end = z + block.FanIn;
        for (var weights = block.Weights; z < end; z++, weights += block.FanOut)
            sum = TVector.FusedMultiplyAdd(TVector.Broadcast(*z), TVector.Load(in *weights), sum);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<T, TVector>(in DenseBlock<T> block, int unit, TVector sum, TVector floor)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        if (block.Bias != null)
            sum += TVector.Load(in block.Bias[unit]);
        TVector.Max(floor, sum).Store(ref block.PreActivations[unit]);
    }

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
