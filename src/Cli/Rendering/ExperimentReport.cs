using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>What `run` prints of one experiment: its heading and a table for each observed tensor.</summary>
internal static class ExperimentReport
{
    /// <summary>Prints the experiment, followed by an empty line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">What to show.</param>
    /// <param name="withDescription">The file's description comes first: once for all of its variants.</param>
    /// <param name="allLayers">Deep networks are shown whole.</param>
    public static void Print(StyledWriter writer, ExperimentResult result, bool withDescription, bool allLayers)
    {
        if (withDescription && result.Definition.Description.Length > 0)
        {
            foreach (string line in TextLayout.Wrap(result.Definition.Description, TextLayout.ReportWidth))
                writer.WriteLine(line);
            writer.WriteLine();
        }

        ExperimentHeading.Print(writer, result, allLayers);
        var definition = result.Definition;
        (string Name, HistogramDefinition? Bins, Func<LayerResult, TensorStatistics?> Tensor)[] observed =
        [
            ("activations", definition.Activations, layer => layer.Activations),
            ("pre-activations", definition.PreActivations, layer => layer.PreActivations),
            ("weights", definition.Weights, layer => layer.Weights),
        ];

        bool onlyActivations = result.Layers.All(layer => layer.PreActivations is null && layer.Weights is null);
        foreach (var (name, bins, tensor) in observed)
        {
            var rows = result.Layers
                .Where(layer => tensor(layer) is not null)
                .Select(layer => LayerRow.Of(layer.Name, tensor(layer)!, name == "activations" ? layer.Split : null))
                .ToArray();
            if (rows.Length == 0)
                continue;
            if (!onlyActivations)
                writer.WriteLine($"  {name}");
            new LayerTable(rows, bins?.Range).Print(writer, allLayers);
        }

        writer.WriteLine();
    }
}
