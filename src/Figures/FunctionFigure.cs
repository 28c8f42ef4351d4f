using FanIn.Figures.Fonts;
using FanIn.Figures.Style;
using ScottPlot;
using SkiaSharp;
using Palette = FanIn.Figures.Style.Palette;

namespace FanIn.Figures;

/// <summary>A small picture of an activation and its derivative over [−4, 4]: φ a full line, φ′ a dashed one.</summary>
public static class FunctionFigure
{
    private const double End = 4;
    private const double Lowest = -2.2;
    private const double Highest = 4.2;
    private const int Points = 200;
    private const int Width = 300;
    private const int Height = 180;
    private const int PixelsPerUnit = 2;

    /// <summary>The picture as PNG, 600 × 360 pixels.</summary>
    /// <param name="function">φ.</param>
    /// <param name="derivative">φ′.</param>
    /// <param name="kinks">Where either may jump, ascending: the lines are interrupted there.</param>
    public static byte[] Png(Func<double, double> function, Func<double, double> derivative, IReadOnlyList<double> kinks)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        ArgumentNullException.ThrowIfNull(kinks);
        FigureFont.Register();
        using var plot = new Plot { ScaleFactor = PixelsPerUnit };
        double[] ends = [-End, .. kinks.Where(kink => kink > -End && kink < End), End];
        var extremes = new List<double>();
        for (var piece = 1; piece < ends.Length; piece++)
        {
            Add(derivative, Palette.Zeros, LinePattern.Dashed);
            Add(function, Palette.Bar, LinePattern.Solid);

            void Add(Func<double, double> of, SKColor color, LinePattern pattern)
            {
                var points = Line(of, ends[piece - 1], ends[piece]);
                extremes.AddRange(points.Select(point => Math.Clamp(point.Y, Lowest, Highest)));
                var line = plot.Add.ScatterLine(points, new(color.Red, color.Green, color.Blue));
                line.LineWidth = 1.6f;
                line.LinePattern = pattern;
            }
        }

        var (low, high) = (extremes.Min(), extremes.Max());
        var margin = 0.06 * (high - low);
        plot.Axes.SetLimits(-End, End, low - margin, high + margin);
        StyleAxes(plot);
        return plot.GetImage(PixelsPerUnit * Width, PixelsPerUnit * Height).GetImageBytes(ImageFormat.Png);
    }

    /// <summary>Between the ends, which may belong to either side.</summary>
    private static Coordinates[] Line(Func<double, double> function, double low, double high) =>
        [.. Enumerable.Range(0, Points + 1)
            .Select(i => Math.Clamp(low + ((high - low) * i / Points), Math.BitIncrement(low), Math.BitDecrement(high)))
            .Select(x => new Coordinates(x, function(x)))
            .Where(point => Math.Abs(point.Y) < 100)];

    private static void StyleAxes(Plot plot)
    {
        var (ink, line, grid) = (Of(Palette.Muted), Of(Palette.Axis), Of(Palette.Grid));
        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            axis.TickLabelStyle.FontName = FigureFont.Family;
            axis.TickLabelStyle.FontSize = 11;
            axis.TickLabelStyle.ForeColor = ink;
            axis.FrameLineStyle.Color = line;
            axis.MajorTickStyle.Color = line;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = grid;
        plot.Add.HorizontalLine(0, 1, line);
        plot.Add.VerticalLine(0, 1, line);
    }

    private static Color Of(SKColor color) => new(color.Red, color.Green, color.Blue);
}
