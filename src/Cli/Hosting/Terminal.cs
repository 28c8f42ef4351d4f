using FanIn.Cli.Rendering;

namespace FanIn.Cli.Hosting;

/// <summary>Where the commands print and read: the console, or a test's strings.</summary>
internal sealed class Terminal
{
    /// <summary>For data and reports.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>For narration, warnings and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>What <see cref="ReadKey"/> gives for Ctrl-C.</summary>
    public const char ControlC = '\u0003';

    /// <summary>The next key that the user presses; null when nobody sits at a keyboard.</summary>
    public Func<char>? ReadKey { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>An environment variable's value, or null.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Styled where a terminal shows it and nobody asked for plain text.</summary>
    public StyledWriter Report => new(Out, OutIsTerminal && !WantsPlain);

    /// <inheritdoc cref="Report"/>
    public StyledWriter Narration => new(Error, ErrorIsTerminal && !WantsPlain);

    /// <summary>Whether a line on <see cref="Error"/> may be drawn over and over. CI logs would keep every frame.</summary>
    public bool Animates => ErrorIsTerminal && !WantsPlain && !IsSet("CI");

    private bool WantsPlain => IsSet("NO_COLOR") || Variable("TERM") == "dumb";

    private bool IsSet(string name) => !string.IsNullOrEmpty(Variable(name));
}
