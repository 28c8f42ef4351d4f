using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// What the inner loops of <see cref="DenseTiles"/> work on: vectors times scalars, summed over k, for some tiles in a row. With many
/// samples the vectors are samples and the scalars weights; with one sample it is the other way round.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal unsafe ref struct DenseTile<T>
    where T : unmanaged
{
    /// <summary>The first vectors of k = 0.</summary>
    public required T* Vectors;

    /// <summary>From a k to the next.</summary>
    public required int VectorStride;

    /// <summary>The scalars of the first tile's k = 0, which lie side by side.</summary>
    public required T* Scalars;

    /// <summary>From a k to the next.</summary>
    public required int ScalarStride;

    /// <summary>From a tile to the next.</summary>
    public int ScalarsPerTile;

    /// <summary>Receives the sums.</summary>
    public required T* Sums;

    /// <summary>From a scalar's sums to the next one's.</summary>
    public required int SumStride;

    /// <summary>Number of k.</summary>
    public required int Length;

    /// <summary>Number of tiles.</summary>
    public required int Count;

    /// <summary>Added to the sums, one for each scalar; null for none.</summary>
    public T* Biases;

    /// <summary>Sums that are not above are raised to it: 0 makes a relu of them, −∞ does nothing.</summary>
    public required T Floor;

    /// <summary>A scalar's bias; −0, which changes no number, where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Bias<TVector>(int scalar)
        where TVector : struct, IVector<TVector, T> => Biases == null ? TVector.Constant(-0.0) : TVector.Broadcast(Biases[scalar]);

    /// <summary>Goes on behind the tiles, of so many scalars each.</summary>
    public void Skip(int scalars)
    {
        Scalars += Count * ScalarsPerTile;
        Sums += Count * scalars * SumStride;
        Biases = Biases == null ? null : Biases + (Count * scalars);
    }
}
