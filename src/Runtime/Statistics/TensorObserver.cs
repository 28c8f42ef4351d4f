using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Statistics;

/// <summary>Measures tensors. One for an experiment: it owns the workspace, allocated once.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="team">Who does the work.</param>
/// <param name="width">Of the vectors.</param>
/// <param name="capacity">The largest tensors.</param>
/// <param name="maxBins">The most bins.</param>
internal sealed class TensorObserver<T>(WorkerTeam team, VectorWidth width, ReductionCapacity capacity, int maxBins) : IParallelWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly MomentReduction<T> _moments = new(width, capacity);
    private readonly HistogramCounter<T> _histogram = new(team.Threads, width, maxBins);
    private TensorView<T> _view;
    private bool _reducing;
    private bool _counting;

    /// <summary>Measures a tensor.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="bins">Its bins.</param>
    /// <param name="automatic">Whether the bins are to span the finite elements.</param>
    /// <param name="result">Receives the statistics.</param>
    public void Observe(in TensorView<T> view, BinEdges<T> bins, bool automatic, ObservedTensor result)
    {
        _view = view;
        _moments.Begin(view);
        if (!automatic)
            _histogram.Begin(view, bins);
        Run(reducing: true, counting: !automatic);
        _moments.Combine();

        var allFinite = double.IsFinite(_moments.Total.Mean) && double.IsFinite(_moments.Low) && double.IsFinite(_moments.High);
        var nonFinite = allFinite ? new NonFinite(0, 0, 0, _moments.Low, _moments.High) : NonFinite.In(view);
        if (automatic)
        {
            bins.ResetToExtremes(nonFinite.Low, nonFinite.High);
            _histogram.Begin(view, bins);
            Run(reducing: false, counting: true);
        }

        var special = _histogram.Complete(nonFinite, result.Counts);
        result.Set(_moments.Total, _moments.Low, _moments.High, (bins.Low, bins.High), special);
    }

    /// <summary>The moments of each series; good until the next tensor is measured.</summary>
    public ReadOnlySpan<Moments> MomentsOf(in TensorView<T> view)
    {
        _view = view;
        _moments.Begin(view);
        Run(reducing: true, counting: false);
        _moments.Combine();
        return _moments.Series;
    }

    /// <summary>A block of samples: its moments, then its histogram while it is in the cache.</summary>
    void IParallelWork.Do(int item, int worker)
    {
        var first = item * _view.ChunksPerItem;
        var chunks = Math.Min(_view.ChunksPerItem, _view.Chunks - first);
        for (var chunk = first; _reducing && chunk < first + chunks; chunk++)
            _moments.ReduceChunk(chunk);
        if (_counting)
            _histogram.CountChunks(first, chunks, worker);
    }

    private void Run(bool reducing, bool counting)
    {
        (_reducing, _counting) = (reducing, counting);
        team.Run(this, (_view.Chunks + _view.ChunksPerItem - 1) / _view.ChunksPerItem);
    }

    /// <summary>The mean over the batch of each unit of the tensor that was observed last.</summary>
    public void UnitMeans(Span<double> means)
    {
        var series = _moments.Series;
        for (var j = 0; j < series.Length; j++)
            means[j] = series[j].Mean;
    }

    /// <summary>
    /// The split of the variance of the tensor that was observed last, whose series are units. Definitions: docs/numerics.md.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public VarianceParts Split()
    {
        var units = _moments.Series;
        var total = _moments.Total;
        var (between, within, stds) = (0.0, 0.0, 0.0);
        foreach (ref readonly var unit in units)
        {
            var d = unit.MeanFrom(total.Shift, total.Offset);
            between += d * d;
            within += unit.Variance;
            stds += unit.Std;
        }

        var n = units.Length;
        var inputs = _moments.AcrossSeries().Variance / ((double)n * n);
        return new(between / n, inputs, within / n, total.Variance, stds / n);
    }
}
