using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// How reductions see a tensor: series of elements (a unit's activations over the batch, or one row of W), each in chunks of 40 that lie
/// together in memory. Where a chunk lies differs between layouts; which elements it holds does not, so that results are the same.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="Data">The first element.</param>
/// <param name="Series">Number of series.</param>
/// <param name="Length">Elements of each series.</param>
/// <param name="ChunksPerBlock">Chunks of a series that follow each other in memory.</param>
/// <param name="BlockStride">Elements from a series' block to its next.</param>
/// <param name="SeriesStride">Elements from a series to the next within a block.</param>
internal readonly unsafe record struct TensorView<T>(
    nint Data, int Series, int Length, int ChunksPerBlock, long BlockStride, long SeriesStride)
    where T : unmanaged
{
    /// <summary>Elements of a chunk; the last one of a series may have fewer.</summary>
    public const int ChunkLength = 40;

    /// <summary>Chunks of each series.</summary>
    public int Chunks => (Length + ChunkLength - 1) / ChunkLength;

    /// <summary>Chunks that a thread does at once: a block's, or one where a block is the whole tensor.</summary>
    public int ChunksPerItem => ChunksPerBlock == int.MaxValue ? 1 : ChunksPerBlock;

    /// <summary>Number of elements.</summary>
    public long Count => (long)Series * Length;

    /// <summary>A row-major matrix: its rows are the series.</summary>
    public static TensorView<T> OfRows(T* data, int rows, int columns) => new((nint)data, rows, columns, int.MaxValue, 0, columns);

    /// <summary>Where a chunk begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Chunk(int series, int chunk)
    {
        var (block, within) = Math.DivRem(chunk, ChunksPerBlock);
        return (T*)Data + (block * BlockStride) + (series * SeriesStride) + (within * ChunkLength);
    }

    /// <summary>Elements of a chunk.</summary>
    public int LengthOf(int chunk) => Math.Min(ChunkLength, Length - (chunk * ChunkLength));
}
