using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Statistics;

/// <summary>The last chunk of series whose length is not a multiple of 40, filled up: kernels know whole chunks alone.</summary>
internal static unsafe class ShortChunk
{
    /// <summary>Copies the chunk of some series.</summary>
    /// <param name="chunk">The first series' elements.</param>
    /// <param name="stride">Elements from a series to the next.</param>
    /// <param name="series">How many series.</param>
    /// <param name="length">Elements of each.</param>
    /// <param name="repeatFirst">
    /// Whether to fill up with the first element, which adds exactly 0 to sums of deviations from it and changes no extreme; otherwise with
    /// 0.
    /// </param>
    /// <param name="whole">Receives 40 elements for each series.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Complete<T>(T* chunk, long stride, int series, int length, bool repeatFirst, T* whole)
        where T : unmanaged
    {
        for (var s = 0; s < series; s++, chunk += stride, whole += TensorView<T>.ChunkLength)
        {
            Unsafe.CopyBlockUnaligned(whole, chunk, (uint)(length * sizeof(T)));
            var rest = repeatFirst ? *chunk : default;
            for (var i = length; i < TensorView<T>.ChunkLength; i++)
                whole[i] = rest;
        }
    }
}
