using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FanIn.Benchmarks.Curves;

/// <summary>Four panels, both axes logarithmic.</summary>
public static class CurvePicture
{
    private const string Family = "Source Sans 3";

    private static readonly Dictionary<string, Color> Colors = new()
    {
        ["float64"] = Color.FromHex("#2B7BBA"),
        ["float32"] = Color.FromHex("#C06000"),
    };

    /// <summary>Writes the PNG.</summary>
    public static void Save(CurveReport report, string path)
    {
        Fonts.AddFontFile(Family, Path.Combine(AppContext.BaseDirectory, "Fonts", "SourceSans3-Regular.ttf"));
        var picture = new Multiplot();
        picture.AddPlots(CurvePanel.All.Count);
        picture.Layout = new ScottPlot.MultiplotLayouts.Grid(2, 2);
        foreach (var (panel, i) in CurvePanel.All.Select((panel, i) => (panel, i)))
            Draw(picture.GetPlot(i), panel, report, legend: i == 0);
        picture.SavePng(path, 1000, 760);
    }

    private static void Draw(Plot plot, CurvePanel panel, CurveReport report, bool legend)
    {
        var curves = report.Curves.Where(curve => curve.Experiment == panel.Experiment).ToList();
        foreach (var curve in curves)
        {
            var line = plot.Add.Scatter(Log(curve.Points.Select(point => (double)point.X)), Log(curve.Points.Select(point => point.Nanoseconds)));
            (line.Color, line.LineWidth, line.MarkerSize, line.LegendText) = (Colors[curve.Dtype], 2, 6, curve.Dtype);
            if (!panel.PerMultiplyAdd)
                continue;
            var limit = plot.Add.HorizontalLine(Math.Log10(report.Limit[curve.Dtype]));
            (limit.Color, limit.LineWidth, limit.LinePattern) = (Colors[curve.Dtype], 1.5f, LinePattern.Dashed);
            limit.LegendText = $"{curve.Dtype}, at the FMA peak";
        }

        double[] x = [.. curves.SelectMany(curve => curve.Points).Select(point => (double)point.X)];
        double[] y = [.. curves.SelectMany(curve => curve.Points).Select(point => point.Nanoseconds)
            .Concat(panel.PerMultiplyAdd ? report.Limit.Values : [])];
        plot.Axes.SetLimits(Math.Log10(x.Min()) - 0.08, Math.Log10(x.Max()) + 0.08, Math.Log10(y.Min()) - 0.15, Math.Log10(y.Max()) + 0.15);
        plot.Axes.Bottom.TickGenerator = Ticks(Enumerable.Range(0, 13).Select(i => (double)(1 << i)), everyOther: x.Max() > 64);
        double[] mantissas = y.Max() / y.Min() > 5 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 8];
        plot.Axes.Left.TickGenerator = Ticks(Enumerable.Range(-4, 9).SelectMany(e => mantissas.Select(m => m * Math.Pow(10, e))), everyOther: false);
        plot.Axes.Bottom.Label.Text = panel.Axis;
        plot.Axes.Title.Label.Text = panel.Cost;
        Style(plot);
        if (legend)
            plot.ShowLegend(Alignment.UpperRight);
        else
            plot.HideLegend();
    }

    private static void Style(Plot plot)
    {
        plot.Font.Set(Family);
        plot.Axes.Title.Label.FontSize = 17;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Bottom.Label.FontSize = 15;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Legend.FontSize = 13;
        plot.Grid.MajorLineColor = Color.FromHex("#E3E7EB");
    }

    private static double[] Log(IEnumerable<double> values) => [.. values.Select(Math.Log10)];

    private static NumericManual Ticks(IEnumerable<double> values, bool everyOther)
    {
        var ticks = new NumericManual();
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
            ticks.AddMajor(Math.Log10(value), everyOther && i % 2 == 1 ? "" : value.ToString("0.####", CultureInfo.InvariantCulture));
        return ticks;
    }
}
