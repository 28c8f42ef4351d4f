using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>The columns of the diagnostics that an experiment has chosen: header, statistic, and how its values are written.</summary>
internal static class DiagnosticColumns
{
    /// <summary>A column.</summary>
    /// <param name="Group">What <c>observe</c> names for it.</param>
    /// <param name="Header">Over the column.</param>
    /// <param name="Statistic">Its name in the results.</param>
    /// <param name="Scale">How its values are written.</param>
    public sealed record Column(DiagnosticGroups Group, string Header, string Statistic, Scale Scale);

    /// <summary>How a statistic is written.</summary>
    public enum Scale
    {
        /// <summary>With four digits.</summary>
        Number,

        /// <summary>As a whole number.</summary>
        Count,

        /// <summary>In percent.</summary>
        Share,

        /// <summary>A share of the layer's elements, in percent: only nothing is 0 %.</summary>
        ShareOfElements,

        /// <summary>Likewise of its units.</summary>
        ShareOfUnits,
    }

    private static readonly Column[] All =
    [
        new(DiagnosticGroups.Saturation, "sat. low", "saturated_low", Scale.ShareOfElements),
        new(DiagnosticGroups.Saturation, "sat. high", "saturated_high", Scale.ShareOfElements),
        new(DiagnosticGroups.Saturation, "inactive", "inactive", Scale.ShareOfElements),
        new(DiagnosticGroups.Saturation, "dead", "dead", Scale.ShareOfUnits),
        new(DiagnosticGroups.Similarity, "cosine", "cosine", Scale.Number),
        new(DiagnosticGroups.Similarity, "zero rows", "zero_rows", Scale.Count),
        new(DiagnosticGroups.Linearity, "linear", "linear_share", Scale.Share),
        new(DiagnosticGroups.Spectrum, "rank z", "participation_ratio", Scale.Number),
        new(DiagnosticGroups.Spectrum, "rank dW", "weight_gradient_rank", Scale.Number),
        new(DiagnosticGroups.Jacobian, "mean s²", "jacobian_mean", Scale.Number),
        new(DiagnosticGroups.Jacobian, "spread s²", "jacobian_spread", Scale.Number),
    ];

    /// <summary>Those of the chosen groups of which some layer has a value.</summary>
    /// <param name="chosen">The groups.</param>
    /// <param name="has">Whether some layer has the statistic; of zero rows, whether there are any.</param>
    public static IEnumerable<Column> Of(DiagnosticGroups chosen, Func<string, bool> has) =>
        All.Where(column => chosen.HasFlag(column.Group) && has(column.Statistic));

    /// <summary>A layer's cell.</summary>
    public static string Text(Column column, LayerResult layer) => StatisticNames.Read(layer, column.Statistic) is not { } value ? ""
        : double.IsNaN(value) ? ShortNumber.Undefined
        : column.Scale switch
        {
            Scale.Share => ShortNumber.Percent(value),
            Scale.ShareOfElements => Percent(value, (long)layer.Batch * layer.Units),
            Scale.ShareOfUnits => Percent(value, layer.Units),
            Scale.Count => ShortNumber.Bound(value),
            _ => ShortNumber.Of(value),
        };

    /// <summary>A layer's cell over the seeds of an ensemble: mean ± standard deviation, shares in percent.</summary>
    public static string Text(Column column, EnsembleLayer layer)
    {
        if (layer.Find(column.Statistic) is not { } statistic)
            return "";
        double scale = column.Scale is Scale.Number or Scale.Count ? 1 : 100;
        return double.IsNaN(statistic.Mean) ? ShortNumber.Undefined : PlusMinus.Of(scale * statistic.Mean, scale * statistic.Sd);
    }

    private static string Percent(double share, long whole) => ShortNumber.CountPercent((long)Math.Round(share * whole), whole);
}
