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
            var paths =
                FigureWriter.Write(ensembles, folder).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).ToArray();

            Assert.Equal(["many/a.png", "many/a.svg", "many/b.png", "many/b.svg", "many.png", "many.svg"], paths);
            Assert.Equal(EnsembleFigure.ToBytes(ensembles[0], FigureFormat.Svg), File.ReadAllBytes(Path.Combine(folder, "many/a.svg")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One row each for dz and dW, as a single run has them, with means, spreads and bands of their own.</summary>
    [Fact]
    public void Gradients_have_rows_with_their_spread()
    {
        var drawing = Drawing(Backward([(10, 0.02), (30, 0.04)]));
        var rows = drawing.Panels.GroupBy(panel => panel.Area.Top).OrderBy(row => row.Key).Select(row => row.ToList()).ToList();
        string[] titles = ["activations", "gradients", "weight gradients"];

        Assert.Equal([2, 2, 2], rows.Select(row => row.Count));
        Assert.Equal(
            titles, drawing.Lines.Where(line => titles.Contains(line.Text)).OrderBy(line => line.Baseline).Select(line => line.Text));
        Assert.All(rows[0], panel => Assert.DoesNotContain(panel.Bars, bar => bar.Fill == Band));
        Assert.All(rows[1], panel =>
            Assert.Contains(drawing.NotesOf(panel), note => note.Contains("std 0.030 ± 0.014", StringComparison.Ordinal)));
        Assert.All(
            rows[2], panel => Assert.Contains(drawing.NotesOf(panel), note => note.Contains("std 0.30 ± 0.14", StringComparison.Ordinal)));
        foreach (var panel in rows[1].Concat(rows[2]))
        {
            var (bar, band) = (panel.Bars.First(bar => bar.Fill == SvgDrawing.BarFill), panel.Bars.First(bar => bar.Fill == Band));
            Assert.Equal(2 * Math.Sqrt(200) / 20 * bar.Box.Height, band.Box.Bottom - band.Box.Top, 0.1);
        }
    }

    private const string Band = "#1F242A";

    private static SvgDrawing Drawing(EnsembleResult ensemble) => new(EnsembleFigure.ToBytes(ensemble, FigureFormat.Svg));

    /// <summary>Two layers whose activations are those of every seed and whose gradients have a count and a spread for each.</summary>
    private static EnsembleResult Backward(IReadOnlyList<(long Count, double Std)> seeds)
    {
        var builder = new EnsembleBuilder();
        var definition = Sample.Definition("back", "", 2);
        foreach (var (count, std) in seeds)
        {
            LayerResult Layer(int layer) => Sample.Layer(layer, Sample.Tensor(1, 2, 3)) with
            {
                Gradients = Sample.Tensor(Sample.Bins(-1, 1, count, 40, 20), std),
                PreActivationGradients = Sample.Tensor(Sample.Bins(-1, 1, count, 40, 20), 5 * std),
                WeightGradients = Sample.Tensor(Sample.Bins(-2, 2, count, 40, 20), 10 * std),
            };
            builder.Add(Sample.Result(Layer(1), Layer(2)) with { Definition = definition, Seed = (ulong)count });
        }

        return builder.ToResult();
    }

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
