using System.Globalization;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Advice;
using FanIn.Dsl.Model;
using FanIn.Theory;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Advising;

/// <summary>The advice in words: what to do, and why.</summary>
internal static class AdviceText
{
    private const double GlorotBengio = 4;

    /// <summary>Paragraphs.</summary>
    public static IEnumerable<string> Of(AdvisedNetwork network)
    {
        if (network.Advice is not { } advice)
        {
            yield return network.HasWeights
                ? $"No advice: theory says nothing of this network, whatever its weights. {network.Reason}."
                : "No advice: this network has no weights.";
            yield break;
        }

        foreach (string reason in Obstacles(network))
            yield return reason;
        var predictions = network.Variants.Select(pair => NetworkPredictor.Predict(pair.Sketch)).ToList();
        if (advice.Unhelped is { } best)
        {
            yield return Unhelped(network, best);
            yield return advice.Helps
                ? $"Compute {advice.Layers.Select(layer => layer.Activation).OfType<string>().First()} instead:"
                : $"The least harm does this, and still {Words(advice.Prediction)}:";
        }
        else
        {
            bool isHealthy = predictions.All(prediction => prediction.Obstacle is null && prediction.Findings.Count == 0);
            yield return !isHealthy ? "Signal and gradient last with:"
                : $"{(predictions.Count == 1 ? "Healthy as it is" : "All are healthy")}: nothing need change. Theory's own first choice:";
        }
    }

    /// <summary>Why some of the variants have no prediction.</summary>
    private static IEnumerable<string> Obstacles(AdvisedNetwork network) => network.Variants
        .Select(pair => (pair.Variant.Label, NetworkPredictor.Predict(pair.Sketch).Obstacle))
        .Where(pair => pair.Obstacle is not null)
        .GroupBy(pair => pair.Obstacle, pair => pair.Label)
        .Select(group => $"No prediction{(group.First().Length > 0 ? $" for {string.Join(", ", group)}" : "")}: {group.Key}.");

    private static string Words(NetworkPrediction prediction) =>
        string.Join(", ", prediction.Findings.Select(finding => $"{Word(finding.Kind)} at {finding.Layer} ({finding.Id})"));

    private static string Word(FindingKind kind) => kind switch
    {
        FindingKind.VanishingSignal => "the signal vanishes",
        FindingKind.ExplodingSignal => "the signal explodes",
        FindingKind.Saturation => "too much is saturated",
        FindingKind.VanishingGradient => "the gradient vanishes",
        FindingKind.ExplodingGradient => "the gradient explodes",
        FindingKind.IndistinguishableInputs => "inputs are alike",
        FindingKind.Chaotic => "neighbours come apart",
        FindingKind.DeadUnits => "too many units are dead",
        _ => "units are equal",
    };

    /// <summary>Why no initialisation is right for an activation.</summary>
    private static string Unhelped(AdvisedNetwork network, NetworkPrediction best)
    {
        string name = Name(network.Variants[0].Variant);
        var theory = ActivationTheory.Of(network.Variants[0].Sketch.Activations()[0]);
        int initialisations = network.Variants.Select(pair => pair.Sketch).Distinct().Count();
        string none = initialisations switch
        {
            1 => $"No initialisation is right for {name} here",
            2 => $"Neither of the two is right for {name}, nor is any other",
            _ => $"None of the {Count(initialisations)} is right for {name}, nor is any other",
        };
        if (theory.CriticalForBias(0) is not { } edge)
            return $"{none}: it has no critical point, where signal and gradient both last, at any σ_w; {Words(best)}.";
        double saturated = theory.Slopes.SaturatedAt(edge.QStar);
        if (saturated <= FindingRules.SaturatedShare)
            return $"{none}: it is critical at σ_w = {ShortNumber.Of(edge.SigmaW)}, but at best {Words(best)}.";
        string text = $"{none}: it is critical only at σ_w = {ShortNumber.Of(edge.SigmaW)}, where {ShortNumber.Percent(saturated)} of the "
            + "values are saturated; below, gradients vanish and inputs become alike.";
        return name == "sigmoid" ? $"{text} {AtGlorotBengio(theory)}" : text;
    }

    /// <summary>The initialisation that Glorot and Bengio's deep sigmoid networks are trained with.</summary>
    private static string AtGlorotBengio(ActivationTheory theory)
    {
        double chi = new MeanFieldMap(theory, GlorotBengio, 0).FixedPoint().Chi;
        return "Uniform weights of ±4 sqrt(6 / (fan_in + fan_out)), σ_w = 4, are a compromise that trains: they keep "
            + $"χ = {ShortNumber.Of(chi)} of the gradient's mean square in each layer.";
    }

    private static string Name(Variant variant) =>
        variant.Layers.Select(layer => layer.Activation()).OfType<Activation>()
            .Select(activation => activation.Written).OrderBy(written => written == "identity").First();

    private static string Count(int number) => number switch
    {
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
