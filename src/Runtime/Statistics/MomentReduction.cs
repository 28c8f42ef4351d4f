using System.Numerics;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// Moments of a tensor along a fixed tree: chunks of 40, then the chunks of a series, then the series. The tree depends on the shape alone;
/// threads share the chunks and then the series. docs/numerics.md describes it.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class MomentReduction<T> : IParallelWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int SeriesPerItem = 16;

    private readonly WorkerTeam _team;
    private readonly VectorWidth _width;
    private readonly Moments[] _chunks;
    private readonly Moments[] _series;
    private readonly (double Low, double High)[] _extremes;
    private readonly double[] _deviations;
    private TensorView<T> _view;
    private bool _combining;
    private bool _acrossSeries;

    /// <summary>Makes room for tensors of up to these sizes.</summary>
    /// <param name="team">Who does the work.</param>
    /// <param name="width">Of the vectors.</param>
    /// <param name="capacity">The sizes.</param>
    public MomentReduction(WorkerTeam team, VectorWidth width, ReductionCapacity capacity)
    {
        (_team, _width) = (team, width);
        _chunks = new Moments[capacity.Partials];
        _series = new Moments[capacity.Series];
        _extremes = new (double, double)[capacity.Chunks];
        _deviations = new double[capacity.Chunks * TensorView<T>.ChunkLength];
    }

    /// <summary>The whole tensor's moments.</summary>
    public Moments Total { get; private set; }

    /// <summary>Smallest element, NaN left aside; +∞ when there is no other.</summary>
    public double Low { get; private set; }

    /// <summary>Largest element, NaN left aside; −∞ when there is no other.</summary>
    public double High { get; private set; }

    /// <summary>Moments of each series.</summary>
    public ReadOnlySpan<Moments> Series => _series.AsSpan(0, _view.Series);

    /// <summary>Reduces a tensor.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="acrossSeries">Whether <see cref="AcrossSeries"/> is wanted.</param>
    public void Run(in TensorView<T> view, bool acrossSeries)
    {
        (_view, _acrossSeries, _combining) = (view, acrossSeries, false);
        _team.Run(this, view.Chunks);
        _combining = true;
        _team.Run(this, (view.Series + SeriesPerItem - 1) / SeriesPerItem);
        Total = Moments.Combine(Series);
        (Low, High) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (low, high) in _extremes.AsSpan(0, view.Chunks))
            (Low, High) = (low < Low ? low : Low, high > High ? high : High);
    }

    /// <summary>
    /// Moments over positions (rows of the batch) of the sum of all series there, up to a constant that all positions share.
    /// To be called after <see cref="Run"/> with acrossSeries; overwrites the partial results.
    /// </summary>
    public Moments AcrossSeries()
    {
        fixed (double* deviations = _deviations)
        {
            var view = TensorView<double>.OfRows(deviations, 1, _view.Length);
            for (var chunk = 0; chunk < view.Chunks; chunk++)
                MomentLeaves.Reduce(view, chunk, _width, _chunks, ref _extremes[chunk], null);
        }

        return Moments.Combine(_chunks.AsSpan(0, _view.Chunks));
    }

    void IParallelWork.Do(int item, int worker)
    {
        if (_combining)
        {
            CombineSeries(item * SeriesPerItem, Math.Min((item + 1) * SeriesPerItem, _view.Series));
            return;
        }

        MomentLeaves.Reduce(_view, item, _width, _chunks, ref _extremes[item], _acrossSeries ? _deviations : null);
    }

    private void CombineSeries(int from, int to)
    {
        var chunks = _view.Chunks;
        for (var series = from; series < to; series++)
            _series[series] = Moments.Combine(_chunks.AsSpan(series * chunks, chunks));
    }
}
