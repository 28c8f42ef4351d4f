using FanIn.Figures.Layout;
using FanIn.Figures.Style;
using FanIn.Figures.Text;
using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>The activations of single inputs (rows) and units (columns) as colours, a map for each layer.</summary>
/// <param name="layers">Layers with a sample.</param>
/// <param name="all">How many layers the experiment has.</param>
internal sealed class HeatMapBlock(IReadOnlyList<LayerResult> layers, int all) : IBlock
{
    private const int MostColumns = 5;
    private const float Side = 176;
    private const float Gap = 16;
    private const float RowGap = 18;
    private const float LabelWidth = 42;
    private const float FootHeight = 20;
    private const float LabelGap = 6;

    private readonly FigureStyle _style = FigureStyle.Full;

    public string Title => "activations";

    public IEnumerable<string> Notes
    {
        get
        {
            var (rows, units) = (layers.Max(layer => Sample(layer).Rows), layers.Max(layer => Sample(layer).Units));
            yield return $"{Plural(rows, "input")} (down) × {Plural(units, "unit")} (across)";
            yield return "each map has its own scale";
            if (layers.Count < all)
                yield return $"{NumberText.Count(layers.Count)} of {NumberText.Count(all)} layers, evenly chosen";
        }
    }

    public float Width => LabelWidth + (Columns * Side) + ((Columns - 1) * Gap);

    public float Height => (Rows * RowHeight) + ((Rows - 1) * RowGap);

    private int Columns => Math.Min(MostColumns, layers.Count);

    private int Rows => (layers.Count + Columns - 1) / Columns;

    private float HeadHeight => PanelHead.Height(_style) + LabelGap;

    private float RowHeight => HeadHeight + Side + FootHeight;

    public void Draw(SKCanvas canvas, float x, float y)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var left = x + LabelWidth + (i % Columns * (Side + Gap));
            var top = y + (i / Columns * (RowHeight + RowGap));
            DrawHead(canvas, layers[i], left, top);
            var place = SKRect.Create(left, top + HeadHeight, Side, Side);
            using (var image = HeatMapImage.Of(Sample(layers[i])))
                canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Nearest));
            using var frame = new SKPaint { Color = Palette.Axis, IsStroke = true, StrokeWidth = 1 };
            canvas.DrawRect(place, frame);
            TextPainter.Draw(canvas, "units →", place.Left, place.Bottom + 14, _style.TickSize, Palette.Muted);
            if (i % Columns == 0)
                DrawInputs(canvas, place);
        }
    }

    private void DrawHead(SKCanvas canvas, LayerResult layer, float x, float y)
    {
        var scale = HeatMapScale.Of(Sample(layer));
        PanelHead.Draw(
            canvas, layer, x, y, Side, _style,
            layer.Split is { } split ? $"input-driven {NumberText.Percent(split.InputDriven)}" : "",
            scale.IsFlat
                ? $"all {NumberText.Significant(scale.Mean)}"
                : $"mean {NumberText.Significant(scale.Mean)}, std {NumberText.Significant(scale.Std)}");
    }

    private void DrawInputs(SKCanvas canvas, SKRect map)
    {
        var baseline = map.Top + _style.TickSize;
        foreach (var line in (string[])["inputs", "↓"])
        {
            TextPainter.Draw(canvas, line, map.Left - LabelGap, baseline, _style.TickSize, Palette.Muted, align: SKTextAlign.Right);
            baseline += _style.LineHeight;
        }
    }

    private static string Plural(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static ActivationSample Sample(LayerResult layer) => layer.FigureData!.Sample!;
}
