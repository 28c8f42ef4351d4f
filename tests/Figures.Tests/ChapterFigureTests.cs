using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>The chapter's twelve figures show what NumPy counted, all of it.</summary>
public sealed class ChapterFigureTests
{
    /// <summary>Places are rounded to a hundredth in the SVG, twice for a height.</summary>
    private const double Rounding = 0.03;

    public static TheoryData<string> Labels => [.. Chapter.Labels()];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Every_panel_is_titled_as_the_chapter_does_and_names_its_layer(string label)
    {
        var drawing = SvgDrawing.Of(Chapter.Of(label));

        Assert.Equal(5, drawing.Panels.Count);
        for (var i = 0; i < 5; i++)
        {
            var notes = drawing.NotesOf(drawing.Panels[i]);
            Assert.Equal($"{i + 1}-layer", notes[0]);
            Assert.Contains($"hidden{i + 1}", notes);
        }
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void The_title_says_what_ran(string label)
    {
        var texts = SvgDrawing.Of(Chapter.Of(label)).Texts;

        Assert.Equal($"activation-histograms/{label}", texts[0]);
        Assert.Contains("1,000 samples of 100 features · 5 layers of 100 units", texts[1], StringComparison.Ordinal);
        Assert.Contains("numpy-legacy, seed 0", texts[1], StringComparison.Ordinal);
        Assert.Contains(texts, text => text.StartsWith("30 bins over [0, 1]", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_set_stands_under_the_title_and_on_the_sheet()
    {
        var result = Chapter.Of("relu-he") with { Settings = [new("hidden.init.gain", 1.5), new("input.std", 2)] };

        Assert.Contains(
            SvgDrawing.Of(result).Texts, text => text.Contains("set hidden.init.gain = 1.5 · set input.std = 2", StringComparison.Ordinal));
        Assert.DoesNotContain(SvgDrawing.Of(Chapter.Of("relu-he")).Texts, text => text.Contains("set ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void What_lies_outside_and_the_zeros_are_written_over_the_panel(string label)
    {
        var result = Chapter.Of(label);
        var drawing = SvgDrawing.Of(result);

        foreach (var (layer, panel) in result.Layers.Zip(drawing.Panels))
        {
            var histogram = layer.Activations!.Histogram;
            var notes = string.Join('\n', drawing.NotesOf(panel));
            Expect(notes, histogram.Below, "below");
            Expect(notes, histogram.Above, "above");
            Expect(notes, histogram.Zeros, "zeros");
        }

        static void Expect(string notes, long count, string word)
        {
            if (count > 0)
                Assert.Contains($"{count.ToString("N0", CultureInfo.InvariantCulture)} {word}", notes, StringComparison.Ordinal);
            else
                Assert.DoesNotContain(word, notes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Std_and_input_driven_share_stand_over_each_panel()
    {
        var drawing = SvgDrawing.Of(Chapter.Of("relu-he"));
        string[] expected =
        [
            "std 0.828 · input-driven 99.6 %", "std 0.825 · input-driven 75.5 %", "std 0.945 · input-driven 50.3 %",
            "std 0.947 · input-driven 42.0 %", "std 1.00 · input-driven 30.5 %",
        ];

        Assert.All(drawing.Panels.Zip(expected), pair => Assert.Contains(pair.Second, drawing.NotesOf(pair.First)));
    }

    [Fact]
    public void A_tiny_share_is_not_rounded_to_nothing() =>
        Assert.Contains("input-driven 6.78×10⁻¹¹ %", SvgDrawing.Of(Chapter.Of("sigmoid-std0.01")).Texts);

    [Theory]
    [MemberData(nameof(Labels))]
    public void Every_bar_is_as_high_as_its_count_on_the_axis_of_the_first_panel(string label)
    {
        var result = Chapter.Of(label);
        var drawing = SvgDrawing.Of(result);
        var (perCount, top) = Scale(drawing);

        foreach (var (layer, panel) in result.Layers.Zip(drawing.Panels))
        {
            var expected = Parts(layer.Activations!.Histogram, top, 10 / perCount)
                .Select(part => (part.Fill, Height: (Math.Min(part.To, top) - Math.Min(part.From, top)) * perCount))
                .Where(part => part.Height > 0)
                .ToList();
            Assert.Equal(expected.Count, panel.Bars.Count);
            foreach (var (part, bar) in expected.Zip(panel.Bars))
            {
                Assert.Equal(part.Fill, bar.Fill);
                Assert.InRange(bar.Box.Height, part.Height - Rounding, part.Height + Rounding);
            }
        }
    }

    [Theory]
    [InlineData("relu-he", 5)]
    [InlineData("relu-xavier", 5)]
    [InlineData("relu-std1", 5)]
    [InlineData("relu-std0.01", 5)]
    [InlineData("tanh-std1", 5)]
    [InlineData("sigmoid-std1", 0)]
    [InlineData("sigmoid-std0.01", 0)]
    [InlineData("sigmoid-xavier", 0)]
    [InlineData("tanh-std0.01", 0)]
    [InlineData("tanh-he", 0)]
    public void A_spike_that_would_flatten_the_rest_is_cut_and_says_so(string label, int cut)
    {
        var result = Chapter.Of(label);
        var drawing = SvgDrawing.Of(result);
        var (_, top) = Scale(drawing);
        var high = result.Layers.Select(layer => layer.Activations!.Histogram.Counts.Where(count => count > top).ToList()).ToList();

        Assert.Equal(cut, high.Sum(counts => counts.Count));
        Assert.Equal(cut > 0, drawing.Texts.Contains("bar cut at the top, its count over it"));

        // Two lines make a break; the legend's sample takes one.
        Assert.Equal(cut == 0 ? 0 : (2 * cut) + 1, drawing.Strokes("white").Count);
        foreach (var (counts, panel) in high.Zip(drawing.Panels))
        {
            foreach (var count in counts)
                Assert.Contains(count.ToString("N0", CultureInfo.InvariantCulture), drawing.NotesOf(panel));
        }
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Zeros_are_seen_in_every_panel_that_has_some(string label)
    {
        var result = Chapter.Of(label);

        foreach (var (layer, panel) in result.Layers.Zip(SvgDrawing.Of(result).Panels))
        {
            Assert.Equal(
                layer.Activations!.Histogram.Zeros > 0,
                panel.Bars.Any(bar => bar.Fill == SvgDrawing.ZerosFill && bar.Box.Height >= 4));
        }
    }

    [Fact]
    public void No_bar_leaves_its_panel()
    {
        foreach (var panel in Chapter.All.SelectMany(result => SvgDrawing.Of(result).Panels))
        {
            Assert.All(panel.Bars, bar => Assert.InRange(bar.Box.Top, panel.Area.Top - Rounding, panel.Area.Bottom));
            Assert.All(panel.Bars, bar => Assert.InRange(bar.Box.Bottom, panel.Area.Top, panel.Area.Bottom + Rounding));
        }
    }

    /// <summary>Pixels for a count, read from the axis' labels, and the count at the panel's top.</summary>
    private static (double PerCount, double Top) Scale(SvgDrawing drawing)
    {
        var area = drawing.Panels[0].Area;
        var ticks = drawing.Lines.Where(line => line.Box.Right < area.Left && line.Box.Bottom > area.Top && line.Text != "count")
            .Select(line => (Count: double.Parse(line.Text, NumberStyles.Number, CultureInfo.InvariantCulture), line.Baseline))
            .OrderBy(tick => tick.Count).ToList();
        Assert.True(ticks.Count >= 3, "Too few ticks to read the axis.");
        Assert.Equal(0, ticks[0].Count);
        var perCount = (ticks[0].Baseline - ticks[^1].Baseline) / ticks[^1].Count;
        return (perCount, area.Height / perCount);
    }

    private static IEnumerable<(string Fill, double From, double To)> Parts(Histogram histogram, double top, double cap)
    {
        for (var i = 0; i < histogram.Bins; i++)
        {
            // Over [0, 1] the zeros lie in the first bin, over the others; if the bar is cut below them they take its cap.
            var zeros = i == 0 ? histogram.Zeros : 0;
            double boundary = histogram.Counts[i] - zeros;
            if (zeros > 0 && boundary > top)
                boundary = top - cap;
            yield return (SvgDrawing.BarFill, 0, boundary);
            yield return (SvgDrawing.ZerosFill, boundary, histogram.Counts[i]);
        }
    }
}
