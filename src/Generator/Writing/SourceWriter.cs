using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FanIn.Dsl.Model;

namespace FanIn.Generator.Writing;

/// <summary>
/// Writes C# line by line, indented by the blocks that are open. Lines end with <c>\n</c> on every system and numbers are written
/// in the invariant culture, so that the same experiment gives the same bytes everywhere.
/// </summary>
/// <param name="linePath">The file that is being compiled, as a path from where the compiler keeps what is written here.</param>
internal sealed class SourceWriter(string linePath = "")
{
    /// <summary>More columns than a line has: whatever the compiler finds in the line is at the place that is given.</summary>
    private const int WholeLine = 65000;

    private const string Indent = "    ";
    private const int LongestCommented = 100;

    private readonly StringBuilder _text = new();
    private readonly List<string> _indentations = [""];
    private int _depth;

    /// <summary>An empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>One line of text without line ends.</summary>
    public void Line(string text) => _text.Append(Indentation).Append(text).Append('\n');

    /// <summary>One line, interpolated straight into the text.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref Interpolation line) => _text.Append('\n');

    /// <summary>
    /// A line of code; what the compiler finds in it is reported at a place of the file that is being compiled, if there is one.
    /// </summary>
    public void LineAt(SourcePlace? place, string code)
    {
        if (place is null)
        {
            Line(code);
            return;
        }

        string from = $"({place.From.Line + 1}, {place.From.Column + 1})";
        Line($"#line {from} - ({place.To.Line + 1}, {place.To.Column + 1}) {WholeLine} \"{Escape.Directive(linePath)}\"");
        Line(code);
        Line("#line default");
    }

    /// <summary>Opens an indented block; disposing what it returns closes it.</summary>
    public Block Braces(string close = "}") => new(this, "{", close);

    /// <summary>Opens the block of a collection expression.</summary>
    public Block Brackets(string close = "]") => new(this, "[", close);

    /// <summary>Statements one below the other, their comments in one column; the comment of a long statement stands above it.</summary>
    public void Statements(IReadOnlyList<Statement> statements)
    {
        int column = statements
            .Where(statement => statement.Comment.Length > 0 && statement.Code.Length <= LongestCommented)
            .Select(statement => statement.Code.Length).DefaultIfEmpty(0).Max();
        foreach (var (code, comment) in statements)
        {
            if (comment.Length > 0 && code.Length > LongestCommented)
                Line($"// {comment}");
            Line(comment.Length == 0 || code.Length > LongestCommented ? code : $"{code.PadRight(column)}    // {comment}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private string Indentation
    {
        get
        {
            while (_indentations.Count <= _depth)
                _indentations.Add(_indentations[_indentations.Count - 1] + Indent);
            return _indentations[_depth];
        }
    }

    /// <summary>A statement and what stands beside it.</summary>
    public readonly record struct Statement(string Code, string Comment);

    /// <summary>An open block.</summary>
    public readonly struct Block : IDisposable
    {
        private readonly SourceWriter _writer;
        private readonly string _close;

        internal Block(SourceWriter writer, string open, string close)
        {
            writer.Line(open);
            writer._depth++;
            _writer = writer;
            _close = close;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _writer._depth--;
            _writer.Line(_close);
        }
    }

    /// <summary>Receives the parts of an interpolated line.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder _text;

        /// <summary>Called by the compiler.</summary>
        public Interpolation(int literalLength, int formattedCount, SourceWriter writer) => _text = writer._text.Append(writer.Indentation);

        /// <summary>Called by the compiler.</summary>
        public void AppendLiteral(string literal) => _text.Append(literal);

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(string value) => _text.Append(value);

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted<T>(T value)
            where T : IFormattable => _text.Append(value.ToString(null, CultureInfo.InvariantCulture));
    }
}
