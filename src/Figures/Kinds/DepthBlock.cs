using FanIn.Figures.Layout;
using FanIn.Figures.Plots;
using FanIn.Figures.Scales;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>Frames beside each other: series over the layers, each frame with a logarithmic axis of its own.</summary>
/// <param name="frames">What stands over each frame, and its series.</param>
/// <param name="layers">How many layers there are.</param>
internal sealed class DepthBlock(IReadOnlyList<(string Title, IReadOnlyList<Series> Series)> frames, int layers) : IBlock
{
    private const float FrameWidth = 400;
    private const float FrameHeight = 270;
    private const float Gap = 34;
    private const float HeadHeight = 22;
    private const int MostXTicks = 10;
    private const int ManyLayers = 40;

    /// <summary>Dots of many layers are so much smaller.</summary>
    private const float ManyRadius = 0.6f;

    private readonly FigureStyle _style = FigureStyle.Full;
    private readonly List<PlotAxis> _axes = [.. frames.Select(frame => PlotAxis.Logarithmic(frame.Series.SelectMany(one => one.Values)))];

    public string Title => "root mean square from layer to layer";

    public IEnumerable<string> Notes => ["logarithmic axes"];

    public float Width => _axes.Sum(axis => LinePlot.LabelWidth(axis) + FrameWidth) + ((frames.Count - 1) * Gap);

    public float Height => HeadHeight + FrameHeight + LinePlot.FootHeight + (NoteLines.DefaultIfEmpty().Max() * _style.LineHeight);

    private IEnumerable<int> NoteLines => frames.Select(frame => Missing(frame.Series).Count());

    public void Draw(SKCanvas canvas, float x, float y)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            x += LinePlot.LabelWidth(_axes[i]);
            TextPainter.Draw(canvas, frames[i].Title, x, y + _style.TextSize, _style.TextSize, Palette.Ink, bold: true);
            Draw(canvas, frames[i].Series, new(SKRect.Create(x, y + HeadHeight, FrameWidth, FrameHeight), XAxis, _axes[i]));
            x += FrameWidth + Gap;
        }
    }

    private PlotAxis XAxis => layers == 1 ? new(0.5, 1.5) : new(1 - (0.03 * layers), layers + (0.03 * layers));

    private void Draw(SKCanvas canvas, IReadOnlyList<Series> series, LinePlot plot)
    {
        plot.DrawAxes(canvas, Ticks(), "layer");
        foreach (var one in series)
            plot.DrawBand(canvas, one.Band, Palette.TheoryBand);
        foreach (var one in series)
        {
            plot.DrawLine(canvas, one.Theory.Select(point => (point.X, point.Y)), Palette.TheoryLine, 1.2f);
            if (one.IsJoined)
                plot.DrawLine(canvas, one.Points, one.Color, one.Theory.Count > 0 ? 0.8f : 1.8f);
            plot.DrawDots(canvas, one.Points, one.Color, layers > ManyLayers ? ManyRadius * one.Radius : one.Radius);
        }

        var line = plot.Frame.Bottom + LinePlot.FootHeight;
        foreach (var note in Missing(series))
        {
            var text = TextPainter.Fit(note, FrameWidth, _style.TextSize);
            TextPainter.Draw(canvas, text, plot.Frame.Left, line + _style.TextSize, _style.TextSize, Palette.OutsideText);
            line += _style.LineHeight;
        }
    }

    private static IEnumerable<string> Missing(IReadOnlyList<Series> series) =>
        series.SelectMany(one => ValueRuns.Notes(one.Points).Select(note => $"{one.Name}: {note}"));

    private IEnumerable<(double Value, string Label)> Ticks()
    {
        var step = Math.Max(1, (int)NiceTicks.Step(layers, MostXTicks));
        return Enumerable.Range(1, layers).Where(layer => step == 1 || layer == 1 || layer % step == 0)
            .Select(layer => ((double)layer, NumberText.Count(layer)));
    }
}
