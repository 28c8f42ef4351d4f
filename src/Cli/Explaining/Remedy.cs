using FanIn.Cli.Rendering;
using FanIn.Dsl.Advice;
using FanIn.Theory;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Explaining;

/// <summary>What to try, from the critical point of the activation.</summary>
internal static class Remedy
{
    /// <summary>A σ_w nearer to the critical one than this is critical already.</summary>
    private const double Near = 0.02;

    /// <summary>The end of a sentence: <c>try weights of variance 2 / fan_in (he_normal), …</c>.</summary>
    public static string Of(StoryFacts facts, NetworkPrediction theory)
    {
        if (theory.Findings.Any(finding => finding.Kind == FindingKind.SymmetricUnits))
            return "draw the weights at random, with he_normal for relu and its kin and xavier_normal for tanh";
        var finding = FindingRules.ByWeight(theory.Findings)[0];
        var active = facts.Result.Sketch!.DenseLayers().Where(dense => dense.Activation is not null).ToList();
        var layer = active.Find(dense => dense.Name == finding.Layer) ?? active.FirstOrDefault();
        if (layer?.Activation is not { } phi)
            return "try another spread of the weights, or a norm before each activation";
        string name = facts.Result.Definition.Layers.First(definition => definition.Name == layer.Name).Activation ?? "this activation";
        var activation = ActivationTheory.Of(phi);
        if (activation.CriticalForBias(0) is not { } critical
            || activation.Slopes.SaturatedAt(critical.QStar) > FindingRules.SaturatedShare)
            return $"no spread of the weights saves {name}, so try tanh or relu";
        double sigmaW = Math.Sqrt(layer.FanIn * layer.Weights.Variance);
        return Math.Abs(sigmaW / critical.SigmaW - 1) < Near
            ? $"the weights have the critical spread of {name} already, so try fewer layers, residual connections or a norm"
            : $"try weights of variance {Variance(critical.SigmaW)}, the critical spread of {name}";
    }

    /// <summary>With the initialiser that has it, where one has.</summary>
    private static string Variance(double sigmaW) => ShortNumber.Bound(sigmaW * sigmaW) switch
    {
        "1" => "1 / fan_in (lecun_normal)",
        "2" => "2 / fan_in (he_normal)",
        var other => $"{other} / fan_in",
    };
}
