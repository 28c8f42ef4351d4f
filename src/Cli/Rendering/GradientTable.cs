using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>
/// What came back through each layer: the gradients' spread side by side, and how large a step they mean for the weights.
/// </summary>
internal static class GradientTable
{
    /// <summary>The tensors that have no table of their own, since they are in this one.</summary>
    public static IReadOnlyList<LayerTensor> Tensors { get; } =
        [LayerTensor.Gradients, LayerTensor.PreActivationGradients, LayerTensor.WeightGradients, LayerTensor.BiasGradients];

    /// <summary>Prints it; the layers come first to last, though the gradient came the other way.</summary>
    public static void Print(StyledWriter writer, ExperimentResult result, bool allLayers)
    {
        var layers = result.Layers.Where(layer => layer.Gradients is not null).ToArray();
        if (layers.Length == 0)
            return;
        var theory = result.Prediction;
        Landing? Landed(LayerResult layer) => Landing.Of(PredictedStatistic.PreGradientRms, theory?.Find(layer.Name), layer);
        bool hasTheory = layers.Any(layer => Landed(layer) is not null);
        List<RowColumn<LayerResult>> columns =
        [
            new("dz", layer => Sparkline.Draw(layer.Gradients!.Histogram, LayerRow.ShapeWidth), layers, _ => Look.Shape),
            .. hasTheory
                ? LandingColumns.Of(layers, "rms da", layer => Rms(layer.PreActivationGradients), Landed, least: 0)
                :
                [
                    new("std dz", layer => Std(layer.Gradients), layers, least: 9),
                    new("std da", layer => Std(layer.PreActivationGradients), layers, least: 9),
                ],
            new("std dW", layer => Std(layer.WeightGradients), layers, least: hasTheory ? 0 : 9),
            new("dW/W", layer => layer.GradientToWeight is { } ratio ? ShortNumber.Of(ratio) : "", layers, least: hasTheory ? 0 : 9),
        ];
        if (layers.Any(layer => layer.BiasGradients is not null))
            AddIfItFits(new("std db", layer => Std(layer.BiasGradients), layers, least: hasTheory ? 0 : 9));
        if (layers.Any(layer => layer.Chi is not null))
            AddIfItFits(new("χ", layer => layer.Chi is { } value ? ShortNumber.Of(value) : ShortNumber.Undefined, layers, least: 7));
        writer.WriteLine("  gradients");
        new RowTable<LayerResult>(layers, layer => layer.Name, columns).Print(writer, allLayers);

        void AddIfItFits(RowColumn<LayerResult> column)
        {
            if (RowTable<LayerResult>.Fits([.. columns, column]))
                columns.Add(column);
        }
    }

    /// <summary>Prints an ensemble's: mean ± standard deviation over the seeds; without room for all columns, the last give way.</summary>
    public static void Print(StyledWriter writer, EnsembleResult ensemble, bool allLayers)
    {
        var layers = ensemble.Layers.Where(layer => layer.Gradients is not null).ToArray();
        if (layers.Length == 0)
            return;
        List<RowColumn<EnsembleLayer>> columns =
        [
            new("dz", layer => Sparkline.Draw(layer.Gradients!, LayerRow.ShapeWidth), layers, _ => Look.Shape),
            new("std dz", layer => Std(layer.Gradients), layers),
            new("std da", layer => Std(layer.PreActivationGradients), layers),
            new("std dW", layer => Std(layer.WeightGradients), layers),
            new("dW/W", layer => Text(layer.Find(StatisticNames.GradientToWeight)), layers),
        ];
        if (layers.Any(layer => layer.BiasGradients is not null))
            columns.Add(new("std db", layer => Std(layer.BiasGradients), layers));
        while (!RowTable<EnsembleLayer>.Fits(columns))
            columns.RemoveAt(columns.Count - 1);
        writer.WriteLine("  gradients");
        new RowTable<EnsembleLayer>(layers, layer => layer.Name, columns).Print(writer, allLayers);
    }

    private static string Std(EnsembleTensor? tensor) => Text(tensor?.Find("std"));

    private static string Text(SeedStatistic? statistic) => statistic is { } value ? PlusMinus.Of(value.Mean, value.Sd) : "";

    private static string Rms(TensorStatistics? tensor) => tensor is null ? "" : ShortNumber.Of(tensor.Rms);

    private static string Std(TensorStatistics? tensor) => tensor is null ? "" : ShortNumber.Of(tensor.Std);
}
