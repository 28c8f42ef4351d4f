using FanIn.Figures.Scales;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>Where a panel's bars stand, and which value and count a place there means.</summary>
internal readonly record struct PanelFrame(SKRect Data, ValueAxis X, CountAxis Y)
{
    public float PixelX(double value) => (float)(Data.Left + (X.Position(value) * Data.Width));
}
