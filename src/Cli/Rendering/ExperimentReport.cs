using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

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
        if (withDescription)
            PrintDescription(writer, result.Definition);
        string draws = $"{result.Stream.Name()}, seed {result.Seed}";
        ExperimentHeading.Print(writer, result.Definition, draws, result.Settings, InitialiserLines.Of(result, allLayers));
        TrainingReport.Print(writer, result);
        if (result.Untrained is { } untrained)
        {
            TrainingReport.PrintState(writer, result, isTrained: false);
            PrintTables(writer, untrained, allLayers);
        }

        TrainingReport.PrintState(writer, result, isTrained: true);
        PrintTables(writer, result, allLayers);
        writer.WriteLine();
    }

    private static void PrintTables(StyledWriter writer, ExperimentResult result, bool allLayers)
    {
        bool onlyActivations = result.Definition.Diagnostics == DiagnosticGroups.None
            && result.Layers.All(layer => LayerTensor.All.Skip(1).All(tensor => tensor.Of(layer) is null));
        foreach (var tensor in LayerTensor.All.Except(GradientTable.Tensors))
        {
            var rows = result.Layers
                .Where(layer => tensor.Of(layer) is not null)
                .Select(layer => Row(result, layer, tensor))
                .ToArray();
            if (rows.Length == 0)
                continue;
            if (!onlyActivations)
                writer.WriteLine($"  {tensor.Title}");
            new LayerTable(rows, tensor.Bins(result.Definition)?.Range).Print(writer, allLayers);
        }

        if (result.Definition.HasBackward)
            GradientTable.Print(writer, result, allLayers);
        DiagnosticTable.Print(writer, result, allLayers);
        VerdictLines.Print(writer, result);
    }

    private static LayerRow Row(ExperimentResult result, LayerResult layer, LayerTensor tensor) => tensor == LayerTensor.Activations
        ? LayerRow.Of(layer.Name, layer.Activations!, layer.Split) with
        {
            Theory = Landing.Of(PredictedStatistic.Std, result.Prediction?.Find(layer.Name), layer),
        }
        : LayerRow.Of(layer.Name, tensor.Of(layer)!, null);

    /// <summary>Prints what the file says of itself, once for all of its variants.</summary>
    public static void PrintDescription(StyledWriter writer, ExperimentDefinition definition)
    {
        if (definition.Description.Length == 0)
            return;
        foreach (string line in TextLayout.Wrap(definition.Description, TextLayout.ReportWidth))
            writer.WriteLine(line);
        writer.WriteLine();
    }
}
