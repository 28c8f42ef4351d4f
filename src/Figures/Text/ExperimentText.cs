using FanIn.Runtime.Definitions;

namespace FanIn.Figures.Text;

/// <summary>What stands under a figure's title: shapes, layers, stream and seed.</summary>
internal static class ExperimentText
{
    private const int MostDifferent = 3;

    public static IEnumerable<string> Notes(ExperimentDefinition definition, string draws)
    {
        yield return $"{Plural(definition.Batch, "sample")} of {Plural(definition.Features, "feature")}";
        yield return $"{Plural(definition.Layers.Count, "layer")} of {Units(definition.Layers)}";
        yield return Distinct(definition.Layers.Select(layer => layer.Activation), "activations");
        yield return $"weights {Distinct(definition.Layers.Select(layer => layer.Weights), "initialisers")}";
        if (definition.Layers.Any(layer => layer.Bias is not null))
            yield return $"bias {Distinct(definition.Layers.Select(layer => layer.Bias ?? "none"), "initialisers")}";
        yield return draws;
        yield return definition.Dtype;
    }

    /// <summary><c>100 units</c> of each layer, or <c>9 × 64, 10 units</c> of one after the other.</summary>
    private static string Units(IReadOnlyList<LayerDefinition> layers) =>
        layers.Select(layer => layer.FanOut).Distinct().ToList() is [var same]
            ? Plural(same, "unit")
            : string.Join(", ", LayerWidths.Runs(layers, width => NumberText.Count(width))) + " units";

    private static string Plural(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Distinct(IEnumerable<string> texts, string noun)
    {
        var distinct = texts.Distinct().ToList();
        return distinct.Count <= MostDifferent ? string.Join(" / ", distinct) : $"{NumberText.Count(distinct.Count)} {noun}";
    }
}
