using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>Counts a tensor's elements over bins. Counts are integers, so that neither order nor threads matter.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class HistogramCounter<T> : IParallelWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Tables that take turns, so that equal neighbours do not wait for each other's count.</summary>
    private const int Tables = 4;

    private readonly WorkerTeam _team;
    private readonly int _stride;
    private readonly long[] _tables;
    private readonly SpecialCounts[] _specials;
    private TensorView<T> _view;
    private BinEdges<T>? _bins;
    private bool _allFinite;

    /// <summary>Makes room for so many bins.</summary>
    public HistogramCounter(WorkerTeam team, int maxBins)
    {
        _team = team;
        _stride = maxBins + 2;
        _tables = new long[team.Threads * Tables * _stride];
        _specials = new SpecialCounts[team.Threads];
    }

    /// <summary>Counts a tensor.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="bins">The bins.</param>
    /// <param name="allFinite">Whether it is known that no element is NaN or infinite: that is faster.</param>
    /// <param name="counts">Receives below, the bins, above.</param>
    /// <returns>What is counted apart.</returns>
    public SpecialCounts Count(in TensorView<T> view, BinEdges<T> bins, bool allFinite, Span<long> counts)
    {
        (_view, _bins, _allFinite) = (view, bins, allFinite);
        Array.Clear(_tables);
        Array.Clear(_specials);
        _team.Run(this, view.Chunks);
        counts.Clear();
        for (var start = 0; start < _tables.Length; start += _stride)
        {
            for (var slot = 0; slot < counts.Length; slot++)
                counts[slot] += _tables[start + slot];
        }

        var total = default(SpecialCounts);
        foreach (var part in _specials)
            total += part;
        return total;
    }

    void IParallelWork.Do(int item, int worker)
    {
        var tables = _tables.AsSpan(worker * Tables * _stride, Tables * _stride);
        if (_allFinite && _bins!.ArithmeticHolds)
            _specials[worker] += CountFast<Lanes256<T>>(_view, item, _bins, tables, _stride);
        else
            _specials[worker] += CountAny(_view, item, _bins!, tables);
    }

    /// <summary>Every element finite: index by arithmetic, corrected against the two edges beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SpecialCounts CountFast<TVector>(in TensorView<T> view, int chunk, BinEdges<T> bins, Span<long> tables, int stride)
        where TVector : struct, IVector<TVector, T>
    {
        var guesses = stackalloc T[TensorView<T>.ChunkLength];
        var zeros = 0L;
        var length = view.LengthOf(chunk);
        var last = T.CreateTruncating(bins.Bins - 1);
        fixed (T* edges = bins.Edges)
        fixed (long* counts = tables)
        {
            for (var series = 0; series < view.Series; series++)
            {
                var x = view.Chunk(series, chunk);
                var done = Guess<TVector>(x, 0, length, guesses, *edges, bins.Scale, last);
                Guess<Lane<T>>(x, done, length, guesses, *edges, bins.Scale, last);
                for (var i = 0; i < length; i++)
                {
                    var value = x[i];
                    var guess = sizeof(T) == sizeof(long) ? (int)((long*)guesses)[i] : ((int*)guesses)[i];
                    var slot = 1 + guess + One(value >= edges[guess + 1]) - One(value < edges[guess]);
                    counts[((i % Tables) * stride) + slot]++;
                    zeros += One(value == T.Zero);
                }
            }
        }

        return new() { Zeros = zeros };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Guess<TVector>(T* x, int from, int to, T* guesses, T low, T scale, T last)
        where TVector : struct, IVector<TVector, T>
    {
        for (; from <= to - TVector.Count; from += TVector.Count)
        {
            BinGuess.Of(TVector.Load(in x[from]), TVector.Broadcast(low), TVector.Broadcast(scale), TVector.Broadcast(last))
                .Store(ref guesses[from]);
        }

        return from;
    }

    /// <summary>1 for true, without the branch that <c>? 1 : 0</c> may become.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int One(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    /// <summary>Any elements and any bins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SpecialCounts CountAny(in TensorView<T> view, int chunk, BinEdges<T> bins, Span<long> counts)
    {
        var special = default(SpecialCounts);
        for (var series = 0; series < view.Series; series++)
        {
            foreach (var value in new ReadOnlySpan<T>(view.Chunk(series, chunk), view.LengthOf(chunk)))
            {
                special.Zeros += value == T.Zero ? 1 : 0;
                special.NaN += T.IsNaN(value) ? 1 : 0;
                special.NegativeInfinity += T.IsNegativeInfinity(value) ? 1 : 0;
                special.PositiveInfinity += T.IsPositiveInfinity(value) ? 1 : 0;
                if (!T.IsNaN(value))
                    counts[1 + bins.Find(value)]++;
            }
        }

        return special;
    }
}
