using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>What a result, and theory, say of the sizes of signal and gradient from layer to layer.</summary>
internal static class DepthSeries
{
    /// <summary>
    /// Standard deviations to either side of a prediction, of its logarithm as befits the axis: a band that is wider than its value ends
    /// above 0.
    /// </summary>
    public const double Band = 2;

    /// <summary>The part lies on the whole where the inputs drive all of it.</summary>
    private const float SmallRadius = 1.9f;

    public static IReadOnlyList<Series> Signal(ExperimentResult result, NetworkPrediction? prediction) => Existing(
        Of(
            result, prediction, "activations z", Palette.Bar,
            layer => layer.Activations is { } activations ? RootMeanSquare.Of(activations) : null, layer => layer.Rms),
        Of(
            result, prediction, "the part of z that depends on the input", Palette.Driven,
            RootMeanSquare.Driven, layer => new(RootMeanSquare.Driven(layer), double.NaN)) with
        { Radius = SmallRadius });

    public static IReadOnlyList<Series> Gradient(ExperimentResult result, NetworkPrediction? prediction) => Existing(
        Of(
            result, prediction, "gradient dL/da", Palette.Gradient,
            layer => layer.PreActivationGradients is { } gradients ? RootMeanSquare.Of(gradients) : null, layer => layer.PreGradientRms));

    private static Series[] Existing(params Series[] series) => [.. series.Where(one => one.Points.Count > 0)];

    private static Series Of(
        ExperimentResult result,
        NetworkPrediction? prediction,
        string name,
        SKColor color,
        Func<LayerResult, double?> measured,
        Func<LayerPrediction, Estimate?> predicted)
    {
        var points = new List<(double, double)>();
        var theory = new List<(double, double, double, double)>();
        foreach (var layer in result.Layers)
        {
            if (measured(layer) is not { } value)
                continue;
            points.Add((layer.Layer, value));
            if (prediction?.Find(layer.Name) is { } found && predicted(found) is { } estimate)
                theory.Add(Banded(layer.Layer, estimate));
        }

        return new(name, color, points, theory);
    }

    private static (double X, double Y, double Low, double High) Banded(int layer, Estimate estimate)
    {
        var factor = Math.Exp(Band * estimate.Deviation / estimate.Value);
        return (layer, estimate.Value, estimate.Value / factor, estimate.Value * factor);
    }
}
