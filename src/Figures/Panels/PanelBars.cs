using FanIn.Figures.Scales;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>One bar.</summary>
/// <param name="Low">Left edge.</param>
/// <param name="High">Right edge.</param>
/// <param name="Count">Elements in the bin.</param>
/// <param name="Zeros">Those of them that are exactly 0.</param>
/// <param name="Sd">Standard deviation of the count from seed to seed; 0 for one run.</param>
internal readonly record struct PanelBar(double Low, double High, long Count, long Zeros, double Sd);

/// <summary>The bars that a panel shows, and how many elements lie in bins left and right of what it shows.</summary>
internal sealed record PanelBars(IReadOnlyList<PanelBar> Visible, long HiddenLeft, long HiddenRight)
{
    /// <summary>An edge may miss a limit by rounding: 3 · (1/30) is not 0.1.</summary>
    private const double EdgeTolerance = 1e-9;

    /// <summary>The bars within an axis.</summary>
    /// <param name="histogram">In the axis's unit.</param>
    /// <param name="x">The axis.</param>
    /// <param name="spread">Over seeds; null for one run.</param>
    /// <param name="zero">What exact zeros are in the axis's unit.</param>
    public static PanelBars Of(Histogram histogram, ValueAxis x, PanelSpread? spread = null, double zero = 0)
    {
        var visible = new List<PanelBar>();
        long left = 0, right = 0;
        var tolerance = EdgeTolerance * x.Span;
        var zeroBin = ZeroBin(histogram, zero);
        for (var i = 0; i < histogram.Bins; i++)
        {
            // A histogram over a single value has no width: it fills its panel.
            var (low, high) = histogram.Low < histogram.High ? (histogram.Edge(i), histogram.Edge(i + 1)) : (x.Low, x.High);
            var count = histogram.Counts[i];
            if (high <= x.Low + tolerance)
                left += count;
            else if (low >= x.High - tolerance)
                right += count;
            else
                visible.Add(new(
                    Math.Max(low, x.Low), Math.Min(high, x.High), count, i == zeroBin ? Math.Min(histogram.Zeros, count) : 0,
                    spread?.Counts[i] ?? 0));
        }

        return new(visible, left, right);
    }

    /// <summary>
    /// The bin that holds exact zeros; −1 when it lies outside of the range. A value on an edge belongs to the right, on the last to the
    /// last bin.
    /// </summary>
    private static int ZeroBin(Histogram histogram, double zero)
    {
        if (!(histogram.Low <= zero && histogram.High >= zero))
            return -1;

        var bin = histogram.Bins - 1;
        while (bin > 0 && histogram.Edge(bin) > zero)
            bin--;
        return bin;
    }
}
