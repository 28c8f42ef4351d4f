using FanIn.Cli.Rendering;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Explaining;

/// <summary>The verdict, why, and what to try.</summary>
internal static class VerdictSentence
{
    /// <summary>The sentence.</summary>
    /// <param name="end">The network at the end of its training, if it is trained.</param>
    /// <param name="facts">The network before it, where that is known; otherwise the same.</param>
    public static string Of(StoryFacts end, StoryFacts facts)
    {
        if (end.Result.Training is { } training)
        {
            string before = facts.Theory is { HasVerdict: true } expected
                ? $"the verdict before training is {expected.Verdict.Word()}"
                    + (expected.Findings.Count > 0 ? $", as {Reasons(facts, expected.Findings)}" : "") + "; "
                : "";
            return Prose.Sentence(
                $"{before}the training took the loss from {ShortNumber.Of(training.Losses[0])} to {ShortNumber.Of(training.Loss)}"
                + (double.IsFinite(training.Accuracy)
                    ? $" and puts {ShortNumber.Percent(training.Accuracy)} of the samples held out into their class" : ""));
        }

        var unexpected = Unexpected(facts);
        if (facts.Theory is not { HasVerdict: true } theory)
        {
            return Prose.Sentence(unexpected.Count == 0
                ? "there is no verdict, as theory does not reach the last layer and nothing measured is out of bounds"
                : $"by measurement the verdict is {FindingRules.VerdictOf(unexpected).Word()}: {Reasons(facts, unexpected)}");
        }

        string measured = unexpected.Count == 0
            ? ""
            : $", though measured it is {FindingRules.VerdictOf(unexpected).Word()}: {Reasons(facts, unexpected)}";
        return Prose.Sentence(theory.Findings.Count == 0
            ? $"the verdict is healthy{(measured.Length > 0 ? measured : ": signal and gradient arrive, and there is nothing to change")}"
            : $"the verdict is {theory.Verdict.Word()}: {Reasons(facts, theory.Findings)}{measured}; {Remedy.Of(facts, theory)}");
    }

    private static string Reasons(StoryFacts facts, IReadOnlyList<Finding> findings) =>
        Prose.List([.. FindingRules.ByWeight(findings).Select(finding => FindingText.Of(finding, facts.Chain))]);

    /// <summary>What is measured and not predicted.</summary>
    private static IReadOnlyList<Finding> Unexpected(StoryFacts facts) =>
        [.. FindingRules.Of(facts.Measured).Where(finding => facts.Theory?.Findings.Any(known => known.Kind == finding.Kind) != true)];
}
