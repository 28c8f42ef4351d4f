using FanIn.Benchmarks.Measuring;

namespace FanIn.Benchmarks.Rows;

/// <summary>One line of the table: a quotient of two measurements, or one measurement, and what it has to reach.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Unit">Of all its figures.</param>
/// <param name="Least">What it must reach: below when <paramref name="Aim"/> is lower than this or equal, otherwise above.</param>
/// <param name="Aim">What it should reach.</param>
/// <param name="Over">Contenders above the bar; the fastest counts.</param>
/// <param name="Under">The contender below the bar; null for a measurement that stands for itself.</param>
/// <param name="Factor">What the quotient is multiplied by.</param>
/// <param name="ByMedian">Whether the medians decide, and not the minima.</param>
public sealed record Row(
    string Name, RowUnit Unit, double Least, double Aim, string[] Over, string? Under, double Factor = 1, bool ByMedian = false)
{
    /// <summary>The contenders that it needs and that were not measured.</summary>
    public IEnumerable<string> Missing(IReadOnlyDictionary<string, Timing> timings) =>
        Over.Append(Under).OfType<string>().Where(name => !timings.ContainsKey(name));

    /// <summary>The line as measured; null when a contender is missing.</summary>
    public RowResult? Measure(IReadOnlyDictionary<string, Timing> timings)
    {
        if (Missing(timings).Any())
            return null;
        var over = new Timing(Over.Min(name => timings[name].Median), Over.Min(name => timings[name].Minimum));
        var under = Under is null ? new Timing(1, 1) : timings[Under];
        double median = Factor * over.Median / under.Median;
        double measured = ByMedian ? median : Factor * over.Minimum / under.Minimum;
        return new(Name, Unit, Least, Aim, measured, median, Judge(measured), string.Join(" | ", Over), over, Under, Under is null ? null : under);
    }

    private Verdict Judge(double measured)
    {
        double sign = Aim > Least ? 1 : -1;
        return sign * measured < sign * Least ? Verdict.Below : sign * measured < sign * Aim ? Verdict.Least : Verdict.Aim;
    }
}

/// <summary>What the figures of a row are.</summary>
public enum RowUnit
{
    /// <summary>A quotient.</summary>
    Times,

    /// <summary>A share of 1.</summary>
    Percent,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}

/// <summary>How a row came out.</summary>
public enum Verdict
{
    /// <summary>Not even the least.</summary>
    Below,

    /// <summary>The least.</summary>
    Least,

    /// <summary>The aim.</summary>
    Aim,
}

/// <summary>A row as measured.</summary>
public sealed record RowResult(
    string Name,
    RowUnit Unit,
    double Least,
    double Aim,
    double Measured,
    double MedianRatio,
    Verdict Verdict,
    string Over,
    Timing OverTiming,
    string? Under,
    Timing? UnderTiming);
