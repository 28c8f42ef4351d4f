using FanIn.Cli.Rendering;
using FanIn.Dsl.Advice;
using FanIn.Theory;
using FanIn.Theory.Networks;
using Spectre.Console;

namespace FanIn.Cli.Advising;

/// <summary>What is predicted of a network, in a line.</summary>
internal sealed record AdviceRow(
    string Name, string FirstRms, string LastRms, string Gradient, string InputDriven, string Depth, string Verdict, Style? Look)
{
    /// <summary>What stands between name and verdict.</summary>
    public IReadOnlyList<string> Numbers { get; } = [FirstRms, LastRms, Gradient, InputDriven, Depth];

    /// <summary>The names of the columns.</summary>
    public static AdviceRow Header { get; } = new("", "rms z₁", "rms z_L", "da₁/da_L", "driven", "6 ξ_c", "verdict", Rendering.Look.Aside);

    /// <summary>The line of a network.</summary>
    public static AdviceRow Of(string name, NetworkSketch network)
    {
        var prediction = NetworkPredictor.Predict(network);
        var chain = prediction.Layers.Where(layer => layer.Depth == 0).ToList();
        if (prediction.Obstacle is not null || chain.Count == 0)
        {
            string why = prediction.Findings.Count > 0 ? prediction.Verdict.Word() : "no prediction";
            return new AdviceRow(name, "–", "–", "–", "–", "–", why, null);
        }

        var gradients = chain.Select(layer => (layer.PreGradientRms ?? layer.GradientRms)?.Value).OfType<double>().ToList();
        var last = chain[^1];
        var look = prediction.Findings.Count == 0 ? Rendering.Look.Good : Rendering.Look.Striking;
        return new AdviceRow(
            name,
            ShortNumber.Of(chain[0].Rms.Value),
            ShortNumber.Of(last.Rms.Value),
            gradients.Count > 1 ? ShortNumber.Of(gradients[0] / gradients[^1]) : "–",
            ShortNumber.Percent(last.InputDriven.Value),
            SixDepths(network),
            prediction.Verdict.Word(),
            look);
    }

    /// <summary>Six correlation depths of equal layers; ∞ at the edge of chaos, – where variances end nowhere or layers differ.</summary>
    private static string SixDepths(NetworkSketch network)
    {
        var kinds = network.Layers.OfType<DenseSketch>().Where(layer => layer.Activation is not null)
            .Select(layer => (layer.Activation, SigmaW2: layer.FanIn * layer.Weights.Variance, SigmaB2: layer.Bias?.Variance ?? 0))
            .Distinct().ToList();
        if (kinds.Count != 1 || network.Layers.Any(layer => layer is not DenseSketch))
            return "–";
        var (activation, sigmaW2, sigmaB2) = kinds[0];
        var end = new MeanFieldMap(ActivationTheory.Of(activation!), Math.Sqrt(sigmaW2), Math.Sqrt(sigmaB2)).FixedPoint();
        bool isCritical = end.Kind == FixedPointKind.Vanishes && Math.Abs(end.Chi - 1) < 1e-9;
        double layers = isCritical ? double.PositiveInfinity : 6 * end.CorrelationDepth;
        return end.Kind == FixedPointKind.Diverges || double.IsNaN(layers) ? "–"
            : layers > 9999 ? "∞" : ShortNumber.Bound(Math.Round(layers, layers < 10 ? 1 : 0));
    }
}
