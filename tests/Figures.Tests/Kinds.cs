using System.Collections.Immutable;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>Hand-made results with what further kinds of figures need.</summary>
internal static class Kinds
{
    public static LayerResult Deep(int layer, double rms, double gradient, double driven = 0.5) => Sample.Layer(layer, OfSize(rms)) with
    {
        Split = new(1 - driven, 0.01, driven, driven, 0.2, 0.3),
        PreActivationGradients = OfSize(gradient),
    };

    public static TensorStatistics OfSize(double rms) => Sample.Tensor(Sample.Bins(0, 1, 10, 10), rms) with { Mean = 0 };

    /// <summary>The identity, as steep as asked for.</summary>
    public static LayerSlopes Slopes(double slope, params long[] counts) => new()
    {
        PreActivations = Sample.Tensor(Sample.Bins(-6, 6, 1, 8, 1), 1.5) with { Mean = 0 },
        Slopes = Sample.Tensor(Sample.Bins(0, 1, counts), 0.2) with { Mean = slope },
        Curve = Points(slope, -6, -3, 0, 3, 6),
        Tangents = Points(slope, -3, -1.5, 0, 1.5, 3),
    };

    public static ActivationSample Cells(int rows, int units, Func<int, int, double> value) => new()
    {
        Rows = rows,
        Units = units,
        Values = [.. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, units).Select(unit => value(row, unit)))],
    };

    public static LayerResult With(
        this LayerResult layer, LayerSlopes? slopes = null, ActivationSample? sample = null, Histogram? own = null) =>
        layer with { FigureData = new() { Slopes = slopes, Sample = sample, OwnStd = own } };

    private static ImmutableArray<CurvePoint> Points(double slope, params double[] places) =>
        [.. places.Select(x => new CurvePoint(x, slope * x, slope))];
}
