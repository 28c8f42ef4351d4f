using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>A part of a page, with a title of its own over it.</summary>
internal interface IBlock
{
    /// <summary>What it shows; empty for no line over it.</summary>
    string Title { get; }

    /// <summary>What stands beside the title.</summary>
    IEnumerable<string> Notes { get; }

    float Width { get; }

    float Height { get; }

    /// <summary>Draws it below its title, from its top left corner.</summary>
    void Draw(SKCanvas canvas, float x, float y);
}
