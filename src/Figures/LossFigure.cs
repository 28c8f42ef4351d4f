using System.Collections.Immutable;
using FanIn.Figures.Output;
using FanIn.Figures.Plots;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;
using SkiaSharp;
using Palette = FanIn.Figures.Style.Palette;

namespace FanIn.Figures;

/// <summary>
/// The losses of trainings over their steps, all in one frame, each named at its end with the loss over all samples and the accuracy of
/// those held out. A curve is smoothed over a fiftieth of its steps, and a long one is drawn at a thousand of them.
/// </summary>
public static class LossFigure
{
    private const float Padding = 22, TitleSize = 18, TextSize = 12, LabelHeight = 15, FrameWidth = 640, FrameHeight = 330, AxisWidth = 46;
    private const int MostPoints = 1000;

    /// <summary>Writes the figure, whole or not at all; folders are made as needed.</summary>
    /// <param name="results">Trained experiments, at least one.</param>
    /// <param name="path">Ends in <c>.png</c> or <c>.svg</c>.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or the path has another extension.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    public static void Save(IReadOnlyList<ExperimentResult> results, string path)
    {
        using var picture = Picture(results);
        WholeFile.Write(path, stream => stream.Write(picture.ToBytes(FigureFormats.Of(path))));
    }

    internal static FigurePicture Picture(IReadOnlyList<ExperimentResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var trained = results.Where(result => result.Training is not null).ToList();
        if (trained.Count == 0)
            throw new ArgumentException("A figure of losses needs at least one result of a training.", nameof(results));
        var curves = trained.Select(result => Curve(result.Training!.Losses)).ToList();
        var labels = trained.Select(Label).ToList();
        var height = Math.Max(FrameHeight, labels.Count * LabelHeight);
        var top = Padding + TitleSize + 30;
        var frame = SKRect.Create(Padding + AxisWidth, top, FrameWidth, height);
        var steps = new PlotAxis(0, trained.Max(result => result.Training!.Losses.Length));
        var plot = new LinePlot(frame, steps, PlotAxis.Of(curves.SelectMany(curve => curve).Select(point => point.Value)));
        var title = string.Join(", ", trained.Select(result => result.Definition.Name).Distinct());
        var width = frame.Right + 34 + labels.Max(label => TextPainter.Width(label, TextSize)) + Padding;
        return FigurePicture.Record(title, width, frame.Bottom + 36 + Padding, Draw);

        void Draw(SKCanvas canvas)
        {
            TextPainter.Draw(canvas, title, Padding, Padding + TitleSize - 3, TitleSize, Palette.Ink, bold: true);
            var scale = plot.Y.IsLogarithmic ? " (logarithmic)" : "";
            TextPainter.Draw(
                canvas, $"loss of each batch{scale}, smoothed; beside it the loss over all samples and the accuracy at the end", Padding,
                top - 10, TextSize, Palette.Muted);
            plot.DrawAxes(canvas, steps.Ticks(), "step");
            var places = Places([.. curves.Select(curve => plot.WithinY(curve[^1].Value))], frame);
            for (var i = 0; i < curves.Count; i++)
            {
                var (color, isDashed) = (Palette.Curve(i), Palette.IsSecondRound(i));
                plot.DrawLine(canvas, curves[i], color, isDashed: isDashed);
                using var line = new SKPaint { Color = color, IsAntialias = true, StrokeWidth = 1 };
                canvas.DrawLine(frame.Right + 3, plot.WithinY(curves[i][^1].Value), frame.Right + 28, places[i] - 4, line);
                TextPainter.Draw(canvas, labels[i], frame.Right + 32, places[i], TextSize, Palette.Ink);
            }
        }
    }

    /// <summary>The smoothed losses at as many steps, from 1, as can be told apart; the first and the last are among them.</summary>
    internal static IReadOnlyList<(double Step, double Value)> Curve(ImmutableArray<double> losses)
    {
        var count = Math.Min(losses.Length, MostPoints);
        return [.. Enumerable.Range(0, count)
            .Select(i => (int)((long)i * (losses.Length - 1) / Math.Max(1, count - 1)))
            .Select(i => (i + 1.0, Smoothed(losses, i)))];
    }

    /// <summary>
    /// The mean of a value and those around it, a fiftieth of all; at the beginning, where the loss changes, of fewer, and at the end of
    /// those that there are.
    /// </summary>
    private static double Smoothed(ImmutableArray<double> losses, int i)
    {
        var near = Math.Min(losses.Length / 100, i);
        var (from, to) = (i - near, Math.Min(losses.Length - 1, i + near));
        return losses[from..(to + 1)].Average();
    }

    private static string Label(ExperimentResult result)
    {
        var (definition, training) = (result.Definition, result.Training!);
        var name = definition.Label.Length > 0 ? definition.Label : definition.Name;
        return $"{name}  {NumberText.Significant(training.Loss)}, {NumberText.Percent(training.Accuracy)}";
    }

    /// <summary>Baselines of labels near those heights, in their order and none upon another.</summary>
    private static float[] Places(float[] wanted, SKRect frame)
    {
        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        var places = new float[wanted.Length];
        var lowest = frame.Top + 4;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var room = frame.Bottom + 4 - ((order.Length - 1 - rank) * LabelHeight);
            places[order[rank]] = Math.Min(Math.Max(wanted[order[rank]] + 4, lowest), room);
            lowest = places[order[rank]] + LabelHeight;
        }

        return places;
    }
}
