using SkiaSharp;

namespace FanIn.Figures.Panels;

/// <summary>
/// A kind of note above a panel: as a text that stands alone, or as a value whose label stands once, beside the row of panels.
/// </summary>
/// <param name="Label">The same in all panels.</param>
/// <param name="Value">Null where the panel has nothing to say.</param>
/// <param name="Text">Label and value as one.</param>
internal sealed record PanelNote(string Label, string? Value, string Text);

/// <summary>Notes of one colour that may share a line.</summary>
/// <param name="Color">Of label and value.</param>
/// <param name="Notes">The same kinds in every panel.</param>
internal sealed record NoteBlock(SKColor Color, IReadOnlyList<PanelNote> Notes);
