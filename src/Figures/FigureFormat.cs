namespace FanIn.Figures;

/// <summary>How a figure is written.</summary>
public enum FigureFormat
{
    /// <summary>Pixels, two for each unit of length, so that it stays crisp on dense screens.</summary>
    Png,

    /// <summary>Vectors and text. The same result gives the same bytes, on every run.</summary>
    Svg,
}

/// <summary>Formats and the names of files.</summary>
public static class FigureFormats
{
    /// <summary>The format that a path's extension asks for, whatever its case.</summary>
    /// <exception cref="ArgumentException">The extension is neither <c>.png</c> nor <c>.svg</c>.</exception>
    public static FigureFormat Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var extension = Path.GetExtension(path);
        foreach (var format in Enum.GetValues<FigureFormat>())
        {
            if (extension.Equals(format.Extension(), StringComparison.OrdinalIgnoreCase))
                return format;
        }

        throw new ArgumentException($"A figure's file ends in .png or .svg; '{path}' does not.", nameof(path));
    }

    /// <summary><c>.png</c> or <c>.svg</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a member of the enumeration.</exception>
    public static string Extension(this FigureFormat format) => format switch
    {
        FigureFormat.Png => ".png",
        FigureFormat.Svg => ".svg",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a figure format."),
    };
}
