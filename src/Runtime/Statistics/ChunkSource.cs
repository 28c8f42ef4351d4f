using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FanIn.Runtime.Statistics;

/// <summary>Gives a chunk as 40 float64 numbers, whatever the dtype and the chunk's length.</summary>
internal static unsafe class ChunkSource
{
    /// <summary>
    /// The chunk where it lies, or a copy of it in scratch memory: float32 is widened, and a shorter chunk is filled up with its first
    /// element, which adds exactly 0 to sums of deviations from that element and changes no extreme.
    /// </summary>
    /// <param name="chunk">The elements.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="scratch">Room for 40.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Load<T>(T* chunk, int length, double* scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (length < TensorView<T>.ChunkLength)
            Copy(chunk, length, scratch, filler: double.CreateTruncating(*chunk));
        else if (typeof(T) == typeof(double))
            return (double*)chunk;
        else
            Widen((float*)chunk, scratch);
        return scratch;
    }

    /// <summary>Copies a shorter chunk and fills it up.</summary>
    public static void Copy<T>(T* chunk, int length, double* destination, double filler)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < TensorView<T>.ChunkLength; i++)
            destination[i] = i < length ? double.CreateTruncating(chunk[i]) : filler;
    }

    private static void Widen(float* chunk, double* destination)
    {
        for (var i = 0; i < TensorView<float>.ChunkLength; i += Vector256<float>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Load(chunk + i));
            lower.Store(destination + i);
            upper.Store(destination + i + 4);
        }
    }
}
