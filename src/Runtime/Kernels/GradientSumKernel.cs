using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// Goes on with dW, and with db, through one chunk of samples, whose da lies in panels as <see cref="GradientTiling"/> cuts them.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="input">The tiles, but for their panel: z, the samples, the sums of the first unit before.</param>
/// <param name="panels">da: [panel][sample][units of the panel].</param>
/// <param name="units">Units.</param>
/// <param name="biasSums">db, room for all panels; null where it is not to be computed.</param>
internal readonly unsafe struct GradientSumKernel<T>(GradientTile<T> input, T* panels, int units, T* biasSums) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var width = (VectorWidth)(TVector.Count * sizeof(T) * 8);
        var tile = input;
        for (var unit = 0; unit < units;)
        {
            var vectors = GradientTiling.PanelVectors(width, (units - unit + TVector.Count - 1) / TVector.Count);
            tile.Vectors = panels + ((nint)unit * tile.Rows);
            tile.Sums = input.Sums + unit;
            tile.FetchesAhead = unit == 0;      // the next panels find z in the cache
            Product<TVector>(vectors, tile);
            if (biasSums != null)
                AddRows<TVector>(tile.Vectors, biasSums + unit, vectors);
            unit += vectors * TVector.Count;
        }
    }

    private static void Product<TVector>(int vectors, in GradientTile<T> tile)
        where TVector : struct, IVector<TVector, T>
    {
        switch (vectors)
        {
            case 5:
                GradientTiles.Units5Vectors5<T, TVector>(tile);
                break;
            case 4 when TVector.Count * sizeof(T) == 64:
                GradientTiles.Units5Vectors4<T, TVector>(tile);
                break;
            case 4:
                GradientTiles.Units2Vectors4<T, TVector>(tile);
                break;
            case 3:
                GradientTiles.Units5Vectors3<T, TVector>(tile);
                break;
            default:
                GradientTiles.Units5Vectors1<T, TVector>(tile);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows<TVector>(T* panel, T* sums, int vectors)
        where TVector : struct, IVector<TVector, T>
    {
        var stride = vectors * TVector.Count;
        for (var first = 0; first < stride; first += TVector.Count)
        {
            var sum = TVector.Load(in sums[first]);
            var da = panel + first;
            for (var row = 0; row < input.Rows; row++, da += stride)
                sum += TVector.Load(in *da);
            sum.Store(ref sums[first]);
        }
    }
}
