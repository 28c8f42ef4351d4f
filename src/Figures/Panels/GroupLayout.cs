using FanIn.Figures.Style;
using FanIn.Figures.Text;

namespace FanIn.Figures.Panels;

/// <summary>
/// Sizes that the panels of a group have in common: every panel takes the space that the fullest one needs, so that all bars stand on
/// one line.
/// </summary>
internal sealed class GroupLayout
{
    public const string CountLabel = "count";

    private const float AxisLabelGap = 10;
    private const float StripHeight = 4;
    private const float StripGap = 4;

    public GroupLayout(PanelGroup group, FigureStyle style)
    {
        Group = group;
        Style = style;
        Columns = style.Columns(group.Panels.Count);
        PanelWidth = style.PanelWidth(Columns);
        RugHeight = group.HasRug ? style.RugHeight : 0;
        Blocks = Wrap([.. group.Panels.Select(panel => PanelNotes.Of(panel, group.Counts))]);
        Space = new(
            PanelPlot.CountTicks(group.Counts).Select(tick => tick.Label).Append(CountLabel)
                .Max(label => TextPainter.Width(label, style.TickSize)) + AxisLabelGap,
            [.. Enumerable.Range(0, Blocks[0].Count).Select(block => Blocks.Max(panel => panel[block].Notes.Count))],
            group.HasCutBars ? style.LineHeight : 0);
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
    public IReadOnlyList<IReadOnlyList<NoteBlock>> Blocks { get; }

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

    public float StripTop => StripBottom + StripHeight;

    /// <summary>A block takes one line in every panel, or, where it is too wide for one of them, a line for each note in all.</summary>
    private IReadOnlyList<IReadOnlyList<NoteBlock>> Wrap(IReadOnlyList<IReadOnlyList<NoteBlock>> panels)
    {
        var fits = Enumerable.Range(0, panels[0].Count)
            .Select(block => panels.All(panel => TextFlow.Wrap(panel[block].Notes, PanelWidth, Style.TextSize).Count <= 1)).ToList();
        return [.. panels.Select(panel => panel.Select((block, i) => block with
        {
            Notes = fits[i]
                ? TextFlow.Wrap(block.Notes, PanelWidth, Style.TextSize)
                : TextFlow.Stack(block.Notes, PanelWidth, Style.TextSize),
        }).ToList())];
    }
}
