using FanIn.Runtime.Results;

namespace FanIn.Cli.Explaining;

/// <summary>An experiment in five sentences, with the numbers of its run and of theory.</summary>
internal static class ExperimentStory
{
    /// <summary>The sentences: the network, the signal, what it depends on, the gradient, the verdict.</summary>
    public static IReadOnlyList<string> Of(ExperimentResult result)
    {
        var facts = new StoryFacts(result);
        return
        [
            NetworkSentence.Of(facts), SignalSentence.Of(facts), ShareSentence.Of(facts), GradientSentence.Of(facts),
            VerdictSentence.Of(facts),
        ];
    }
}
