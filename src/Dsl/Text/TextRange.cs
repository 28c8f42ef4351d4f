namespace FanIn.Dsl.Text;

/// <summary>A place in a text, counted from zero as editors' protocols do; printed from one.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The UTF-16 unit within the line, from 0.</param>
public readonly record struct TextPosition(int Line, int Column);

/// <summary>A stretch of a text, by offset and by line and column. It never spans more than one line.</summary>
/// <param name="Start">Offset of the first UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units; 0 marks a place between two.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends, exclusive.</param>
public readonly record struct TextRange(int Start, int Length, TextPosition From, TextPosition To);
