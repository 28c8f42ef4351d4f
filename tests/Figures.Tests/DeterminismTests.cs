using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace FanIn.Figures.Tests;

/// <summary>The same result gives the same picture.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Svg_is_the_same_text_on_the_second_call()
    {
        var first = Svg("relu-he");
        _ = Svg("tanh-he");

        Assert.Equal(first, Svg("relu-he"));
    }

    [Fact]
    public void Ids_count_from_one_whatever_was_drawn_before()
    {
        _ = Svg("tanh-he");
        var ids = Regex.Matches(Svg("relu-he"), "id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(Enumerable.Range(1, ids.Count).Select(i => $"id{i}"), ids);
    }

    /// <summary>
    /// The file was written by another process. Delete it and copy the one beside the test's assembly when the drawing changes on
    /// purpose.
    /// </summary>
    [Fact]
    public void Svg_is_the_same_text_in_every_process()
    {
        var histogram = Sample.Bins(0, 1, 12_000, 310, 290, 200, 150) with { Zeros = 11_600, Above = 75 };
        var result = Sample.Result(
            Sample.Layer(1, Sample.Tensor(histogram), 0.1, 0.35, 0.4), Sample.Layer(2, Sample.Tensor(9_000, 400, 300, 250, 90), 0.2));
        var drawn = SvgDrawing.Of(result).Source;
        var approved = Path.Combine(AppContext.BaseDirectory, "Data", "approved.svg");
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "received.svg"), drawn);

        Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n"), drawn);
    }

    [Fact]
    public void Png_is_the_same_bytes_on_the_second_call()
    {
        var first = ExperimentFigure.ToBytes(Chapter.Of("relu-he"), FigureFormat.Png);

        Assert.Equal(first, ExperimentFigure.ToBytes(Chapter.Of("relu-he"), FigureFormat.Png));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_has_no_say(string culture)
    {
        var expected = (Svg("relu-he"), Sheet());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, (Svg("relu-he"), Sheet()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Threads_can_draw_at_once()
    {
        var expected = Chapter.Labels().ToDictionary(label => label, Svg);
        var drawn = await Task.WhenAll(Chapter.Labels().Select(label => Task.Run(() => (Label: label, Svg: Svg(label)))));

        Assert.All(drawn, figure => Assert.Equal(expected[figure.Label], figure.Svg));
    }

    [Fact]
    public void Png_has_two_pixels_for_each_unit_of_the_svg_and_shows_the_bars()
    {
        var drawing = new SvgDrawing(ExperimentFigure.ToBytes(Chapter.Of("relu-he"), FigureFormat.Svg));
        using var bitmap = SKBitmap.Decode(ExperimentFigure.ToBytes(Chapter.Of("relu-he"), FigureFormat.Png));

        Assert.Equal((2 * drawing.Width, 2 * drawing.Height), (bitmap.Width, bitmap.Height));
        Assert.Equal(SKColors.White, bitmap.GetPixel(1, 1));
        foreach (var bar in drawing.Panels.SelectMany(panel => panel.Bars))
        {
            var pixel = bitmap.GetPixel((int)(bar.Box.Left + bar.Box.Right), (int)((2 * bar.Box.Bottom) - 6));
            Assert.Equal(bar.Fill, $"#{pixel.Red:X2}{pixel.Green:X2}{pixel.Blue:X2}");
        }
    }

    private static string Svg(string label) => SvgDrawing.Of(Chapter.Of(label)).Source;

    private static string Sheet() => new SvgDrawing(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)).Source;
}
