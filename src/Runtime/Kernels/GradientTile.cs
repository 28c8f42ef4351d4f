using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// What the inner loops of <see cref="GradientTiles"/> work on: units before, in tiles, by some vectors of units, over some samples.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal unsafe struct GradientTile<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>z of the first unit before and the first sample: [block][unit][sample].</summary>
    public required T* Scalars;

    /// <summary>From a unit to the next; the samples of a block.</summary>
    public required int BlockRows;

    /// <summary>From a block to the next.</summary>
    public required nint BlockStride;

    /// <summary>Number of samples.</summary>
    public required int Rows;

    /// <summary>da of the vectors' units: [sample][vectors].</summary>
    public required T* Vectors;

    /// <summary>The sums of the first unit before, whole vectors; they go on from what they are.</summary>
    public required T* Sums;

    /// <summary>From a unit's sums to the next one's.</summary>
    public required int SumStride;

    /// <summary>Units before, at least 1. A last tile of fewer than a kernel takes repeats its last, to the same bits.</summary>
    public required int Units;

    /// <summary>Whether a tile asks for the next one's scalars.</summary>
    public bool FetchesAhead;

    /// <summary>
    /// Asks for the scalars of the next tile while this one computes: they come from memory, in pieces too short for the processor to
    /// foresee. A hint, which may run over the end, and changes no number.
    /// </summary>
    /// <param name="next">Its first unit's first sample.</param>
    /// <param name="units">Units of a tile, whose samples lie side by side in a block.</param>
    public readonly void Fetch(T* next, int units)
    {
        if (!FetchesAhead || !Sse.IsSupported)
            return;
        var bytes = (nint)units * BlockRows * sizeof(T);
        for (var left = Rows; left > 0; left -= BlockRows, next += BlockStride)
        {
            for (nint at = 0; at < bytes; at += CacheLine)
                Sse.Prefetch1((byte*)next + at);
        }
    }
}
