using System.Globalization;
using FanIn.Cli.Rendering;
using FanIn.Runtime.Definitions;

namespace FanIn.Cli.Explaining;

/// <summary>What goes in, and through what.</summary>
internal static class NetworkSentence
{
    private const int Longest = 60;

    public static string Of(StoryFacts facts)
    {
        var definition = facts.Result.Definition;
        string widths = string.Join(" → ", LayerWidths.Runs(definition.Layers, Text).Prepend(Text(definition.Features)));
        string goes = definition.Batch == 1 ? "goes" : "go";
        string text = $"{Phrases.Count(definition.Batch, "sample")} of {definition.Input} input {goes} through "
            + $"{LayerWidths.Count(definition.Layers, Text)} ({widths})";
        var parts = new List<string>();
        string[] activations =
            [.. definition.Layers.Select(layer => layer.Activation).OfType<string>().Where(name => name != "identity").Distinct()];
        parts.Add(activations.Length == 0 ? "no activation" : Named(activations, "activations"));
        string[] kinds =
        [
            .. definition.Layers.Where(layer => layer.Kind is not (LayerDefinition.Dense or "activation"))
                .Select(layer => layer.Kind).Distinct(),
        ];
        parts.AddRange(kinds);
        string trained = definition.Training is { } training
            ? $", and {Phrases.Count(training.Steps, "step")} of {training.Optimizer} have changed them"
            : "";
        return Prose.Sentence($"{text} with {Prose.List(parts)}{Weights(facts)}{trained}");
    }

    private static string Weights(StoryFacts facts)
    {
        string[] written = [.. facts.Result.Definition.Layers.Select(layer => layer.Weights).OfType<string>().Distinct()];
        if (written.Length == 0)
            return "";
        var reports = facts.Result.Layers.Select(layer => layer.Initialiser).Where(report => report is not null).ToArray();
        string drawn = $", its weights drawn as {Named(written, "initialisers")}";
        if (reports.Length == 0)
            return drawn;
        string[] asked =
        [
            .. reports.Select(report => report!.AskedStd).Where(double.IsFinite).Select(std => ShortNumber.Of(std)).Distinct(),
        ];
        return drawn + (asked.Length == 1 && reports.All(report => double.IsFinite(report!.AskedStd))
            ? $" with standard deviation {asked[0]}"
            : $", which came to standard deviations of {Range([.. reports.Select(report => report!.AchievedStd)])}");
    }

    private static string Range(double[] values)
    {
        (string from, string to) = (ShortNumber.Of(values.Min()), ShortNumber.Of(values.Max()));
        return from == to ? from : $"{from} to {to}";
    }

    private static string Named(string[] names, string plural) =>
        Prose.List(names) is { Length: <= Longest } all ? all : $"{Text(names.Length)} {plural}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
