using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The inner loops of counting, for elements that are all finite: indices in vectors, then one increment an element. Counts go to
/// <see cref="Tables"/> tables in turn, so that equal neighbours do not wait for each other. Each gives the number of zeros.
/// </summary>
internal static unsafe class BinLoops
{
    /// <summary>Tables that take turns; a chunk's length is a multiple of it.</summary>
    public const int Tables = 4;

    /// <summary>One chunk of every series, where the arithmetic is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static long CountExact<T, TVector>(in TensorView<T> view, int chunk, BinEdges<T> bins, long* counts, int stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var slots = stackalloc T[TensorView<T>.ChunkLength];
        var (zeros, length) = (0L, view.LengthOf(chunk));
        for (var series = 0; series < view.Series; series++)
        {
            var x = view.Chunk(series, chunk);
            var done = Slots<T, TVector>(x, 0, length, bins, slots);
            Slots<T, Lane<T>>(x, done, length, bins, slots);
            for (var i = 0; i < length; i++)
            {
                counts[((i % Tables) * stride) + Integer(slots, i)]++;
                zeros += One(x[i] == T.Zero);
            }
        }

        return zeros;
    }

    /// <summary>One chunk of every series, where the arithmetic may be one off: the two edges beside the index decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static long CountCorrected<T, TVector>(in TensorView<T> view, int chunk, BinEdges<T> bins, long* counts, int stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var indices = stackalloc T[TensorView<T>.ChunkLength];
        var (zeros, length) = (0L, view.LengthOf(chunk));
        fixed (T* edges = bins.Edges)
        {
            for (var series = 0; series < view.Series; series++)
            {
                var x = view.Chunk(series, chunk);
                var done = Indices<T, TVector>(x, 0, length, bins, indices);
                Indices<T, Lane<T>>(x, done, length, bins, indices);
                for (var i = 0; i < length; i++)
                {
                    var (value, index) = (x[i], Integer(indices, i));
                    var slot = 1 + index + One(value >= edges[index + 1]) - One(value < edges[index]);
                    counts[((i % Tables) * stride) + slot]++;
                    zeros += One(value == T.Zero);
                }
            }
        }

        return zeros;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Indices<T, TVector>(T* x, int from, int to, BinEdges<T> bins, T* indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var (low, scale, last) = (TVector.Broadcast(bins.First), TVector.Broadcast(bins.Scale), TVector.Constant(bins.Bins - 1));
        for (; from <= to - TVector.Count; from += TVector.Count)
            BinIndex.ToInteger(BinIndex.Of(TVector.Load(in x[from]), low, scale, last)).Store(ref indices[from]);
        return from;
    }

    /// <summary>0 below, bin + 1, bins + 1 above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slots<T, TVector>(T* x, int from, int to, BinEdges<T> bins, T* slots)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
    {
        var (low, scale, last) = (TVector.Broadcast(bins.First), TVector.Broadcast(bins.Scale), TVector.Constant(bins.Bins - 1));
        var (afterLast, above) = (TVector.Broadcast(bins.AfterLast), TVector.Constant(bins.Bins + 1));
        for (; from <= to - TVector.Count; from += TVector.Count)
        {
            var value = TVector.Load(in x[from]);
            var slot = BinIndex.Of(value, low, scale, last) + TVector.Constant(1);
            slot = TVector.Select(TVector.LessThan(value, low), TVector.Constant(0), slot);
            slot = TVector.Select(TVector.LessThan(value, afterLast), slot, above);
            BinIndex.ToInteger(slot).Store(ref slots[from]);
        }

        return from;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Integer<T>(T* integers, int i)
        where T : unmanaged => sizeof(T) == sizeof(long) ? (int)((long*)integers)[i] : ((int*)integers)[i];

    /// <summary>1 for true, without the branch that <c>? 1 : 0</c> may become.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int One(bool condition) => Unsafe.BitCast<bool, byte>(condition);
}
