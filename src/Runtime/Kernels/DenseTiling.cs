using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// How a dense layer is cut, decided here alone. Samples lie in the lanes of vectors, 5 vectors by some units in registers
/// (<see cref="DenseTiles"/>). Nothing of it changes a result, and nothing of it is worth knowing when the code is generated: constant
/// shapes make the inner loops no faster.
/// </summary>
internal static class DenseTiling
{
    /// <summary>
    /// Samples of a block, for a batch of so many: 40 of float64 and 80 of float32 are 5 of the widest vectors; they and 100 units fill two
    /// thirds of a first-level cache. A smaller batch is one block, of whole vectors; a single sample lies alone, its units side by side.
    /// </summary>
    public static unsafe int BlockRows<T>(int batch)
        where T : unmanaged
    {
        var lanes = 64 / sizeof(T);
        return batch == 1 ? 1 : Math.Min((batch + lanes - 1) / lanes, DenseTiles.Vectors) * lanes;
    }

    /// <summary>Up to so many vectors of samples go one by one; three have a tile of their own.</summary>
    public const int TooFewForFive = 2;

    /// <summary>Units of a tile: as many as the registers hold, which are 32 of 512 bits but 16 of those that are not.</summary>
    public static int TileUnits(VectorWidth width) => width == VectorWidth.Bits512 ? 5 : 2;

    /// <summary>Likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe int TileUnits<T, TVector>()
        where T : unmanaged
        where TVector : struct, IVector<TVector, T> => TileUnits((VectorWidth)(TVector.Count * sizeof(T) * 8));

    /// <summary>
    /// Units of a tile of packed weights, <c>[tile of units][k][units of the tile]</c>; null where W is read as it lies. A tile reads its
    /// weights one after the other, where rows of a power of two of them would all fall on the same lines of the cache.
    /// With one sample the vectors hold units: eight of them are a tile, so that memory is read once and in order.
    /// </summary>
    public static unsafe int? PackedUnits<T>(int batch, int fanOut, VectorWidth width)
        where T : unmanaged
    {
        var lanes = width == VectorWidth.Scalar ? 1 : (int)width / 8 / sizeof(T);
        if (batch == 1)
            return fanOut <= DenseSampleTiles.Vectors * lanes ? null : DenseSampleTiles.Vectors * lanes;
        return BlockRows<T>(batch) >= DenseTiles.Vectors * lanes ? TileUnits(width) : null;
    }

    /// <summary>Whether some block has samples beside those that packed tiles take, which read W as it lies.</summary>
    public static unsafe bool LeavesSamples<T>(int batch, VectorWidth width)
        where T : unmanaged
    {
        var lanes = width == VectorWidth.Scalar ? 1 : (int)width / 8 / sizeof(T);
        var blockRows = BlockRows<T>(batch);
        var (rows, taken) = (((batch - 1) % blockRows) + 1, 0);     // of the last block: the others are whole
        while (rows - taken > TooFewForFive * lanes && taken + (DenseTiles.Vectors * lanes) <= blockRows)
            taken += DenseTiles.Vectors * lanes;
        return batch > 1 && taken < rows;
    }
}
