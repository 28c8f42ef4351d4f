using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>What becomes of signal and gradient in networks that differ in the standard deviation of their weights.</summary>
/// <param name="Activation">What they have in common.</param>
/// <param name="FanIn">Of the last layer with weights; the same for all, or 0.</param>
/// <param name="Series">Over the standard deviation of that layer's weights, in its order.</param>
internal sealed record StdCurve(string Activation, int FanIn, IReadOnlyList<Series> Series)
{
    public static StdCurve Of(string activation, IReadOnlyList<ExperimentResult> results)
    {
        var networks = results.Where(result => Last(result) is not null).OrderBy(Std).ToList();
        var fans = networks.Select(FanInOf).Distinct().ToList();
        return new(activation, fans.Count == 1 ? fans[0] : 0, [.. Signal(networks).Concat(Gradient(networks))]);
    }

    /// <summary>The activation of all layers, or of each in turn: <c>tanh</c>.</summary>
    public static string ActivationOf(ExperimentResult result)
    {
        var activations = result.Definition.Layers.Select(layer => layer.Activation).OfType<string>().Distinct().ToList();
        return activations.Count == 0 ? "no activation" : string.Join(" / ", activations);
    }

    private static IEnumerable<Series> Signal(List<ExperimentResult> networks)
    {
        yield return Ratio(
            networks, "signal: rms of z, last layer / first", Palette.Bar,
            layer => layer.Activations is { } tensor ? RootMeanSquare.Of(tensor) : null,
            layer => layer.Rms.Value, isForward: true) with
        { Radius = 3.4f };
        yield return Ratio(
            networks, "its part that depends on the input", Palette.Driven,
            RootMeanSquare.Driven, layer => RootMeanSquare.Driven(layer), isForward: true) with
        { Radius = 1.8f };
    }

    private static IEnumerable<Series> Gradient(List<ExperimentResult> networks)
    {
        var series = Ratio(
            networks, "gradient: rms of dL/da, first layer / last", Palette.Gradient,
            layer => layer.PreActivationGradients is { } tensor ? RootMeanSquare.Of(tensor) : null,
            layer => layer.PreGradientRms?.Value, isForward: false);
        if (series.Points.Count > 0)
            yield return series with { Radius = 4.6f, IsRing = true };
    }

    private static Series Ratio(
        List<ExperimentResult> networks,
        string name,
        SKColor color,
        Func<LayerResult, double?> measured,
        Func<LayerPrediction, double?> predicted,
        bool isForward)
    {
        var points = new List<(double, double)>();
        var theory = new List<(double, double, double, double)>();
        foreach (var network in networks)
        {
            if (Over(network.Layers.Select(measured), isForward) is { } ratio)
                points.Add((Std(network), ratio));
            if (network.Prediction is { } prediction && Over(prediction.Layers.Select(predicted), isForward) is { } expected)
                theory.Add((Std(network), expected, double.NaN, double.NaN));
        }

        return new(name, color, points, theory);
    }

    /// <summary>The last value over the first, or the other way round; null with no values.</summary>
    private static double? Over(IEnumerable<double?> values, bool isForward)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : isForward ? known[^1] / known[0] : known[0] / known[^1];
    }

    private static LayerResult? Last(ExperimentResult result) => result.Layers.LastOrDefault(layer => layer.SigmaW2 is not null);

    private static int FanInOf(ExperimentResult result) => result.Definition.Layers[Last(result)!.Layer - 1].FanIn;

    /// <summary>Of the weights that were drawn: √(σ_w²/fan_in).</summary>
    private static double Std(ExperimentResult result) => Math.Sqrt(Last(result)!.SigmaW2!.Value / FanInOf(result));
}
