using FanIn.Runtime.Results;

namespace FanIn.Cli.Explaining;

/// <summary>An experiment in five sentences, with the numbers of its run and of theory.</summary>
internal static class ExperimentStory
{
    /// <summary>The sentences: the network, the signal, what it depends on, the gradient, the verdict.</summary>
    /// <remarks>
    /// Of a training signal and gradient are those before its first step, where these were observed: theory knows them then.
    /// </remarks>
    public static IReadOnlyList<string> Of(ExperimentResult result)
    {
        var (end, facts) = (new StoryFacts(result), new StoryFacts(result.Untrained ?? result));
        string signal = SignalSentence.Of(facts);
        return
        [
            NetworkSentence.Of(end),
            result.Untrained is null ? signal : $"Before the first step, {char.ToLowerInvariant(signal[0])}{signal[1..]}",
            ShareSentence.Of(facts),
            GradientSentence.Of(facts),
            VerdictSentence.Of(end, facts),
        ];
    }
}
