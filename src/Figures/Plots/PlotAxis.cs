using FanIn.Figures.Scales;
using FanIn.Figures.Text;

namespace FanIn.Figures.Plots;

/// <summary>An axis of a plot of lines.</summary>
/// <param name="Low">Where it begins; above 0 on a logarithmic axis.</param>
/// <param name="High">Where it ends.</param>
/// <param name="IsLogarithmic">Whether equal factors are equally far apart.</param>
internal readonly record struct PlotAxis(double Low, double High, bool IsLogarithmic = false)
{
    /// <summary>A logarithmic axis spans at least this factor, so that a healthy net's line looks as flat as it is.</summary>
    private const double LeastFactor = 30;

    /// <summary>Above this ratio of the values a linear axis shows nothing of the small ones.</summary>
    private const double LinearRatio = 20;

    private const double Headroom = 1.4;

    private const int MostTicks = 7;
    private const int FewestPowers = 2;

    /// <summary>An axis from 0 for all of these values, or a logarithmic one where they span much.</summary>
    public static PlotAxis Of(IEnumerable<double> values)
    {
        var shown = values.Where(IsPositive).DefaultIfEmpty(1).ToList();
        var (low, high) = (shown.Min(), shown.Max());
        return high / low > LinearRatio ? new(low * 0.8, Widened(high, 1.25), true) : new(0, Widened(high, 1.1));
    }

    /// <summary>With some room above, as far as numbers go.</summary>
    private static double Widened(double high, double factor) => Math.Min(high * factor, double.MaxValue);

    /// <summary>A logarithmic axis around all values that have a place on one; from 0.1 to 10 where none has.</summary>
    public static PlotAxis Logarithmic(IEnumerable<double> values)
    {
        var shown = values.Where(IsPositive).ToList();
        if (shown.Count == 0)
            return new(0.1, 10, true);

        var (low, high) = (Math.Log10(shown.Min() / Headroom), Math.Log10(shown.Max()) + Math.Log10(Headroom));
        var missing = Math.Max(0, Math.Log10(LeastFactor) - (high - low)) / 2;
        return new(Math.Pow(10, Math.Max(low - missing, -307)), Math.Pow(10, Math.Min(high + missing, 308)), true);
    }

    /// <summary>Whether a value has a place on a logarithmic axis.</summary>
    public static bool IsPositive(double value) => double.IsFinite(value) && value > 0;

    /// <summary>Where a value lies: 0 at the beginning, 1 at the end.</summary>
    public double Position(double value) => IsLogarithmic
        ? (Math.Log10(value) - Math.Log10(Low)) / (Math.Log10(High) - Math.Log10(Low))
        : (value - Low) / (High - Low);

    /// <summary>Round places with their labels.</summary>
    public IReadOnlyList<(double Value, string Label)> Ticks()
    {
        if (IsLogarithmic)
            return Powers();

        var step = NiceTicks.Step(High - Low, MostTicks);
        return [.. NiceTicks.Values(Low, High, step).Select(value => (value, NumberText.Tick(value, step)))];
    }

    private List<(double Value, string Label)> Powers()
    {
        var (first, last) = ((int)Math.Ceiling(Math.Log10(Low) - 1e-9), (int)Math.Floor(Math.Log10(High) + 1e-9));
        if (last - first < FewestPowers)
            return Between(first - 1, last);

        var step = 1;
        while ((last - first) / step >= MostTicks)
            step = step == 1 ? 2 : step == 2 ? 5 : step * 2;
        var ticks = new List<(double Value, string Label)>();
        for (var power = first; power <= last; power++)
        {
            if (power % step == 0)
                ticks.Add((Math.Pow(10, power), NumberText.Power(power)));
        }

        return ticks;
    }

    /// <summary>1, 2 and 5 of each power: where an axis spans but little, powers alone are no scale.</summary>
    private List<(double Value, string Label)> Between(int first, int last)
    {
        var ticks = new List<(double Value, string Label)>();
        for (var power = first; power <= last; power++)
        {
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var value = factor * Math.Pow(10, power);
                if (value >= Low && value <= High)
                    ticks.Add((value, NumberText.Short(value)));
            }
        }

        return ticks;
    }
}
