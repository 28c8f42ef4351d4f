namespace FanIn.Figures.Scales;

/// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class NiceTicks
{
    /// <summary>The step that gives at most that many ticks.</summary>
    public static double Step(double span, int most)
    {
        var rough = span / Math.Max(1, most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= rough * (1 - 1e-9))
                return factor * power;
        }

        return 10 * power;
    }

    /// <summary>The multiples of the step from low to high, both included.</summary>
    public static IEnumerable<double> Values(double low, double high, double step)
    {
        var tolerance = 1e-6;
        for (var i = Math.Ceiling((low / step) - tolerance); i <= (high / step) + tolerance; i++)
            yield return i * step;
    }
}
