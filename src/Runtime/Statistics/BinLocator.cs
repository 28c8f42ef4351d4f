using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>Finds the slots of elements in vectors, and counts zeros on the way.</summary>
internal static unsafe class BinLocator
{
    /// <summary>Writes the slots of some elements.</summary>
    /// <param name="x">The elements; infinities and NaN may be among them.</param>
    /// <param name="count">How many: a multiple of the words' number.</param>
    /// <param name="bins">The bins, whose tolerance is a number.</param>
    /// <param name="slots">Receives the slots.</param>
    /// <param name="doubts">Receives the first index of each vector of words that has a slot which may be wrong.</param>
    /// <param name="zeros">Counters of zeros, a vector of words.</param>
    /// <returns>How many doubts there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Locate<T, TVector, TWords>(T* x, int count, BinEdges<T> bins, uint* slots, int* doubts, uint* zeros)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var (place, exact, doubtful) = (bins.Place<TVector>(), bins.Tolerance == T.Zero, 0);
        var (up, down) = (TVector.Broadcast(bins.Tolerance), TVector.Broadcast(-bins.Tolerance));
        var zeroCounters = TWords.Load(zeros);
        for (var i = 0; i < count; i += TWords.Count)
        {
            var first = TVector.Load(in x[i]);
            var second = TVector.Load(in x[i + TWords.Count - TVector.Count]);
            TWords.Truncate(place.Of(first, up), place.Of(second, up)).Store(slots + i);
            zeroCounters = TWords.CountZeros(zeroCounters, first);
            if (TVector.IsDouble)
                zeroCounters = TWords.CountZeros(zeroCounters, second);
            if (exact)
                continue;
            var largest = TWords.Truncate(place.InRange(first, up), place.InRange(second, up));
            var smallest = TWords.Truncate(place.InRange(first, down), place.InRange(second, down));
            if ((largest ^ smallest).Any())
                doubts[doubtful++] = i;
        }

        zeroCounters.Store(zeros);
        return doubtful;
    }
}
