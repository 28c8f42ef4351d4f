using FanIn.Figures.Text;

namespace FanIn.Figures.Scales;

/// <summary>Ticks of the x axis whose labels touch neither each other nor those of the panel beside.</summary>
internal static class ValueTicks
{
    /// <summary>Two labels make a scale.</summary>
    private const int Fewest = 2;

    private const float Clearance = 5;

    /// <summary>How many ticks to try for: four read best, more give an odd range its second label.</summary>
    private static readonly int[] Attempts = [4, 5, 6, 8, 3, 2, 12, 20];

    public static IReadOnlyList<(double Value, string Label)> Of(ValueAxis axis, float width, float gap, float size)
    {
        var attempts = Attempts.Select(most => Ticks(axis, most, width, gap, size)).ToList();
        return attempts.Find(ticks => Labels(ticks) >= Fewest && AreApart(ticks, axis, width, size))
            ?? attempts.Select(ticks => Thinned(ticks, axis, width, size)).MaxBy(Labels)!;
    }

    private static int Labels(IReadOnlyList<(double Value, string Label)> ticks) => ticks.Count(tick => tick.Label.Length > 0);

    /// <summary>Ticks at round places; one whose label would reach the panel beside has none.</summary>
    private static IReadOnlyList<(double Value, string Label)> Ticks(ValueAxis axis, int most, float width, float gap, float size)
    {
        var step = NiceTicks.Step(axis.Span, most);
        return [.. NiceTicks.Values(axis.Low, axis.High, step)
            .Select(value => (Value: value, Label: NumberText.Tick(value, step)))
            .Select(tick => StaysWithin(Extent(tick, axis, width, size), width, gap) ? tick : tick with { Label = "" })];
    }

    private static bool AreApart(IReadOnlyList<(double Value, string Label)> ticks, ValueAxis axis, float width, float size) =>
        Labels(Thinned(ticks, axis, width, size)) == Labels(ticks);

    /// <summary>The ticks without the labels that would touch one further left.</summary>
    private static IReadOnlyList<(double Value, string Label)> Thinned(
        IReadOnlyList<(double Value, string Label)> ticks, ValueAxis axis, float width, float size)
    {
        var thinned = new List<(double Value, string Label)>();
        var right = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            var extent = Extent(tick, axis, width, size);
            var fits = tick.Label.Length > 0 && extent.Left >= right + Clearance;
            thinned.Add(fits ? tick : tick with { Label = "" });
            right = fits ? extent.Right : right;
        }

        return thinned;
    }

    private static bool StaysWithin((double Left, double Right) extent, float width, float gap) =>
        extent.Left >= 1 - (gap / 2) && extent.Right <= width + (gap / 2) - 1;

    private static (double Left, double Right) Extent((double Value, string Label) tick, ValueAxis axis, float width, float size)
    {
        var middle = axis.Position(tick.Value) * width;
        var half = TextPainter.Width(tick.Label, size) / 2;
        return (middle - half, middle + half);
    }
}
