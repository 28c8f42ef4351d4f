using FanIn.Figures.Fonts;
using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Palette = FanIn.Figures.Style.Palette;

namespace FanIn.Figures.Panels;

/// <summary>Draws a panel's axes, grid, bars and density with ScottPlot, into a frame that is fixed beforehand.</summary>
internal static class PanelPlot
{
    private const int MostCountTicks = 6;
    private const float Margin = 80;
    private const float NarrowBar = 4;

    /// <summary>The ticks of the y axis, for all panels of a group.</summary>
    public static IReadOnlyList<(double Value, string Label)> CountTicks(CountAxis counts)
    {
        var fitting = NiceTicks.Step(counts.High - counts.Low, MostCountTicks);
        var step = counts.Unit == CountUnit.Elements ? Math.Max(1, fitting) : fitting;
        return [.. NiceTicks.Values(counts.Low, counts.High, step).Select(value => (value, Label(value)))];

        string Label(double value) =>
            counts.Unit == CountUnit.Elements ? NumberText.Count((long)Math.Round(value)) : NumberText.Tick(value, step);
    }

    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame, FigureStyle style, bool labelCounts, float rugHeight)
    {
        FigureFont.Register();
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.SetLimits(frame.X.Low, frame.X.High, frame.Y.Low, frame.Y.High);
        plot.Layout.Fixed(new PixelPadding(Margin, Margin, Margin, Margin));

        AddBars(plot, panel, frame);
        AddBand(plot, panel, frame);
        AddTheory(plot, panel, frame);
        StyleAxes(plot, frame, style, labelCounts, rugHeight);
        Render(plot, canvas, new(frame.Data.Left - Margin, frame.Data.Right + Margin, frame.Data.Bottom + Margin, frame.Data.Top - Margin));
    }

    /// <summary>
    /// Plot.Render clears the canvas, and draws a new plot twice to let its layout settle. Here the layout is fixed, the canvas holds
    /// other panels, and what is drawn twice stands in the SVG twice.
    /// </summary>
    private static void Render(Plot plot, SKCanvas canvas, PixelRect place)
    {
        using var pack = new RenderPack(plot, place, canvas);
        foreach (var action in plot.RenderManager.RenderActions.Where(action => action is not ClearCanvas))
        {
            canvas.Save();
            action.Render(pack);
            canvas.Restore();
        }
    }

    private static void AddBars(Plot plot, Panel panel, PanelFrame frame)
    {
        var bars = new List<Bar>();
        foreach (var bar in panel.Bars.Visible)
        {
            var width = bar.High - bar.Low;
            var size = width - (frame.X.Span / frame.Data.Width * Gap(frame.PixelX(bar.High) - frame.PixelX(bar.Low)));
            var boundary = ZerosFrom(panel, bar, frame);
            Add(frame.Y.Low, boundary, Palette.Bar);
            Add(Math.Max(frame.Y.Low, boundary), panel.Height(bar.Count), Palette.Zeros);

            void Add(double from, double to, SKColor color)
            {
                var top = Math.Min(to, frame.Y.High);
                if (top <= from)
                    return;
                bars.Add(new Bar
                {
                    Position = bar.Low + (width / 2),
                    Size = size,
                    ValueBase = from,
                    Value = top,
                    FillColor = Of(color),
                    LineWidth = 0,
                });
            }
        }

        if (bars.Count > 0)
            plot.Add.Bars(bars);
    }

    /// <summary>One standard deviation to either side of a bar's end, as wide as the bin, so that the parts make one band.</summary>
    private static void AddBand(Plot plot, Panel panel, PanelFrame frame)
    {
        var parts = panel.Bars.Visible
            .Where(bar => bar.Sd > 0)
            .Select(bar => (bar.Low, bar.High, From: panel.Height(bar.Count - bar.Sd), To: panel.Height(bar.Count + bar.Sd)))
            .Select(part => part with { From = Math.Max(part.From, frame.Y.Low), To = Math.Min(part.To, frame.Y.High) })
            .Where(part => part.To > part.From)
            .Select(part => new Bar
            {
                Position = (part.Low + part.High) / 2,
                Size = part.High - part.Low,
                ValueBase = part.From,
                Value = part.To,
                FillColor = Of(Palette.Band),
                LineWidth = 0,
            })
            .ToList();
        if (parts.Count > 0)
            plot.Add.Bars(parts);
    }

    /// <summary>Zeros lie on top. Where a bar is cut below them they take what stands over the break.</summary>
    private static double ZerosFrom(Panel panel, PanelBar bar, PanelFrame frame)
    {
        var others = panel.Height(bar.Count - bar.Zeros);
        var cap = (frame.Y.High - frame.Y.Low) * CutBars.CapHeight / frame.Data.Height;
        return bar.Zeros > 0 && frame.Y.Cuts(others) ? frame.Y.High - cap : others;
    }

    /// <summary>
    /// Broad bars stand a little apart. Narrow ones overlap by a hair, or the background would shine through where they meet.
    /// </summary>
    private static double Gap(float width) => width >= NarrowBar ? Math.Min(0.1 * width, 1) : -0.3;

    /// <summary>The expected density as a line, and where a value has a share of its own a mark across its bin.</summary>
    private static void AddTheory(Plot plot, Panel panel, PanelFrame frame)
    {
        var whole = panel.Height(panel.Statistics.Count);
        if (panel.Theory.Density.Count > 0)
        {
            var histogram = panel.Statistics.Histogram;
            var scale = whole * (histogram.High - histogram.Low) / histogram.Bins;
            var points = panel.Theory.Density.Select(point => new Coordinates(point.Value, scale * point.Density)).ToArray();
            plot.Add.ScatterLine(points, Of(Palette.Density)).LineWidth = 1.2f;
        }

        foreach (var atom in panel.Theory.Atoms.Where(atom => whole * atom.Share < frame.Y.High))
        {
            var (width, height) = (atom.High - atom.Low, whole * atom.Share);
            var mark = plot.Add.Line(atom.Low - (width / 2), height, atom.High + (width / 2), height);
            (mark.LineWidth, mark.LineColor) = (2, Of(Palette.Density));
        }
    }

    private static void StyleAxes(Plot plot, PanelFrame frame, FigureStyle style, bool labelCounts, float rugHeight)
    {
        var counts = CountTicks(frame.Y);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. counts.Select(tick => tick.Value)], [.. counts.Select(tick => labelCounts ? tick.Label : "")]);
        var values = ValueTicks.Of(frame.X, frame.Data.Width, style.Gap, style.TickSize);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. values.Select(tick => tick.Value)], [.. values.Select(tick => tick.Label)]);

        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            axis.TickLabelStyle.FontName = FigureFont.Family;
            axis.TickLabelStyle.FontSize = style.TickSize;
            axis.TickLabelStyle.ForeColor = Of(Palette.Muted);
            axis.FrameLineStyle.Color = Of(Palette.Axis);
            axis.FrameLineStyle.Width = 1;
            axis.MajorTickStyle.Color = Of(Palette.Axis);
            axis.MajorTickStyle.Width = 1;
            axis.MajorTickStyle.Length = 3;
        }

        // The ticks cross the rug, so that the scale serves both.
        plot.Axes.Bottom.MajorTickStyle.Length = rugHeight + 3;
        plot.Axes.Left.MajorTickStyle.Length = labelCounts ? 3 : 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = Of(Palette.Grid);
        plot.Grid.YAxisStyle.MajorLineStyle.Width = 1;
    }

    private static Color Of(SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}
