using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>Histograms whose bars are single units: 100,000 numbers look jagged when about 100 of them are different.</summary>
internal static class SpikyHistogram
{
    /// <summary>
    /// <see cref="LayerResult.EffectiveNumbers"/> where units stand apart in the histogram: each is narrower than a bin, and they do not
    /// all share one. Null elsewhere.
    /// </summary>
    public static double? EffectiveNumbers(LayerResult layer, Histogram histogram)
    {
        if (layer.Split is not { } split || histogram.Bins == 0)
            return null;
        var bin = (histogram.High - histogram.Low) / histogram.Bins;
        return split.UnitStdMean < bin && split.UnitMeanStd > bin ? layer.EffectiveNumbers : null;
    }
}
