using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>Collects of one layer what figures alone need. Memory is taken at construction.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class FigureCollector<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The most bins of a histogram here.</summary>
    public const int MostBins = SlopeCollector<T>.Bins;

    private const int OwnBins = 40;
    private const double OwnDeviations = 4;

    private readonly TensorObserver<T> _observer;
    private readonly double[]? _sample;
    private readonly BinEdges<T>? _ownBins;
    private readonly ObservedTensor? _own;
    private readonly (int Rows, int Units) _sides;
    private bool _hasOwn;

    /// <summary>A collector of what is needed of a layer.</summary>
    public FigureCollector(LayerSetup<T> setup, BlockedMatrix<T> output, FigureNeeds needs)
    {
        _observer = setup.Observer;
        _sides = (Math.Min(ActivationSample.Side, output.Rows), Math.Min(ActivationSample.Side, output.Units));
        Slopes = needs.HasFlag(FigureNeeds.Slopes) && setup.Layer.Activation is not null ? new(setup) : null;
        _sample = needs.HasFlag(FigureNeeds.Sample) ? new double[_sides.Rows * _sides.Units] : null;
        if (!needs.HasFlag(FigureNeeds.OwnStd))
            return;
        _ownBins = new(OwnBins);
        _own = new($"activations of {setup.Layer.Name}", OwnBins);
    }

    /// <summary>Null where slopes are not needed, or the layer has none.</summary>
    public SlopeCollector<T>? Slopes { get; }

    /// <summary>Collects what comes of the layer's output.</summary>
    /// <param name="output">z.</param>
    /// <param name="activations">Its statistics; null where it is not observed.</param>
    public void ObserveOutput(BlockedMatrix<T> output, ObservedTensor? activations)
    {
        for (var i = 0; i < (_sample?.Length ?? 0); i++)
            _sample![i] = double.CreateTruncating(output[i / _sides.Units, i % _sides.Units]);
        if (_ownBins is null || activations is null)
            return;
        var (low, high) = (activations.Mean - (OwnDeviations * activations.Std), activations.Mean + (OwnDeviations * activations.Std));
        _hasOwn = low < high && double.IsFinite(high - low);
        if (!_hasOwn)
            return;
        _ownBins.Reset(low, high);
        _observer.Observe(output.View(), _ownBins, automatic: false, _own!);
    }

    /// <summary>A copy of what was collected.</summary>
    public LayerFigureData ToResult() => new()
    {
        Slopes = Slopes?.ToResult(),
        Sample = _sample is null ? null : new() { Rows = _sides.Rows, Units = _sides.Units, Values = ImmutableArray.Create(_sample) },
        OwnStd = _hasOwn ? _own!.Histogram : null,
    };
}
