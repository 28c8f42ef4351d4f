using System.Text.RegularExpressions;
using FanIn.Figures.Fonts;
using FanIn.Figures.Text;
using SkiaSharp;

namespace FanIn.Figures.Tests;

/// <summary>All text is in the embedded font.</summary>
public sealed class FontTests
{
    [Fact]
    public void The_embedded_files_are_source_sans_in_two_weights()
    {
        Assert.Equal("Source Sans 3", FigureFont.Regular.FamilyName);
        Assert.Equal(400, FigureFont.Regular.FontWeight);
        Assert.Equal(600, FigureFont.Semibold.FontWeight);
    }

    [Fact]
    public void Its_licence_travels_with_it()
    {
        using var licence = typeof(ExperimentFigure).Assembly.GetManifestResourceStream("OFL.md")!;

        Assert.Contains("SIL Open Font License, Version 1.1", new StreamReader(licence).ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_are_of_one_width() =>
        Assert.Single("0123456789".Select(digit => TextPainter.Width(digit.ToString(), 100)).Distinct());

    [Theory]
    [InlineData("−×·…–∞←→")]
    [InlineData("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")]
    public void It_has_every_sign_that_the_figures_use(string signs)
    {
        using var regular = new SKFont(FigureFont.Regular);
        using var semibold = new SKFont(FigureFont.Semibold);

        Assert.All(signs, sign => Assert.True(regular.ContainsGlyph(sign) && semibold.ContainsGlyph(sign), $"No '{sign}'."));
    }

    [Fact]
    public void No_figure_uses_a_sign_that_it_lacks()
    {
        using var font = new SKFont(FigureFont.Regular);
        var texts = Chapter.All.SelectMany(result => SvgDrawing.Of(result).Texts);

        Assert.All(texts.SelectMany(text => text).Distinct(), sign => Assert.True(font.ContainsGlyph(sign), $"No '{sign}'."));
    }

    [Fact]
    public void ScottPlot_takes_it_too_and_keeps_its_own_default()
    {
        var before = ScottPlot.Fonts.Default;
        _ = ExperimentFigure.ToBytes(Chapter.Of("relu-he"), FigureFormat.Svg);

        Assert.Equal(FigureFont.Family, ScottPlot.Fonts.GetTypeface(FigureFont.Family, bold: false, italic: false).FamilyName);
        Assert.Equal(before, ScottPlot.Fonts.Default);
    }

    [Fact]
    public void The_svg_names_it_first_and_then_what_may_stand_in()
    {
        var drawing = SvgDrawing.Of(Chapter.Of("relu-he"));
        var families = drawing.Root.Attribute("font-family")!.Value.Split(", ");

        Assert.Equal("'Source Sans 3'", families[0]);
        Assert.Equal("sans-serif", families[^1]);
        Assert.Single(Regex.Matches(drawing.Source, "font-family"));
    }

    [Fact]
    public void Every_line_in_the_svg_keeps_the_width_that_it_has_in_the_font()
    {
        foreach (var line in SvgDrawing.Of(Chapter.Of("relu-he")).Lines)
        {
            var widths = new[] { false, true }.Select(bold => TextPainter.Width(line.Text, (float)line.Size, bold));
            Assert.Contains(widths, width => Math.Abs(width - (line.Box.Right - line.Box.Left)) < 0.01);
        }
    }
}
