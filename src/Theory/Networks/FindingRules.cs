using FanIn.Theory.Numerics;

namespace FanIn.Theory.Networks;

/// <summary>When a prediction is worth a warning. The numbers stand here and nowhere else.</summary>
public static class FindingRules
{
    /// <summary>A signal or gradient that changes by more than this factor vanishes or explodes; likewise a distance that grows.</summary>
    public const double Factor = 20;

    /// <summary>More saturated pre-activations than this are too many.</summary>
    public const double SaturatedShare = 0.25;

    /// <summary>Inputs with a smaller 1 − c are alike.</summary>
    public const double SmallestDistance = 0.005;

    /// <summary>More dead units than this are too many.</summary>
    public const double DeadShare = 1.0 / 3;

    /// <summary>The conditions that hold, in the order of their kinds.</summary>
    internal static List<Finding> Of(NetworkSketch network, IReadOnlyList<LayerPrediction> layers)
    {
        var chain = layers.Where(layer => layer.Depth == 0).ToList();
        IEnumerable<Finding?> found =
        [
            FirstOf(FindingKind.VanishingSignal, chain, layer => Signal(layer, chain[0]), 1 / Factor, below: true),
            FirstOf(FindingKind.ExplodingSignal, chain, layer => Signal(layer, chain[0]), Factor, below: false),
            FirstOf(FindingKind.Saturation, layers, Saturated, SaturatedShare, below: false),
            Gradient(FindingKind.VanishingGradient, chain, 1 / Factor, below: true),
            Gradient(FindingKind.ExplodingGradient, chain, Factor, below: false),
            FirstOf(FindingKind.IndistinguishableInputs, layers, Distance, SmallestDistance, below: true),
            FirstOf(FindingKind.Chaotic, chain, Divergence, Factor, below: false),
            FirstOf(FindingKind.DeadUnits, layers, layer => new Estimate(layer.Dead ?? 0, double.NaN), DeadShare, below: false),
            .. Symmetric(network.Layers),
        ];

        // A ratio to nothing says nothing.
        return [.. found.OfType<Finding>().Where(finding => finding.Value < double.PositiveInfinity)];
    }

    /// <summary>The word for a list of findings: what happens to the signal counts before what happens to the gradient.</summary>
    internal static Verdict VerdictOf(IReadOnlyList<Finding> findings)
    {
        bool Has(FindingKind kind) => findings.Any(finding => finding.Kind == kind);
        return Has(FindingKind.SymmetricUnits) ? Verdict.InputBlind
            : Has(FindingKind.VanishingSignal) ? Verdict.Vanishing
            : Has(FindingKind.ExplodingSignal) ? Verdict.Exploding
            : Has(FindingKind.Saturation) || Has(FindingKind.DeadUnits) ? Verdict.Saturated
            : Has(FindingKind.IndistinguishableInputs) ? Verdict.InputBlind
            : Has(FindingKind.Chaotic) ? Verdict.Chaotic
            : Has(FindingKind.VanishingGradient) ? Verdict.Vanishing
            : Has(FindingKind.ExplodingGradient) ? Verdict.Exploding
            : Verdict.Healthy;
    }

    private static Finding? FirstOf(
        FindingKind kind, IReadOnlyList<LayerPrediction> layers, Func<LayerPrediction, Estimate> measure, double threshold, bool below)
    {
        foreach (var layer in layers)
        {
            var (value, deviation) = measure(layer);
            if (below ? value < threshold : value > threshold)
            {
                return new Finding(kind, layer.Name, value, threshold, deviation);
            }
        }

        return null;
    }

    private static Finding? Gradient(FindingKind kind, IReadOnlyList<LayerPrediction> chain, double threshold, bool below)
    {
        // Where all weights are in branches, the gradients of the values stand for those of the pre-activations.
        return Ratio(kind, chain, layer => layer.PreGradientRms, threshold, below, out var hasTwo) is { } finding ? finding
            : hasTwo ? null : Ratio(kind, chain, layer => layer.GradientRms, threshold, below, out _);
    }

    /// <summary>The first gradient over the last one.</summary>
    private static Finding? Ratio(
        FindingKind kind,
        IReadOnlyList<LayerPrediction> chain,
        Func<LayerPrediction, Estimate?> measure,
        double threshold,
        bool below,
        out bool hasTwo)
    {
        var layers = chain.Where(layer => measure(layer) is not null).ToList();
        hasTwo = layers.Count > 1;
        if (!hasTwo)
        {
            return null;
        }

        var (first, last) = (measure(layers[0])!.Value, measure(layers[layers.Count - 1])!.Value);
        var ratio = first.Value / last.Value;
        return (below ? ratio < threshold : ratio > threshold)
            ? new Finding(kind, layers[0].Name, ratio, threshold, first.Deviation / first.Value)
            : null;
    }

    private static IEnumerable<Finding> Symmetric(IReadOnlyList<LayerSketch> layers) => layers.SelectMany(layer => layer switch
    {
        // A random bias would tell the units apart.
        DenseSketch { Weights.IsConstant: true, FanOut: > 1, Bias: null or { IsConstant: true } } =>
            [new Finding(FindingKind.SymmetricUnits, layer.Name, 0, 0, double.NaN)],
        // A branch that ends with zeros starts as nothing, on purpose (Goyal et al. 2017, §5.1): the sum tells its units apart.
        ResidualSketch { Branch: [.., DenseSketch { Weights: { IsConstant: true, Obstacle: null } }] branch } =>
            Symmetric([.. branch.Take(branch.Count - 1)]),
        ResidualSketch residual => Symmetric(residual.Branch),
        _ => [],
    });

    private static Estimate Signal(LayerPrediction layer, LayerPrediction first)
    {
        var noise = Square(layer.Rms.Deviation / layer.Rms.Value) + Square(first.Rms.Deviation / first.Rms.Value);
        return new Estimate(layer.Rms.Value / first.Rms.Value, Math.Sqrt(noise));
    }

    /// <summary>The share of both sides; its logarithm changes by ½ |t| n(t)/share for each unit of ln q.</summary>
    private static Estimate Saturated(LayerPrediction layer)
    {
        var share = (layer.SaturatedLow ?? 0) + (layer.SaturatedHigh ?? 0);
        if (share == 0 || layer.Q is not { } q)
        {
            return new Estimate(0, double.NaN);
        }

        double Slope(double? side) => side is > 0 and < 1
            ? Math.Abs(Elementary.NormalQuantile(side.Value)) * Elementary.NormalDensity(Elementary.NormalQuantile(side.Value)) : 0;
        return new Estimate(share, (Slope(layer.SaturatedLow) + Slope(layer.SaturatedHigh)) / 2 / share * q.Deviation / q.Value);
    }

    private static Estimate Distance(LayerPrediction layer) => new(layer.CosineDistance, layer.CosineLogDeviation);

    private static Estimate Divergence(LayerPrediction layer) => new(Math.Sqrt(layer.Divergence ?? 0), double.NaN);

    private static double Square(double x) => x * x;
}
