using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>A sample as pixels: inputs from top to bottom, units from left to right.</summary>
internal static class HeatMapImage
{
    /// <summary>A cell is so many pixels wide and high: a viewer of SVG that smooths images blurs no more than the cells' edges.</summary>
    private const int CellSize = 4;

    public static SKImage Of(ActivationSample sample)
    {
        var scale = HeatMapScale.Of(sample);
        using var bitmap = new SKBitmap(sample.Units * CellSize, sample.Rows * CellSize, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
                bitmap.SetPixel(x, y, scale.Color(sample[y / CellSize, x / CellSize]));
        }

        return SKImage.FromBitmap(bitmap);
    }
}
