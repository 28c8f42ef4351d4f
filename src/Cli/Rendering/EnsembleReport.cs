using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Rendering;

/// <summary>What `run --seeds` prints of one experiment: its heading and a table for each observed tensor.</summary>
internal static class EnsembleReport
{
    /// <summary>Prints the ensemble, followed by an empty line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="ensemble">What to show.</param>
    /// <param name="withDescription">The file's description comes first: once for all of its variants.</param>
    /// <param name="allLayers">Deep networks are shown whole.</param>
    public static void Print(StyledWriter writer, EnsembleResult ensemble, bool withDescription, bool allLayers)
    {
        var definition = ensemble.Definition;
        if (withDescription)
            ExperimentReport.PrintDescription(writer, definition);
        string seeds = $"{Phrases.Count(ensemble.Seeds.Length, "seed")}: {ensemble.SeedList}";
        ExperimentHeading.Print(writer, definition, $"{ensemble.Stream.Name()}, {seeds}", ensemble.Settings);
        writer.WriteLine("  mean ± sd over the seeds; shares in %", Look.Aside);
        var shown = LayerTensor.All.Except(GradientTable.Tensors)
            .Select(tensor => (Name: tensor.Title, Bins: tensor.Bins(definition), Rows: Rows(ensemble, layer => layer.Tensor(tensor.Name))))
            .Where(tensor => tensor.Rows.Length > 0)
            .ToArray();
        var theory = ensemble.Prediction;
        foreach (var (name, bins, rows) in shown)
        {
            if (shown.Length > 1 || definition.HasBackward || definition.Diagnostics != DiagnosticGroups.None || name != "activations")
                writer.WriteLine($"  {name}");
            EnsembleTable.Print(writer, rows, bins, allLayers, name == "activations" ? layer => theory?.Find(layer)?.Std : null);
        }

        GradientTable.Print(writer, ensemble, allLayers);
        DiagnosticTable.Print(writer, ensemble, allLayers);
        VerdictLines.Print(writer, ensemble);
        writer.WriteLine();
    }

    private static (string Name, EnsembleTensor Tensor)[] Rows(EnsembleResult ensemble, Func<EnsembleLayer, EnsembleTensor?> tensor) =>
        [.. ensemble.Layers.Where(layer => tensor(layer) is not null).Select(layer => (layer.Name, tensor(layer)!))];
}
