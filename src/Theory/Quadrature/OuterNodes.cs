namespace FanIn.Theory.Quadrature;

/// <summary>
/// The points of a pair's outer integral, over what two inputs share: they resolve what averaging over τ makes of φ. That is φ itself where
/// τ is narrow; nothing is finer than τ.
/// </summary>
internal static class OuterNodes
{
    /// <summary>The points.</summary>
    /// <param name="rule">How finely.</param>
    /// <param name="s">Standard deviation of what is shared.</param>
    /// <param name="tau">τ, that of what is not.</param>
    /// <param name="kinks">Where the functions are not smooth.</param>
    /// <param name="functions">Two functions, both resolved.</param>
    public static NodeTable Of(
        PanelRule rule, double s, double tau, IReadOnlyList<double> kinks, Func<double, (double, double)> functions)
    {
        double[] splits = rule.Width * s <= rule.SmoothedWidth * tau ? [] : Splits(rule.KinkOffsets, kinks, tau);
        return NodeTable.Of(Panels.Cut(rule, rule.Reach * s, rule.Width * s, rule.SmoothedWidth * tau, splits, functions), rule);
    }

    /// <summary>Around each kink and its mirror image.</summary>
    private static double[] Splits(double[] offsets, IReadOnlyList<double> kinks, double tau)
    {
        var splits = new double[2 * kinks.Count * offsets.Length];
        for (var i = 0; i < splits.Length; i++)
        {
            var kink = kinks[i / (2 * offsets.Length)];
            splits[i] = (i / offsets.Length % 2 == 0 ? kink : -kink) + offsets[i % offsets.Length] * tau;
        }

        return splits;
    }
}
