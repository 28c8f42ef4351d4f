using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace FanIn.Figures.Fonts;

/// <summary>
/// Source Sans 3, embedded, so that text looks the same on every system and is there on systems without any font.
/// Its digits are all of one width, which keeps columns of numbers straight.
/// </summary>
internal static class FigureFont
{
    /// <summary>The name under which ScottPlot and the SVG find it.</summary>
    public const string Family = "Source Sans 3";

    /// <summary>
    /// What an SVG viewer without the font takes instead. Quoted: a CSS name that begins a word with a digit is invalid without.
    /// </summary>
    public const string SvgFamilies = "'Source Sans 3', 'Source Sans Pro', 'Open Sans', 'Helvetica Neue', Arial, sans-serif";

    private static readonly Lazy<SKTypeface> LazyRegular = new(() => Load("SourceSans3-Regular.ttf"));
    private static readonly Lazy<SKTypeface> LazySemibold = new(() => Load("SourceSans3-Semibold.ttf"));

    private static readonly Lazy<bool> Registration = new(() =>
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver());
        return true;
    });

    public static SKTypeface Regular => LazyRegular.Value;

    public static SKTypeface Semibold => LazySemibold.Value;

    /// <summary>
    /// Teaches ScottPlot the font, once per process. Its default font stays as it is: the host may draw figures of its own.
    /// </summary>
    public static void Register() => _ = Registration.Value;

    private static SKTypeface Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded in the assembly.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"Skia cannot read the font {resource}.");
    }

    private sealed class Resolver : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing width) =>
            fontName != Family ? null : weight >= FontWeight.SemiBold ? Semibold : Regular;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName != Family ? null : bold ? Semibold : Regular;
    }
}
