using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

/// <summary>The mean histogram and its band.</summary>
public sealed class EnsembleFigureTests
{
    [Fact]
    public void Statistics_are_means_with_their_spread()
    {
        var drawing = Drawing(Ensemble([1, 2, 3], [3, 4, 5]));

        Assert.Contains(drawing.Texts, text => text.Contains("std 0.300 ± 0.071", StringComparison.Ordinal));
        Assert.Contains(drawing.Texts, text => text.Contains("input-driven 50 ± 0 %", StringComparison.Ordinal));
        Assert.Contains("± 1 standard deviation over the seeds", drawing.Texts);
        Assert.Contains(drawing.Texts, text => text.Contains("philox, 2 seeds: 0, 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_band_reaches_one_standard_deviation_to_either_side_of_a_bars_end()
    {
        var panel = Drawing(Ensemble([10, 20, 30], [30, 20, 50])).Panels.Single();
        var bars = panel.Bars.Where(bar => bar.Fill == SvgDrawing.BarFill).ToList();
        var bands = panel.Bars.Where(bar => bar.Fill == Band).ToList();

        Assert.Equal(2, bands.Count);
        foreach (var (bar, band, mean) in new[] { (bars[0], bands[0], 20), (bars[2], bands[1], 40) })
        {
            double sd = Math.Sqrt(200) / mean * bar.Box.Height;
            Assert.Equal(bar.Box.Top - sd, band.Box.Top, 0.05);
            Assert.Equal(bar.Box.Top + sd, band.Box.Bottom, 0.05);
            Assert.InRange(band.Box.Top, panel.Area.Top, panel.Area.Bottom);
        }
    }

    [Fact]
    public void Equal_runs_have_no_band() =>
        Assert.DoesNotContain(Drawing(Ensemble([1, 2, 3], [1, 2, 3])).Panels.Single().Bars, bar => bar.Fill == Band);

    [Fact]
    public void Bins_of_each_seeds_own_range_are_told()
    {
        const string Told = "each bar the mean over the bins of each seed's own range";
        var tensor = Sample.Tensor(1, 2, 3);
        var builder = new EnsembleBuilder();
        foreach (double high in (double[])[1, 2])
        {
            var own = tensor with { Histogram = tensor.Histogram with { High = high } };
            builder.Add(Sample.Result(Sample.Layer(1, own)) with { Definition = Sample.Definition("sample", "", 1), Seed = (ulong)high });
        }

        Assert.Contains(Drawing(builder.ToResult()).Texts, text => text.Contains(Told, StringComparison.Ordinal));
        Assert.DoesNotContain(Drawing(Ensemble([1, 2], [2, 1])).Texts, text => text.Contains(Told, StringComparison.Ordinal));
    }

    [Fact]
    public void Layers_whose_mean_counts_round_apart_are_still_equally_large()
    {
        var drawing = Drawing(Ensemble([1, 2, 3], [2, 2, 2], [2, 1, 3]));

        Assert.DoesNotContain(drawing.Texts, text => text.Contains("% of layer", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_variants_get_a_sheet_and_the_same_names_as_single_runs()
    {
        var folder = Directory.CreateTempSubdirectory("fanin-ensembles-").FullName;
        try
        {
            EnsembleResult[] ensembles = [Of("many", "a", [1, 2], [2, 1]), Of("many", "b", [1, 2], [2, 1])];
            var paths = FigureWriter.Write(ensembles, folder).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).ToArray();

            Assert.Equal(["many/a.png", "many/a.svg", "many/b.png", "many/b.svg", "many.png", "many.svg"], paths);
            Assert.Equal(EnsembleFigure.ToBytes(ensembles[0], FigureFormat.Svg), File.ReadAllBytes(Path.Combine(folder, "many/a.svg")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Band = "#1F242A";

    private static SvgDrawing Drawing(EnsembleResult ensemble) => new(EnsembleFigure.ToBytes(ensemble, FigureFormat.Svg));

    private static EnsembleResult Ensemble(params long[][] seeds) => Of("sample", "", seeds);

    private static EnsembleResult Of(string name, string label, params long[][] seeds)
    {
        var builder = new EnsembleBuilder();
        var definition = Sample.Definition(name, label, 1);
        for (var seed = 0; seed < seeds.Length; seed++)
        {
            var tensor = Sample.Tensor(Sample.Bins(0, 1, seeds[seed]), std: 0.25 + (0.1 * seed));
            builder.Add(Sample.Result(name, label, Sample.Layer(1, tensor)) with { Definition = definition, Seed = (ulong)seed });
        }

        return builder.ToResult();
    }
}
