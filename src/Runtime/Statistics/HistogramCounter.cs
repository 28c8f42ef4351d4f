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
        _tables = new long[team.Threads * BinLoops.Tables * _stride];
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
        var tables = _tables.AsSpan(worker * BinLoops.Tables * _stride, BinLoops.Tables * _stride);
        if (!_allFinite || _bins!.Arithmetic == BinArithmetic.Unproven)
        {
            _specials[worker] += CountAny(_view, item, _bins!, tables);
            return;
        }

        fixed (long* counts = tables)
            _specials[worker].Zeros += Count<Lanes256<T>>(item, counts);       // wider ones wait for the increments as well
    }

    private long Count<TVector>(int chunk, long* counts)
        where TVector : struct, IVector<TVector, T> => _bins!.Arithmetic == BinArithmetic.Exact
            ? BinLoops.CountExact<T, TVector>(_view, chunk, _bins, counts, _stride)
            : BinLoops.CountCorrected<T, TVector>(_view, chunk, _bins, counts, _stride);

    /// <summary>Any elements and any bins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
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
