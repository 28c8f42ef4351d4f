using FanIn.Figures.Style;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>Lines in one colour, set for a panel's width.</summary>
internal sealed record NoteLines(SKColor Color, IReadOnlyList<string> Lines)
{
    /// <summary>
    /// For each panel, its notes as lines. A block takes one line in every panel, or, where it is too wide for one of them, a line for
    /// each note in all.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<NoteLines>> Texts(
        IReadOnlyList<IReadOnlyList<NoteBlock>> panels, float width, FigureStyle style)
    {
        var texts = panels.Select(panel => panel.Select(Text).ToList()).ToList();
        var fits = Enumerable.Range(0, texts[0].Count)
            .Select(block => texts.All(panel => TextFlow.Wrap(panel[block].Lines, width, style.TextSize).Count <= 1)).ToList();
        return [.. texts.Select(panel => panel.Select((block, i) => block with
        {
            Lines = fits[i]
                ? TextFlow.Wrap(block.Lines, width, style.TextSize)
                : TextFlow.Stack(block.Lines, width, style.TextSize),
        }).ToList())];

        static NoteLines Text(NoteBlock block) =>
            new(block.Color, [.. block.Notes.Where(note => note.Value is not null).Select(note => note.Text)]);
    }

    /// <summary>For each panel, the values of its notes alone, each a block of its own. They may reach into the gap.</summary>
    public static IReadOnlyList<IReadOnlyList<NoteLines>> Values(
        IReadOnlyList<IReadOnlyList<NoteBlock>> panels, float width, FigureStyle style) =>
        [.. panels.Select(panel => panel.SelectMany(block => block.Notes.Select(note => new NoteLines(
            block.Color, note.Value is null ? [] : TextFlow.Stack([note.Value], width + (style.Gap / 2), style.TextSize)))).ToList())];

    /// <summary>The labels of those values, empty where no panel has one.</summary>
    public static IReadOnlyList<NoteLines> Labels(IReadOnlyList<IReadOnlyList<NoteBlock>> panels) =>
        [.. panels[0].SelectMany((block, i) => block.Notes.Select((note, k) => new NoteLines(
            block.Color, panels.Any(panel => panel[i].Notes[k].Value is not null) ? [note.Label] : [])))];
}
