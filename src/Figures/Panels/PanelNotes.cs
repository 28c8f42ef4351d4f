using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>Notes of one kind above a panel, in one colour.</summary>
internal sealed record NoteBlock(SKColor Color, IReadOnlyList<string> Notes);

/// <summary>What is written above a panel: the statistics, then everything that its bars cannot show.</summary>
internal static class PanelNotes
{
    public static IReadOnlyList<NoteBlock> Of(Panel panel, CountAxis counts) =>
    [
        new(Palette.Ink, [.. Statistics(panel)]),
        new(Palette.ZerosText, [.. Zeros(panel)]),
        new(Palette.OutsideText, [.. Outside(panel)]),
        new(Palette.Ink, [.. NotNumbers(panel)]),
        new(Palette.Muted, [.. Hidden(panel, counts)]),
    ];

    private static IEnumerable<string> Statistics(Panel panel)
    {
        yield return $"std {NumberText.Significant(panel.Statistics.Std)}";
        if (panel.InputDriven is { } share)
            yield return $"input-driven {NumberText.Percent(share)}";
    }

    private static IEnumerable<string> Zeros(Panel panel)
    {
        if (panel.Statistics.Histogram.Zeros > 0)
            yield return $"{NumberText.Count(panel.Statistics.Histogram.Zeros)} zeros";
    }

    private static IEnumerable<string> Outside(Panel panel)
    {
        var histogram = panel.Statistics.Histogram;
        if (histogram.Below > 0)
            yield return $"← {NumberText.Count(histogram.Below)} below{Infinite(histogram.NegativeInfinity, "−∞")}";
        if (histogram.Above > 0)
            yield return $"{NumberText.Count(histogram.Above)} above{Infinite(histogram.PositiveInfinity, "+∞")} →";
    }

    private static IEnumerable<string> NotNumbers(Panel panel)
    {
        if (panel.Statistics.Histogram.NaN > 0)
            yield return $"{NumberText.Count(panel.Statistics.Histogram.NaN)} NaN";
    }

    private static string Infinite(long count, string name) => count == 0 ? "" : $" ({NumberText.Count(count)} {name})";

    private static IEnumerable<string> Hidden(Panel panel, CountAxis counts)
    {
        if (panel.Bars.HiddenLeft > 0)
            yield return $"← {NumberText.Count(panel.Bars.HiddenLeft)} not shown";
        if (panel.Bars.HiddenRight > 0)
            yield return $"{NumberText.Count(panel.Bars.HiddenRight)} not shown →";
        if (panel.Bars.Visible.Count(bar => bar.Count > 0 && bar.Count < counts.Low) is > 0 and var low)
            yield return $"{NumberText.Count(low)} low bars not shown";
        if (panel.UnitMeansOutside is > 0 and var means)
            yield return $"{NumberText.Count(means)} means outside";
    }
}
