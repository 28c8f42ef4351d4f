using System.Globalization;
using FanIn.Cli.Rendering;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Explaining;

/// <summary>What becomes of the signal by the last layer: theory's number, and the run's beside it.</summary>
internal static class SignalSentence
{
    public static string Of(StoryFacts facts)
    {
        string last = facts.Last.Name;
        if (facts.LastPrediction is not { } prediction)
            return Prose.Sentence(facts.Obstacle is { } obstacle ? $"{obstacle}; {Run(facts)}" : Run(facts));
        string where = facts.Result.Layers.Length == 1 ? $"in {last}, its only layer," : $"by {last}";
        if (Landing.Of(PredictedStatistic.Std, prediction, facts.Last) is not { } landing)
            return Prose.Sentence(
                $"{where} theory expects values with a standard deviation "
                + $"of {Band(new(prediction.Std, 0))}, with nothing observed beside it");
        return Prose.Sentence(
            $"{where} theory expects values with a standard deviation of {Band(landing)}, and "
            + (double.IsFinite(landing.Measured)
                ? $"this run measured {ShortNumber.Of(landing.Measured)}{Distance(landing)}{Start(facts)}"
                : "in this run they were too large for numbers"));
    }

    private static string Band(Landing landing) => landing.Band + (double.IsNaN(landing.Predicted.Deviation) ? ", without a band" : "");

    private static string Distance(Landing landing)
    {
        double distance = landing.Predicted.Distance(landing.Measured);
        if (double.IsNaN(distance))
            return "";
        string size = Math.Abs(distance) > 99 ? "more than 99" : Math.Abs(distance).ToString("0.0", CultureInfo.InvariantCulture);
        return size == "0.0" ? ", just that"
            : $", {size} deviations {(distance > 0 ? "above" : "below")} it{(landing.IsOff ? ", more than chance explains" : "")}";
    }

    /// <summary>Where the signal began.</summary>
    private static string Start(StoryFacts facts) =>
        facts.Result.Layers.Length > 1 && facts.First.Activations is { } first && double.IsFinite(first.Std)
            ? $"; at {facts.First.Name} it was {ShortNumber.Of(first.Std)}"
            : "";

    private static string Run(StoryFacts facts)
    {
        if (facts.Last.Activations is not { } last)
            return "no activations were observed";
        string measured = double.IsFinite(last.Std)
            ? $"this run measured a standard deviation of {ShortNumber.Of(last.Std)} at {facts.Last.Name}"
            : $"in this run the values at {facts.Last.Name} were too large for numbers";
        return facts.Result.Layers.Length > 1 && facts.First.Activations is { } first && double.IsFinite(first.Std)
            ? $"{measured} after "
                + $"{(double.IsFinite(last.Std) ? "" : "a standard deviation of ")}{ShortNumber.Of(first.Std)} at {facts.First.Name}"
            : measured;
    }
}
