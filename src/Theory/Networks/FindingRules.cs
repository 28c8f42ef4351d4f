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

    /// <summary>The conditions that hold of the layers' numbers, in the order of their kinds; what is not known does not hold.</summary>
    /// <param name="layers">In order; of a residual the branch stands before it.</param>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<LayerFacts> layers)
    {
        var chain = layers.Where(layer => layer.Depth == 0).ToList();
        IEnumerable<Finding?> found =
        [
            FirstOf(FindingKind.VanishingSignal, layers, 1 / Factor, below: true),
            FirstOf(FindingKind.ExplodingSignal, layers, Factor, below: false),
            FirstOf(FindingKind.Saturation, layers, SaturatedShare, below: false),
            Gradient(FindingKind.VanishingGradient, chain, 1 / Factor, below: true),
            Gradient(FindingKind.ExplodingGradient, chain, Factor, below: false),
            FirstOf(FindingKind.IndistinguishableInputs, layers, SmallestDistance, below: true),
            FirstOf(FindingKind.Chaotic, layers, Factor, below: false),
            FirstOf(FindingKind.DeadUnits, layers, DeadShare, below: false),
        ];

        // A ratio to nothing says nothing.
        return [.. found.OfType<Finding>().Where(finding => finding.Value < double.PositiveInfinity)];
    }

    /// <summary>The number that a rule compares at a layer, with the deviation of its logarithm; null where nobody knows it.</summary>
    /// <param name="kind">The rule.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="layers">All layers, as for <see cref="Of(IReadOnlyList{LayerFacts})"/>.</param>
    public static Estimate? Value(FindingKind kind, string layer, IReadOnlyList<LayerFacts> layers)
    {
        var chain = layers.Where(candidate => candidate.Depth == 0).ToList();
        Estimate? value = kind is FindingKind.VanishingGradient or FindingKind.ExplodingGradient
            ? GradientRatio(chain, out _)
            : layers.Where(candidate => candidate.Name == layer && chain.Count > 0)
                .Select(candidate => (Estimate?)Measure(kind, candidate, chain[0])).FirstOrDefault();
        return value is { } known && !double.IsNaN(known.Value) ? known : null;
    }

    /// <summary>What theory says of the layers, as the rules look at it.</summary>
    public static IReadOnlyList<LayerFacts> Facts(NetworkPrediction prediction) => [.. prediction.Layers.Select(Facts)];

    /// <summary>Of a prediction.</summary>
    internal static List<Finding> Of(NetworkSketch network, IReadOnlyList<LayerPrediction> layers) =>
        Of(network, layers.Select(Facts).ToList());

    /// <summary>Of what decides it.</summary>
    internal static List<Finding> Of(NetworkSketch network, IReadOnlyList<LayerFacts> layers) =>
        [.. Of(layers), .. Symmetric(network.Layers)];

    /// <summary>The kinds, those first that decide the verdict: what happens to the signal before what happens to the gradient.</summary>
    private static readonly FindingKind[] Order =
    [
        FindingKind.SymmetricUnits,
        FindingKind.VanishingSignal,
        FindingKind.ExplodingSignal,
        FindingKind.Saturation,
        FindingKind.DeadUnits,
        FindingKind.IndistinguishableInputs,
        FindingKind.Chaotic,
        FindingKind.VanishingGradient,
        FindingKind.ExplodingGradient,
    ];

    /// <summary>The first finding of each kind, those first that decide the verdict.</summary>
    public static IReadOnlyList<Finding> ByWeight(IReadOnlyList<Finding> findings)
    {
        var ordered = new List<Finding>();
        foreach (var kind in Order)
        {
            if (findings.FirstOrDefault(finding => finding.Kind == kind) is { } first)
            {
                ordered.Add(first);
            }
        }

        return ordered;
    }

    /// <summary>The word for a list of findings.</summary>
    public static Verdict VerdictOf(IReadOnlyList<Finding> findings) => ByWeight(findings).FirstOrDefault()?.Kind switch
    {
        null => Verdict.Healthy,
        FindingKind.VanishingSignal or FindingKind.VanishingGradient => Verdict.Vanishing,
        FindingKind.ExplodingSignal or FindingKind.ExplodingGradient => Verdict.Exploding,
        FindingKind.Saturation or FindingKind.DeadUnits => Verdict.Saturated,
        FindingKind.Chaotic => Verdict.Chaotic,
        _ => Verdict.InputBlind,
    };

    private static LayerFacts Facts(LayerPrediction layer) => new(layer.Name, layer.Depth)
    {
        Rms = layer.Rms,
        Saturated = Saturated(layer),
        Distance = new Estimate(layer.CosineDistance, layer.CosineLogDeviation),
        Divergence = new Estimate(Math.Sqrt(layer.Divergence ?? 0), double.NaN),
        Dead = new Estimate(layer.Dead ?? 0, double.NaN),
        PreGradientRms = layer.PreGradientRms,
        GradientRms = layer.GradientRms,
    };

    private static Estimate Measure(FindingKind kind, LayerFacts layer, LayerFacts first) => kind switch
    {
        FindingKind.VanishingSignal or FindingKind.ExplodingSignal => Ratio(layer.Rms, first.Rms),
        FindingKind.Saturation => layer.Saturated,
        FindingKind.IndistinguishableInputs => layer.Distance,
        FindingKind.Chaotic => layer.Divergence,
        FindingKind.DeadUnits => layer.Dead,
        _ => LayerFacts.Unknown,
    };

    /// <summary>Whether the layers in a residual's branch count: they have a signal of their own, which the sum need not follow.</summary>
    private static bool IsOfBranches(FindingKind kind) =>
        kind is FindingKind.Saturation or FindingKind.IndistinguishableInputs or FindingKind.DeadUnits;

    private static Finding? FirstOf(FindingKind kind, IReadOnlyList<LayerFacts> layers, double threshold, bool below)
    {
        var first = layers.FirstOrDefault(layer => layer.Depth == 0);
        foreach (var layer in layers.Where(layer => layer.Depth == 0 || IsOfBranches(kind)))
        {
            var (value, deviation) = Measure(kind, layer, first ?? layer);
            if (below ? value < threshold : value > threshold)
            {
                return new Finding(kind, layer.Name, value, threshold, deviation);
            }
        }

        return null;
    }

    private static Finding? Gradient(FindingKind kind, IReadOnlyList<LayerFacts> chain, double threshold, bool below)
    {
        var ratio = GradientRatio(chain, out var layer);
        return (below ? ratio.Value < threshold : ratio.Value > threshold)
            ? new Finding(kind, layer, ratio.Value, threshold, ratio.Deviation)
            : null;
    }

    /// <summary>
    /// rms da of the first layer over that of the last; unknown where there are not two. Where all weights are in branches, the gradients
    /// of the values stand for those of the pre-activations.
    /// </summary>
    private static Estimate GradientRatio(IReadOnlyList<LayerFacts> chain, out string layer)
    {
        var ratio = Ratio(chain, facts => facts.PreGradientRms, out layer);
        return layer.Length > 0 ? ratio : Ratio(chain, facts => facts.GradientRms, out layer);
    }

    private static Estimate Ratio(IReadOnlyList<LayerFacts> chain, Func<LayerFacts, Estimate?> measure, out string layer)
    {
        var layers = chain.Where(facts => measure(facts) is not null).ToList();
        layer = layers.Count > 1 ? layers[0].Name : "";
        if (layers.Count < 2)
        {
            return LayerFacts.Unknown;
        }

        var (first, last) = (measure(layers[0])!.Value, measure(layers[layers.Count - 1])!.Value);
        return new Estimate(first.Value / last.Value, first.Deviation / first.Value);
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

    private static Estimate Ratio(Estimate value, Estimate first) => new(
        value.Value / first.Value, Math.Sqrt(Square(value.Deviation / value.Value) + Square(first.Deviation / first.Value)));

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

    private static double Square(double x) => x * x;
}
