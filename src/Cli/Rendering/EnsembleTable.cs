using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Rendering;

/// <summary>
/// A table of one tensor over the seeds of an ensemble: the mean histogram, then mean ± standard deviation of each statistic.
/// </summary>
internal static class EnsembleTable
{
    /// <summary>Prints it. What is 0 in every layer has no column; without room for all, the last give way.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">The layers' names and tensors, all of them.</param>
    /// <param name="bins">The tensor's bins.</param>
    /// <param name="allLayers">Deep networks are shown whole.</param>
    /// <param name="theory">What theory says of the std of single runs, by the layer's name; null where it says nothing.</param>
    public static void Print(
        StyledWriter writer, IReadOnlyList<(string Name, EnsembleTensor Tensor)> rows, HistogramDefinition? bins, bool allLayers,
        Func<string, Estimate?>? theory = null)
    {
        List<RowColumn<(string Name, EnsembleTensor Tensor)>> columns =
        [
            new(LayerTable.RangeHeader(bins?.Range), row => Sparkline.Draw(row.Tensor, LayerRow.ShapeWidth), rows, _ => Look.Shape),
            .. LandingColumns.Of(rows, "std", row => Text(row.Tensor.Find("std")!.Value), Landed, least: 0),
        ];
        if (rows[0].Tensor.Find("input_driven") is not null)
            columns.Add(new("input-driven", row => Percent(row.Tensor.Find("input_driven")!.Value), rows));
        AddShare("zeros", "zero_fraction", _ => 1);
        AddShare(LayerTable.OutsideHeader("<", bins?.Range?.Low, "below"), "below", tensor => tensor.Count);
        AddShare(LayerTable.OutsideHeader(">", bins?.Range?.High, "above"), "above", tensor => tensor.Count);
        AddShare("NaN", "nan", tensor => tensor.Count);
        while (!RowTable<(string Name, EnsembleTensor Tensor)>.Fits(columns))
            columns.RemoveAt(columns.Count - 1);
        new RowTable<(string Name, EnsembleTensor Tensor)>(rows, row => row.Name, columns).Print(writer, allLayers);

        Landing? Landed((string Name, EnsembleTensor Tensor) row) =>
            theory?.Invoke(row.Name) is { } predicted ? new Landing(predicted, row.Tensor.Find("std")!.Value.Mean) : null;

        void AddShare(string header, string statistic, Func<EnsembleTensor, double> whole)
        {
            if (rows.Any(row => row.Tensor.Find(statistic)!.Value.Max > 0))
                columns.Add(new(header, row => Percent(row.Tensor.Find(statistic)!.Value, whole(row.Tensor)), rows));
        }
    }

    private static string Text(SeedStatistic statistic) => PlusMinus.Of(statistic.Mean, statistic.Sd);

    private static string Percent(SeedStatistic statistic, double whole = 1) =>
        PlusMinus.Of(100 * statistic.Mean / whole, 100 * statistic.Sd / whole);
}
