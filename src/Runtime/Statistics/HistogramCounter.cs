using System.Numerics;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Statistics;

/// <summary>Counts a tensor's elements over bins. Counts are integers, so that neither order nor threads matter.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class HistogramCounter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BinTally<T>[] _tallies;
    private readonly long[] _slots;
    private TensorView<T> _view;
    private BinEdges<T> _bins = null!;

    /// <summary>Makes room for so many threads and bins.</summary>
    public HistogramCounter(int threads, VectorWidth width, int maxBins)
    {
        _slots = new long[maxBins + 2];
        _tallies = new BinTally<T>[threads];
        for (var i = 0; i < threads; i++)
            _tallies[i] = new(width, maxBins);
    }

    /// <summary>Begins with a tensor: <see cref="CountChunks"/> is to follow for each chunk, then <see cref="Complete"/>.</summary>
    public void Begin(in TensorView<T> view, BinEdges<T> bins)
    {
        (_view, _bins) = (view, bins);
        foreach (var tally in _tallies)
            tally.Begin(bins);
    }

    /// <summary>Counts chunks of a block, of every series. Several threads may do different ones.</summary>
    /// <param name="chunk">The first of them.</param>
    /// <param name="chunks">How many.</param>
    /// <param name="worker">The thread's number.</param>
    public void CountChunks(int chunk, int chunks, int worker)
    {
        var tally = _tallies[worker];
        var length = Math.Min(chunks * TensorView<T>.ChunkLength, _view.Length - (chunk * TensorView<T>.ChunkLength));
        if (length == _view.SeriesStride)
        {
            tally.Add(_view.Chunk(0, chunk), _view.Series * length);       // nothing lies between them
            return;
        }

        for (var series = 0; series < _view.Series; series++)
            tally.Add(_view.Chunk(series, chunk), length);
    }

    /// <summary>Gives the results.</summary>
    /// <param name="nonFinite">How many are NaN or infinite.</param>
    /// <param name="counts">Receives below, the bins, above.</param>
    /// <returns>What is counted apart.</returns>
    public SpecialCounts Complete(in NonFinite nonFinite, Span<long> counts)
    {
        var slots = _slots.AsSpan(0, _bins.Bins + 2);
        slots.Clear();
        var zeros = 0L;
        foreach (var tally in _tallies)
            zeros += tally.AddTo(slots);
        counts[0] = slots[_bins.BelowSlot];
        slots[.._bins.Bins].CopyTo(counts[1..]);
        counts[^1] = 0;
        var above = _view.Count - nonFinite.NaN;
        foreach (var count in counts)
            above -= count;
        counts[^1] = above;
        return new()
        {
            Zeros = zeros,
            NaN = nonFinite.NaN,
            NegativeInfinity = nonFinite.NegativeInfinity,
            PositiveInfinity = nonFinite.PositiveInfinity,
        };
    }
}
