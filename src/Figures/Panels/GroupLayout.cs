using FanIn.Figures.Style;
using FanIn.Figures.Text;

namespace FanIn.Figures.Panels;

/// <summary>
/// Sizes that the panels of a group have in common: every panel takes the space that the fullest one needs, so that all bars stand on
/// one line.
/// </summary>
internal sealed class GroupLayout
{
    private const float AxisLabelGap = 10;
    private const float StripHeight = 4;
    private const float StripGap = 4;

    private readonly IReadOnlyList<int> _ownLines;

    public GroupLayout(PanelGroup group, FigureStyle style)
    {
        Group = group;
        Style = style;
        Columns = style.Columns(group.Panels.Count);
        PanelWidth = style.PanelWidth(Columns);
        RugHeight = group.HasRug ? style.RugHeight : 0;
        var notes = group.Panels.Select(panel => PanelNotes.Of(panel, group.Counts)).ToList();
        Labels = style.LabelsOnce ? NoteLines.Labels(notes) : [];
        Blocks = style.LabelsOnce ? NoteLines.Values(notes, PanelWidth, style) : NoteLines.Texts(notes, PanelWidth, style);
        ShowsNames = !style.LabelsOnce || group.Panels.All(HasRoomForName);
        _ownLines = [.. Enumerable.Range(0, Blocks[0].Count).Select(block => Blocks.Max(panel => panel[block].Lines.Count))];
        Space = new(
            AxisLabelGap + PanelPlot.CountTicks(group.Counts).Select(tick => tick.Label).Append(group.Counts.Title)
                .Select(label => TextPainter.Width(label, style.TickSize))
                .Concat(Labels.SelectMany(label => label.Lines).Select(label => TextPainter.Width(label, style.TextSize)))
                .Max(),
            style.LabelsOnce ? [_ownLines.Sum()] : _ownLines,
            group.HasCutBars || style.LabelsOnce ? style.LineHeight : 0);
    }

    public PanelGroup Group { get; }

    public FigureStyle Style { get; }

    public int Columns { get; }

    public float PanelWidth { get; }

    /// <summary>What this group needs, or what it is given to line up with others.</summary>
    public GroupSpace Space { get; set; }

    public float LeftMargin => Space.LeftMargin;

    public float RugHeight { get; }

    /// <summary>For each panel its notes, wrapped to its width.</summary>
    public IReadOnlyList<IReadOnlyList<NoteLines>> Blocks { get; }

    /// <summary>For each block its label, where labels stand once beside the row; otherwise none.</summary>
    public IReadOnlyList<NoteLines> Labels { get; }

    /// <summary>Whether the layers' names stand beside the headings: in a small row all or none.</summary>
    public bool ShowsNames { get; }

    /// <summary>From a panel's top to its bars.</summary>
    public float HeaderHeight => Style.HeadingSize + 4 + (Space.BlockLines.Sum() * Style.LineHeight) + StripTop + StripGap;

    public float TickHeight => RugHeight + 3 + (Style.TickSize * 1.5f);

    public int Rows => (Group.Panels.Count + Columns - 1) / Columns;

    public float RowHeight => HeaderHeight + Style.DataHeight + TickHeight;

    public float RowGap => Style.LineHeight;

    public float Width => LeftMargin + (Columns * PanelWidth) + ((Columns - 1) * Style.Gap);

    public float Height => (Rows * RowHeight) + ((Rows - 1) * RowGap);

    /// <summary>From the bars up to the bottom of the strip of shares.</summary>
    public float StripBottom => Space.LaneHeight + StripGap;

    /// <summary>What a block takes; beside labels nothing is left free for the blocks of other groups.</summary>
    public float BlockHeight(int block) => (Style.LabelsOnce ? _ownLines : Space.BlockLines)[block] * Style.LineHeight;

    /// <summary>From a panel's left end to its layer's name.</summary>
    public float NameLeft(Panel panel) => TextPainter.Width(panel.Heading, Style.HeadingSize, bold: true) + (Style.TextSize / 2);

    public float StripTop => StripBottom + StripHeight;

    private bool HasRoomForName(Panel panel) => NameLeft(panel) + TextPainter.Width(panel.Subheading, Style.TextSize) <= PanelWidth;
}
