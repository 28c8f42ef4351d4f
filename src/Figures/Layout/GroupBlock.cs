using FanIn.Figures.Panels;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Layout;

/// <summary>Rows of histograms as a part of a page.</summary>
/// <param name="layout">The rows.</param>
/// <param name="layers">How many layers the experiment has.</param>
internal sealed class GroupBlock(GroupLayout layout, int layers) : IBlock
{
    public string Title => layout.Group.Title;

    public IEnumerable<string> Notes => GroupText.Notes(layout.Group, layers);

    public float Width => layout.Width;

    public float Height => layout.Height;

    public void Draw(SKCanvas canvas, float x, float y) => GroupPainter.Draw(canvas, layout, x, y);
}
