using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>What is written above a panel: the statistics, then everything that its bars cannot show.</summary>
internal static class PanelNotes
{
    /// <summary>The same blocks and kinds of notes for every panel.</summary>
    public static IReadOnlyList<NoteBlock> Of(Panel panel, CountAxis counts) =>
    [
        new(Palette.Ink, panel.Facts is { } facts ? [.. facts.Select(Fact)] : Statistics(panel)),
        new(Palette.Ink, [Different(panel)]),
        new(Palette.ZerosText, [Count("zeros", panel.Statistics.Histogram.Zeros, "{0} zeros")]),
        new(Palette.OutsideText, Outside(panel.Statistics.Histogram)),
        new(Palette.Ink, [Count("NaN", panel.Statistics.Histogram.NaN, "{0} NaN")]),
        new(Palette.Muted, Hidden(panel, counts)),
    ];

    private static PanelNote[] Statistics(Panel panel) =>
    [
        Note("std", NumberText.Significant(panel.Statistics.Std, panel.Spread?.Std), "std {0}"),
        Note(
            "input-driven",
            panel.InputDriven is { } share ? NumberText.Percent(share, panel.Spread?.InputDriven) : null,
            "input-driven {0}"),
    ];

    private static PanelNote Fact(PanelFact fact)
    {
        var value = NumberText.Significant(fact.Value);
        return new(fact.Name, value, $"{fact.Name} {value}");
    }

    private static PanelNote Different(Panel panel) => Note(
        "≈ different",
        panel.EffectiveNumbers is { } numbers ? NumberText.Count((long)Math.Round(numbers)) : null,
        "about {0} different numbers");

    private static PanelNote[] Outside(Histogram histogram)
    {
        var (below, above) = (Infinite(histogram.NegativeInfinity, "−∞"), Infinite(histogram.PositiveInfinity, "+∞"));
        return
        [
            Count("← below", histogram.Below, $"← {{0}} below{below}", below),
            Count("above →", histogram.Above, $"{{0}} above{above} →", above),
        ];
    }

    private static PanelNote[] Hidden(Panel panel, CountAxis counts) =>
    [
        Count("← not shown", panel.Bars.HiddenLeft, "← {0} not shown"),
        Count("not shown →", panel.Bars.HiddenRight, "{0} not shown →"),
        Count(
            "low bars hidden",
            panel.Bars.Visible.Count(bar => bar.Count > 0 && panel.Height(bar.Count) < counts.Low),
            "{0} low bars not shown"),
        Count("means outside", panel.UnitMeansOutside, "{0} means outside"),
    ];

    private static string Infinite(long count, string name) => count == 0 ? "" : $" ({NumberText.Count(count)} {name})";

    private static PanelNote Count(string label, long count, string text, string detail = "") =>
        Note(label, NumberText.Count(count), text) with { Value = count > 0 ? NumberText.Count(count) + detail : null };

    private static PanelNote Note(string label, string? value, string text) =>
        new(label, value, text.Replace("{0}", value, StringComparison.Ordinal));
}
