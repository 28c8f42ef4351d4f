using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Figures.Text;

/// <summary>What stands under a figure's title: shapes, layers, stream and seed.</summary>
internal static class ExperimentText
{
    private const int MostDifferent = 3;

    public static IEnumerable<string> Notes(ExperimentResult result, string draws)
    {
        var definition = result.Definition;
        yield return $"{Plural(definition.Batch, "sample")} of {Plural(definition.Features, "feature")}";
        yield return $"{LayerWidths.Count(definition.Layers, count => NumberText.Count(count))} of {Units(definition.Layers)}";
        var dense = definition.Layers.Where(layer => layer.Kind == LayerDefinition.Dense).ToList();
        var others = definition.Layers.Where(layer => layer.Kind is not (LayerDefinition.Dense or "activation")).ToList();
        if (others.Count < definition.Layers.Count)
            yield return Distinct(definition.Layers.Select(layer => layer.Activation), "activations");
        if (dense.Count > 0)
            yield return $"weights {Distinct(dense.Select(layer => layer.Weights), "initialisers")}";
        if (dense.Any(layer => layer.Bias is not null))
            yield return $"bias {Distinct(dense.Select(layer => layer.Bias ?? "none"), "initialisers")}";
        if (others.Count > 0)
            yield return string.Join(" / ", Kinds(others).Distinct());
        yield return draws;
        yield return definition.Dtype;
        foreach (var setting in result.Settings)
            yield return $"set {setting}";
    }

    /// <summary>Of several results what they have in common, the first of them telling, and how many there are.</summary>
    public static IEnumerable<string> Shared(IReadOnlyList<ExperimentResult> results)
    {
        yield return Plural(results.Count, "network");
        var notes = results.Select(result => Notes(result, $"{result.Stream.Name()}, seed {result.Seed}").ToList()).ToList();
        foreach (var note in notes[0].Where(note => notes.All(other => other.Contains(note))))
            yield return note;
    }

    /// <summary><c>set sigma_w = 1.5, input.std = 2</c>; empty for a run of the file as it is.</summary>
    public static string Settings(ExperimentResult result) => result.Settings.IsEmpty ? "" : $"set {string.Join(", ", result.Settings)}";

    /// <summary><c>100 units</c> of each layer, or <c>9 × 64, 10 units</c> of one after the other.</summary>
    private static string Units(IReadOnlyList<LayerDefinition> layers) =>
        LayerWidths.Counted(layers).Select(layer => layer.FanOut).Distinct().ToList() is [var same]
            ? Plural(same, "unit")
            : string.Join(", ", LayerWidths.Runs(layers, width => NumberText.Count(width))) + " units";

    /// <summary>With their numbers, or without where there are too many different ones.</summary>
    private static IEnumerable<string> Kinds(IReadOnlyList<LayerDefinition> layers) =>
        layers.Select(layer => layer.Written).Distinct().Count() <= MostDifferent
            ? layers.Select(layer => layer.Written)
            : layers.Select(layer => layer.Kind);

    private static string Plural(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Distinct(IEnumerable<string?> texts, string noun)
    {
        var distinct = texts.Where(text => text is not null).Distinct().ToList();
        return distinct.Count <= MostDifferent ? string.Join(" / ", distinct) : $"{NumberText.Count(distinct.Count)} {noun}";
    }
}
