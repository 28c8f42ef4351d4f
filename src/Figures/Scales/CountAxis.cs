namespace FanIn.Figures.Scales;

/// <summary>
/// The y axis that all panels of a tensor share. A spike that would flatten all other bars of its own panel and of the rest (the exact
/// zeros of a ReLU) does not set the limit: its bar is cut at the top and its count is printed on it.
/// </summary>
/// <param name="Low">Lowest count shown; 0 unless the experiment's file says otherwise.</param>
/// <param name="High">Highest count shown.</param>
internal readonly record struct CountAxis(double Low, double High)
{
    /// <summary>A panel may have so many spikes: both ends of a saturated sigmoid.</summary>
    private const int SpikesPerPanel = 2;

    /// <summary>Bars are cut only where the highest is so many times what is typical of the others.</summary>
    private const double CrushingRatio = 10;

    /// <summary>And then those that are more than so many times what is typical.</summary>
    private const double SpikeRatio = 3;

    /// <summary>Besides its spikes a panel must hold this share of its counts, or there is nothing worth enlarging.</summary>
    private const double BodyShare = 0.02;

    private const double Headroom = 1.06;

    public static CountAxis Of(IEnumerable<IReadOnlyList<long>> panels)
    {
        var all = panels.ToList();
        var highest = all.SelectMany(counts => counts).DefaultIfEmpty().Max();
        var body = all.Select(Body).DefaultIfEmpty().Max();
        if (highest == 0)
            return new(0, Headroom);
        if (body == 0 || highest < CrushingRatio * body)
            return new(0, highest * Headroom);

        return new(0, all.SelectMany(counts => counts).Where(count => count <= SpikeRatio * body).Max() * Headroom);
    }

    public bool Cuts(long count) => count > High;

    /// <summary>The highest bar of a panel behind its spikes; 0 where hardly anything lies outside of the spikes.</summary>
    private static long Body(IReadOnlyList<long> counts)
    {
        var rest = counts.OrderDescending().Skip(SpikesPerPanel).ToList();
        return rest.Sum() < BodyShare * counts.Sum() ? 0 : rest.FirstOrDefault();
    }
}
