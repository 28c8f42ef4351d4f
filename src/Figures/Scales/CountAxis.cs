namespace FanIn.Figures.Scales;

/// <summary>
/// The y axis that all panels of a tensor share. A spike that would flatten all other bars of its own panel and of the rest (the exact
/// zeros of a ReLU) does not set the limit: its bar is cut at the top and its count is printed on it.
/// </summary>
/// <param name="Low">Lowest height shown; 0 unless the experiment's file says otherwise.</param>
/// <param name="High">Highest height shown.</param>
/// <param name="Unit">What a height is.</param>
internal readonly record struct CountAxis(double Low, double High, CountUnit Unit = CountUnit.Elements)
{
    /// <summary>A panel may have so many spikes: both ends of a saturated sigmoid.</summary>
    private const int SpikesPerPanel = 2;

    /// <summary>Bars are cut only where the highest is so many times what is typical of the others.</summary>
    private const double CrushingRatio = 10;

    /// <summary>Sooner where it holds exact zeros: they are no part of a density, so their height says nothing beside it.</summary>
    private const double CrushingZerosRatio = 4;

    /// <summary>And then those that are more than so many times what is typical.</summary>
    private const double SpikeRatio = 3;

    /// <summary>Besides its spikes a panel must hold this share of its counts, or there is nothing worth enlarging.</summary>
    private const double BodyShare = 0.02;

    private const double Headroom = 1.06;

    /// <summary>What stands over the axis.</summary>
    public string Title => Unit == CountUnit.Elements ? "count" : "% of layer";

    public static CountAxis Of(IEnumerable<IReadOnlyList<BarHeight>> panels, CountUnit unit = CountUnit.Elements)
    {
        var all = panels.ToList();
        var bars = all.SelectMany(heights => heights).ToList();
        var highest = bars.Select(bar => bar.Height).DefaultIfEmpty().Max();
        var body = all.Select(Body).DefaultIfEmpty().Max();
        if (highest == 0)
            return new(0, Headroom, unit);
        if (body == 0 || !bars.Exists(bar => bar.Height >= (bar.IsZeros ? CrushingZerosRatio : CrushingRatio) * body))
            return new(0, highest * Headroom, unit);

        return new(0, bars.Select(bar => bar.Height).Where(height => height <= SpikeRatio * body).Max() * Headroom, unit);
    }

    public bool Cuts(double height) => height > High;

    /// <summary>The highest bar of a panel behind its spikes; 0 where hardly anything lies outside of the spikes.</summary>
    private static double Body(IReadOnlyList<BarHeight> bars)
    {
        var rest = bars.Select(bar => bar.Height).OrderDescending().Skip(SpikesPerPanel).ToList();
        return rest.Sum() < BodyShare * bars.Sum(bar => bar.Height) ? 0 : rest.FirstOrDefault();
    }
}
