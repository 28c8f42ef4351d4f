using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using static FanIn.Testing.Text.SnapshotNumber;

namespace FanIn.Testing.Text;

/// <summary>Chooses what of a result a snapshot holds, by the names that the results' JSON uses.</summary>
internal static class SnapshotDocumentBuilder
{
    public static SnapshotDocument Build(ExperimentResult result)
    {
        var definition = result.Definition;
        var widths = definition.Layers.Select(layer => layer.FanOut).Prepend(definition.Features);
        return new SnapshotDocument(
            [
                new("format", SnapshotDocument.Format),
                new("experiment", definition.Id),
                new("stream", result.Stream.Name()),
                new("seed", result.Seed.ToString()),
                new("dtype", definition.Dtype),
                new("batch", Integer(definition.Batch)),
                new("widths", string.Join(' ', widths.Select(width => Integer(width)))),
                .. result.Settings.IsEmpty ? Array.Empty<SnapshotField>() : [new("settings", string.Join(", ", result.Settings))],
                .. SnapshotTraining.Fields(result),
            ],
            [.. result.Layers.Select(Layer)]);
    }

    private static SnapshotLayer Layer(LayerResult layer) => new(
        layer.Name,
        [
            new("layer", Integer(layer.Layer)),
            .. layer.Kind == LayerDefinition.Dense ? Array.Empty<SnapshotField>() : [new("kind", layer.Kind)],
            new("shape", $"{Integer(layer.Batch)} x {Integer(layer.Units)}"),
            .. layer.SigmaW2 is { } sigmaW2 ? [new("sigma_w2", Statistic(sigmaW2))] : Array.Empty<SnapshotField>(),
            .. Diagnostics(layer),
        ],
        [.. Tensors(layer)]);

    private static IEnumerable<SnapshotField> Diagnostics(LayerResult layer) =>
        from name in StatisticNames.OfDiagnostics
        let value = StatisticNames.Read(layer, name)
        where value is not null
        select new SnapshotField(name, Statistic(value.Value));

    private static IEnumerable<SnapshotTensor> Tensors(LayerResult layer) =>
        from tensor in LayerTensor.All
        let statistics = tensor.Of(layer)
        where statistics is not null
        select Tensor(tensor.Name, statistics, tensor == LayerTensor.Activations ? layer.Split : null);

    private static SnapshotTensor Tensor(string name, TensorStatistics tensor, VarianceSplit? split) =>
        new(name, [.. Moments(tensor), .. Split(split)], Histogram(tensor.Histogram));

    private static IEnumerable<SnapshotField> Moments(TensorStatistics tensor) =>
    [
        new("count", Integer(tensor.Count)),
        new("mean", Statistic(tensor.Mean)),
        new("std", Statistic(tensor.Std)),
        new("skew", Statistic(tensor.Skewness)),
        new("kurtosis", Statistic(tensor.ExcessKurtosis)),
        new("min", Statistic(tensor.Min)),
        new("max", Statistic(tensor.Max)),
        new("zero_fraction", Statistic(tensor.ZeroFraction)),
    ];

    private static IEnumerable<SnapshotField> Split(VarianceSplit? split) => split is null ? [] :
    [
        new("unit_share", Statistic(split.UnitShare)),
        new("input_share", Statistic(split.InputShare)),
        new("residual_share", Statistic(split.ResidualShare)),
        new("input_driven", Statistic(split.InputDriven)),
        new("unit_mean_std", Statistic(split.UnitMeanStd)),
        new("unit_std_mean", Statistic(split.UnitStdMean)),
    ];

    private static SnapshotHistogram Histogram(Histogram histogram)
    {
        var edges = SnapshotEdges.Write(histogram);
        var bins = histogram.Counts.Select((count, bin) => new SnapshotBin(edges[bin], edges[bin + 1], count));
        return new SnapshotHistogram(
            Statistic(histogram.Low),
            Statistic(histogram.High),
            bins.ToImmutableArray(),
            [
                new("below", histogram.Below),
                new("above", histogram.Above),
                new("nan", histogram.NaN),
                new("neg_inf", histogram.NegativeInfinity),
                new("pos_inf", histogram.PositiveInfinity),
                new("zeros", histogram.Zeros),
            ]);
    }
}
