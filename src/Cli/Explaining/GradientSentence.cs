using FanIn.Cli.Rendering;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Explaining;

/// <summary>What happens to the gradient on its way back.</summary>
internal static class GradientSentence
{
    public static string Of(StoryFacts facts)
    {
        if (facts.Chain.Count < 2)
            return "With a single layer the gradient has no way to go back.";
        string way = $"on the way back from {facts.Chain[^1]} to {facts.Chain[0]}";
        double? expected = facts.Theory is { } theory ? Ratio(FindingRules.Facts(theory)) : null, measured = Ratio(facts.Measured);
        bool hasBackward = facts.Result.Layers.Any(layer => layer.Gradients is not null);
        return Prose.Sentence((expected, measured) switch
        {
            ({ } e, { } m) => $"{way} the gradient becomes {Times(e)} as large in theory and became {Times(m)} as large in this run",
            ({ } e, null) =>
                $"{way} the gradient becomes {Times(e)} as large in theory, and the experiment has no backward pass to measure it",
            (null, { } m) => $"{way} the gradient became {Times(m)} as large, with no theory beside it",
            _ => hasBackward
                ? $"{way} nothing is left of the gradient that could be compared"
                : "of the gradient theory says nothing, and the experiment has no backward pass to measure it",
        });
    }

    private static double? Ratio(IReadOnlyList<LayerFacts> layers) => FindingRules.Value(FindingKind.VanishingGradient, "", layers)?.Value;

    private static string Times(double ratio) => $"{ShortNumber.InText(ratio)} times";
}
