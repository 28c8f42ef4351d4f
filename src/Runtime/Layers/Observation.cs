using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>One tensor of one layer that is observed: its bins and its statistics.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class Observation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _automatic;
    private readonly BinEdges<T> _bins;

    private Observation(string name, HistogramDefinition histogram)
    {
        _bins = new(histogram.Bins);
        _automatic = histogram.Range is null;
        if (histogram.Range is { } range)
            _bins.Reset(range.Low, range.High);
        Statistics = new(name, histogram.Bins);
    }

    /// <summary>The statistics as of the last Observe.</summary>
    public ObservedTensor Statistics { get; }

    /// <summary>An observation for a tensor that the experiment observes, otherwise null.</summary>
    public static Observation<T>? For(string tensor, string layer, HistogramDefinition? histogram) =>
        histogram is null ? null : new($"{tensor} of {layer}", histogram);

    /// <summary>Measures the tensor as it is now.</summary>
    public void Observe(TensorObserver<T> observer, in TensorView<T> view) =>
        observer.Observe(view, _bins, _automatic, Statistics);

    /// <summary>A copy of the statistics.</summary>
    public TensorStatistics ToStatistics() => Statistics.ToStatistics();
}
