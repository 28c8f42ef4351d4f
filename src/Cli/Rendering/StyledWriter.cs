using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>Text with styles that vanish, escape bytes and all, where nobody can see them.</summary>
internal sealed class StyledWriter(TextWriter writer, bool styled)
{
    private readonly AnsiWriter? _ansi = styled
        ? new AnsiWriter(writer, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard })
        : null;

    /// <summary>Prints text.</summary>
    public StyledWriter Write(string text, Style? style = null)
    {
        if (_ansi is null || style is null || text.Length == 0)
            writer.Write(text);
        else
            _ansi.Write(text, style.Value);
        return this;
    }

    /// <summary>Prints text and ends the line.</summary>
    public StyledWriter WriteLine(string text = "", Style? style = null)
    {
        Write(text, style);
        writer.Write('\n');
        return this;
    }
}
