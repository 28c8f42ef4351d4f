using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>The styles, by what they mean. Only the terminal's own sixteen colours: they fit its background.</summary>
internal static class Look
{
    /// <summary>What a block is about.</summary>
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    /// <summary>What is there to be looked up, not read.</summary>
    public static Style Aside { get; } = new(decoration: Decoration.Dim);

    /// <summary>A histogram.</summary>
    public static Style Shape { get; } = new(Color.Teal);

    /// <summary>What deserves a second look.</summary>
    public static Style Striking { get; } = new(Color.Olive);

    /// <summary>What is wrong.</summary>
    public static Style Bad { get; } = new(Color.Maroon, decoration: Decoration.Bold);

    /// <summary>What is right.</summary>
    public static Style Good { get; } = new(Color.Green);
}
