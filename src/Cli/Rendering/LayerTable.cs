using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>A table with one line per layer for one of the observed tensors, at most 80 columns wide.</summary>
internal sealed class LayerTable
{
    private const string Nothing = "0 %";
    private const string NaN = "NaN";

    private readonly RowTable<LayerRow> _table;

    /// <param name="rows">The layers' lines, all of them.</param>
    /// <param name="range">The range that all the histograms share; null when each has its own.</param>
    public LayerTable(IReadOnlyList<LayerRow> rows, (double Low, double High)? range) =>
        _table = new(rows, row => row.Name, Columns(rows, range));

    /// <inheritdoc cref="RowTable{TRow}.Print"/>
    public void Print(StyledWriter writer, bool allLayers) => _table.Print(writer, allLayers);

    private static List<RowColumn<LayerRow>> Columns(IReadOnlyList<LayerRow> rows, (double Low, double High)? range)
    {
        bool hasTheory = rows.Any(row => row.Theory is not null);
        int longest = rows.Max(row => row.Name.Length);
        var columns = Columns(rows, range, withBand: true);
        if (hasTheory && !RowTable<LayerRow>.Fits(columns, longest))
            columns = Columns(rows, range, withBand: false);
        while (hasTheory && !RowTable<LayerRow>.Fits(columns, longest))
            columns.RemoveAt(columns.FindLastIndex(column => column.Header != NaN));
        return columns;
    }

    private static List<RowColumn<LayerRow>> Columns(IReadOnlyList<LayerRow> rows, (double Low, double High)? range, bool withBand)
    {
        List<RowColumn<LayerRow>> columns =
        [
            new(RangeHeader(range), row => row.Shape, rows, _ => Look.Shape),
            .. LandingColumns.Of(rows, "std", row => row.Std, row => row.Theory, least: 9, withBand),
        ];
        if (rows.Any(row => row.InputDriven.Length > 0))
        {
            Style? Striking(LayerRow row) => row.IsInputBlind ? Look.Striking : default(Style?);
            columns.Add(new RowColumn<LayerRow>("input-driven", row => row.InputDriven, rows, Striking));
        }

        // Theory needs the room: what is nowhere has no column beside it. With `range: auto` only infinities lie outside, which hardly ever
        // is.
        bool hasTheory = rows.Any(row => row.Theory is not null);
        Add("zeros", row => row.Zeros, least: 6, isOptional: hasTheory);
        bool isOutside = rows.Any(row => row.Below != Nothing || row.Above != Nothing);
        if (range is not null || isOutside)
        {
            Add(OutsideHeader("<", range?.Low, "below"), row => row.Below, least: 7, isOptional: hasTheory);
            Add(OutsideHeader(">", range?.High, "above"), row => row.Above, least: 7, isOptional: hasTheory);
        }

        if (rows.Any(row => row.NaN.Length > 0))
            columns.Add(new RowColumn<LayerRow>(NaN, row => row.NaN, rows));
        return columns;

        void Add(string header, Func<LayerRow, string> cell, int least, bool isOptional)
        {
            if (!isOptional || rows.Any(row => cell(row) != Nothing))
                columns.Add(new(header, cell, rows, least: isOptional ? 0 : least));
        }
    }

    /// <summary>The ends of the range that all histograms share, over their sparklines.</summary>
    public static string RangeHeader((double Low, double High)? range)
    {
        string low = range is { } r ? ShortNumber.Bound(r.Low) : "min", high = range is { } s ? ShortNumber.Bound(s.High) : "max";
        int blanks = LayerRow.ShapeWidth - low.Length - high.Length;
        return blanks > 0 ? low + new string(' ', blanks) + high : "low        high";
    }

    /// <summary><c>&lt; 0</c>, or a word where the bound is long or differs.</summary>
    public static string OutsideHeader(string sign, double? bound, string word) =>
        bound is { } value && ShortNumber.Bound(value) is { Length: <= 5 } text ? $"{sign} {text}" : word;
}
