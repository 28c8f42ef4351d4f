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

    private const byte PaleAlpha = 0x60;

    public static IReadOnlyList<Series> Signal(ExperimentResult result, NetworkPrediction? prediction) =>
    [
        .. Of(
            result, prediction, "activations z", "z in residual branches", Palette.Bar,
            layer => layer.Activations is { } activations ? RootMeanSquare.Of(activations) : null, layer => layer.Rms),
        .. Of(
            result, prediction, "the part of z that depends on the input", "", Palette.Driven,
            RootMeanSquare.Driven, layer => new(RootMeanSquare.Driven(layer), double.NaN))
            .Where(one => one.IsJoined).Select(one => one with { Radius = SmallRadius }),
    ];

    public static IReadOnlyList<Series> Gradient(ExperimentResult result, NetworkPrediction? prediction) =>
    [
        .. Of(
            result, prediction, "gradient dL/da", "dL/da in residual branches", Palette.Gradient,
            layer => layer.PreActivationGradients is { } gradients ? RootMeanSquare.Of(gradients) : null, layer => layer.PreGradientRms),
    ];

    /// <summary>
    /// A line through the layers that follow each other, and paler dots for those in the branches of residuals, which have a signal of
    /// their own. Where fewer than two are outside of branches, the line goes through all.
    /// </summary>
    private static IEnumerable<Series> Of(
        ExperimentResult result, NetworkPrediction? prediction, string name, string branchName, SKColor color,
        Func<LayerResult, double?> measured, Func<LayerPrediction, Estimate?> predicted)
    {
        var places = MeasuredFacts.Unknown(result.Definition);
        var layers = result.Layers.Where(layer => measured(layer) is not null).ToLookup(layer => places[layer.Layer - 1].Depth > 0);
        bool hasChain = layers[false].Take(2).Count() == 2;
        var line = (hasChain ? layers[false] : result.Layers.Where(layer => measured(layer) is not null)).ToList();
        if (line.Count > 0)
            yield return Line(line, prediction, name, color, measured, predicted);
        if (!hasChain || !layers[true].Any())
            yield break;
        yield return new(
            branchName, color.WithAlpha(PaleAlpha), [.. layers[true].Select(layer => ((double)layer.Layer, measured(layer)!.Value))], [])
        {
            Radius = SmallRadius,
            IsJoined = false,
        };
    }

    private static Series Line(
        IReadOnlyList<LayerResult> layers, NetworkPrediction? prediction, string name, SKColor color,
        Func<LayerResult, double?> measured, Func<LayerPrediction, Estimate?> predicted)
    {
        var theory = new List<(double, double, double, double)>();
        foreach (var layer in layers)
        {
            if (prediction?.Find(layer.Name) is { } found && predicted(found) is { } estimate)
                theory.Add(Banded(layer.Layer, estimate));
        }

        return new(name, color, [.. layers.Select(layer => ((double)layer.Layer, measured(layer)!.Value))], theory);
    }

    private static (double X, double Y, double Low, double High) Banded(int layer, Estimate estimate)
    {
        var factor = Math.Exp(Band * estimate.Deviation / estimate.Value);
        return (layer, estimate.Value, estimate.Value / factor, estimate.Value * factor);
    }
}
