using SkiaSharp;

namespace FanIn.Figures.Output;

/// <summary>A drawing, recorded once and then written as PNG, SVG or both.</summary>
internal sealed class FigurePicture : IDisposable
{
    private const int PixelsPerUnit = 2;

    private readonly SKPicture _picture;

    private FigurePicture(string title, float width, float height, SKPicture picture) =>
        (Title, Width, Height, _picture) = (title, width, height, picture);

    public string Title { get; }

    public float Width { get; }

    public float Height { get; }

    public static FigurePicture Record(string title, float width, float height, Action<SKCanvas> draw)
    {
        width = MathF.Ceiling(width);
        height = MathF.Ceiling(height);
        using var recorder = new SKPictureRecorder();
        draw(recorder.BeginRecording(new SKRect(0, 0, width, height)));
        return new(title, width, height, recorder.EndRecording());
    }

    public byte[] ToBytes(FigureFormat format) => format switch
    {
        FigureFormat.Png => Png(),
        FigureFormat.Svg => Svg(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a figure format."),
    };

    public void Dispose() => _picture.Dispose();

    private byte[] Png()
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Width * PixelsPerUnit, (int)Height * PixelsPerUnit));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PixelsPerUnit);
        surface.Canvas.DrawPicture(_picture);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private byte[] Svg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            using var background = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(0, 0, Width, Height, background);
            canvas.DrawPicture(_picture);
        }

        return SvgText.Canonical(stream.ToArray(), Title);
    }
}
