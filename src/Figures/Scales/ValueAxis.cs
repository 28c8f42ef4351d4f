using FanIn.Runtime.Results;

namespace FanIn.Figures.Scales;

/// <summary>The x axis of a panel.</summary>
internal readonly record struct ValueAxis(double Low, double High)
{
    /// <summary>Panels whose ranges differ share the union as long as the narrowest still fills this part of it.</summary>
    private const double NarrowestShare = 0.2;

    public double Span => High - Low;

    /// <summary>Where a value lies: 0 at the left end, 1 at the right end.</summary>
    public double Position(double value) => (value - Low) / Span;

    /// <summary>An axis for each panel: one for all, or its own for each where one for all would shrink some to a line.</summary>
    public static IReadOnlyList<ValueAxis> Of(IReadOnlyList<Histogram> panels, (double Low, double High)? limits)
    {
        if (limits is var (low, high) && IsRange(low, high))
            return [.. panels.Select(_ => new ValueAxis(low, high))];

        var own = panels.Select(Of).ToList();
        var union = new ValueAxis(own.Min(axis => axis.Low), own.Max(axis => axis.High));
        return double.IsFinite(union.Span) && own.Min(axis => axis.Span) >= NarrowestShare * union.Span
            ? [.. own.Select(_ => union)]
            : own;
    }

    /// <summary>A histogram of nothing but NaN, or of one single value, has no range to draw.</summary>
    private static ValueAxis Of(Histogram histogram) =>
        IsRange(histogram.Low, histogram.High) ? new(histogram.Low, histogram.High)
        : double.IsFinite(histogram.Low) && double.IsFinite(histogram.Low + 1) && histogram.Low + 0.5 > histogram.Low - 0.5
            ? new(histogram.Low - 0.5, histogram.Low + 0.5)
        : new(0, 1);

    /// <summary>Whether something can be drawn between the two.</summary>
    public static bool IsRange(double low, double high) => low < high && double.IsFinite(high - low);
}
