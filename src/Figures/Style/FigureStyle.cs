namespace FanIn.Figures.Style;

/// <summary>Sizes, in units of which a PNG pixel is a half and an SVG pixel one.</summary>
internal sealed record FigureStyle
{
    private const float SheetWidth = 1240;

    /// <summary>For the labels left of a row and the space between two.</summary>
    private const float SheetMargin = 86;

    /// <summary>A figure of its own.</summary>
    public static readonly FigureStyle Full = new()
    {
        HeadingSize = 13.5f,
        TextSize = 12f,
        TickSize = 11.5f,
        LineHeight = 15f,
        DataHeight = 190f,
        Gap = 16f,
        RugHeight = 11f,
        MinPanelWidth = 108f,
        MaxPanelWidth = 300f,
        RowWidth = 960f,
        ColumnsPerRow = 10,
        MaxPanels = 30,
    };

    /// <summary>
    /// A cell of a contact sheet that has so many of them side by side. The page's width is that of a page of text, so that its type
    /// can be read there: what is said of every panel has its label but once.
    /// </summary>
    public static FigureStyle Compact(int cells) => new()
    {
        HeadingSize = 12f,
        TextSize = 11f,
        TickSize = 10.5f,
        LineHeight = 13f,
        DataHeight = 104f,
        Gap = 11f,
        RugHeight = 7f,
        MinPanelWidth = 56f,
        MaxPanelWidth = 150f,
        RowWidth = (SheetWidth / cells) - SheetMargin,
        ColumnsPerRow = 6,
        MaxPanels = 6,
        LabelsOnce = true,
    };

    public required float HeadingSize { get; init; }

    public required float TextSize { get; init; }

    public required float TickSize { get; init; }

    public required float LineHeight { get; init; }

    public required float DataHeight { get; init; }

    /// <summary>Whether the labels of the notes stand once, left of a row, and not in each panel.</summary>
    public bool LabelsOnce { get; init; }

    /// <summary>Between two panels.</summary>
    public required float Gap { get; init; }

    public required float RugHeight { get; init; }

    public required float MinPanelWidth { get; init; }

    public required float MaxPanelWidth { get; init; }

    /// <summary>What the panels of a row share between them.</summary>
    public required float RowWidth { get; init; }

    public required int ColumnsPerRow { get; init; }

    /// <summary>More layers than this are sampled.</summary>
    public required int MaxPanels { get; init; }

    /// <summary>Columns for so many panels: as few rows as fit, then rows of equal length (12 are 6 + 6, not 10 + 2).</summary>
    public int Columns(int panels)
    {
        var rows = Math.Max(1, (panels + ColumnsPerRow - 1) / ColumnsPerRow);
        return Math.Max(1, (panels + rows - 1) / rows);
    }

    public float PanelWidth(int columns) => Math.Clamp((RowWidth / columns) - Gap, MinPanelWidth, MaxPanelWidth);
}
