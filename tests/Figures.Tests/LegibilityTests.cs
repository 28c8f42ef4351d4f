using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>Nothing is written over anything else or off the page, however odd the result.</summary>
public sealed class LegibilityTests
{
    public static TheoryData<string> Cases => [.. Results().Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_of_text_do_not_touch_and_stay_on_the_page(string name)
    {
        var drawing = SvgDrawing.Of(Results()[name]);

        AssertLegible(drawing);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_can_be_drawn_in_pixels(string name) =>
        Assert.NotEmpty(ExperimentFigure.ToBytes(Results()[name], FigureFormat.Png));

    [Fact]
    public void So_it_is_on_a_contact_sheet() => AssertLegible(new(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg)));

    [Fact]
    public void So_it_is_on_a_contact_sheet_of_all_odd_results() =>
        AssertLegible(new(ContactSheet.ToBytes([.. Results().Values], FigureFormat.Svg)));

    private static void AssertLegible(SvgDrawing drawing)
    {
        var lines = drawing.Lines.OrderBy(line => line.Box.Top).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var box = lines[i].Box;
            Assert.True(box.Left >= 0 && box.Right <= drawing.Width, $"'{lines[i].Text}' leaves the page sideways.");
            Assert.True(box.Top >= 0 && box.Bottom <= drawing.Height, $"'{lines[i].Text}' leaves the page.");
            for (var j = i + 1; j < lines.Count && lines[j].Box.Top < box.Bottom; j++)
                Assert.False(box.Overlaps(lines[j].Box), $"'{lines[i].Text}' and '{lines[j].Text}' overlap.");
        }
    }

    private static Dictionary<string, ExperimentResult> Results()
    {
        var results = Chapter.All.ToDictionary(result => result.Definition.Label);
        var relu = Chapter.Of("relu-std1").Layers;
        var sigmoid = Chapter.Of("sigmoid-std0.01").Layers;
        var empty = Sample.Bins(0, 1, new long[30]);
        double[] means = [0.1, 0.2, 0.2, 0.9, 7];
        foreach (var count in (int[])[1, 2, 5, 7, 12, 30, 100])
        {
            results[$"{count} layers"] = Sample.Result([.. Enumerable.Range(1, count)
                .Select(i => relu[i % 5] with { Layer = i, Name = $"hidden{i}", UnitMeans = [.. means] })]);
            results[$"{count} vanishing layers"] = Sample.Result([.. Enumerable.Range(1, count)
                .Select(i => sigmoid[i % 5] with { Layer = i, Name = $"a-very-long-name-of-a-layer{i}" })]);
        }

        results["nothing observed"] = Sample.Result(Sample.Layer(1, null));
        results["batch of one"] = Sample.Result(Sample.Layer(1, Sample.Tensor(0, 0, 1, 0)));
        results["all zero"] = Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(0, 1, 100, 0, 0) with { Zeros = 100 }, 0), 0));
        results["one bin"] = Sample.Result(Sample.Layer(1, Sample.Tensor(1_000_000_000_000)));
        results["no width"] = Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(0.5, 0.5, 7, 0))));
        results["empty"] = Sample.Result(Sample.Layer(1, Sample.Tensor(empty)));
        results["nothing but NaN"] = Sample.Result(
            Sample.Layer(1, Sample.Tensor(empty with { NaN = 100_000 }, double.NaN), double.NaN, double.PositiveInfinity),
            Sample.Layer(2, Sample.Tensor(Sample.Bins(double.NaN, double.NaN, new long[5]) with { NaN = 100_000 }, double.NaN)));
        results["infinite"] = Sample.Result(Sample.Layer(1, Sample.Tensor(
            empty with { Above = 60_000, PositiveInfinity = 12, Below = 40_000, NegativeInfinity = 3, NaN = 5 }, double.PositiveInfinity)));
        results["huge range"] = Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(-1e300, 1e300, 1, 2, 3), 1e299)));
        results["infinite range"] = Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(double.MinValue, double.MaxValue, 1, 2, 3))));
        results["tiny range far out"] = Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(12345.678, 12345.679, 1, 2, 3), 1e-4)));
        results["many bins"] = Sample.Result(Sample.Layer(1, Sample.Tensor([.. Enumerable.Range(0, 4096).Select(i => (long)i)])));
        return results;
    }
}
