using FanIn.Figures.Text;

namespace FanIn.Figures.Scales;

/// <summary>Ticks of the x axis whose labels touch neither each other nor those of the panel beside.</summary>
internal static class ValueTicks
{
    private const int Most = 4;
    private const float Clearance = 5;

    public static IReadOnlyList<(double Value, string Label)> Of(ValueAxis axis, float width, float gap, float size)
    {
        for (var most = Most; most >= 1; most--)
        {
            var step = NiceTicks.Step(axis.Span, most);
            var ticks = NiceTicks.Values(axis.Low, axis.High, step)
                .Select(value => (Value: value, Label: NumberText.Tick(value, step)))
                .Select(tick => StaysWithin(tick, axis, width, gap, size) ? tick : tick with { Label = "" })
                .ToList();
            if (ticks.Count > 0 && AreApart(ticks, axis, width, size))
                return ticks;
        }

        return [];
    }

    private static bool AreApart(List<(double Value, string Label)> ticks, ValueAxis axis, float width, float size)
    {
        var right = double.NegativeInfinity;
        foreach (var (value, label) in ticks.Where(tick => tick.Label.Length > 0))
        {
            var middle = axis.Position(value) * width;
            var half = TextPainter.Width(label, size) / 2;
            if (middle - half < right + Clearance)
                return false;
            right = middle + half;
        }

        return true;
    }

    private static bool StaysWithin((double Value, string Label) tick, ValueAxis axis, float width, float gap, float size)
    {
        var middle = axis.Position(tick.Value) * width;
        var half = TextPainter.Width(tick.Label, size) / 2;
        var overhang = Math.Max(half - middle, middle + half - width);
        return overhang <= (gap / 2) - 1;
    }
}
