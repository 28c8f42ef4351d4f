using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Tests;

/// <summary>The further kinds of figures: what they show, and that nothing makes them fail.</summary>
public sealed class KindFigureTests
{
    private const string SignalFill = "#2B7BBA";
    private const string GradientFill = "#D55E00";

    public static TheoryData<FigureKind> OfOneResult =>
        [FigureKind.Slopes, FigureKind.HeatMap, FigureKind.Depth, FigureKind.OwnStd, FigureKind.StdCurve, FigureKind.PhaseDiagram];

    [Fact]
    public void Depth_has_a_dot_for_each_layer_equal_factors_equally_far_apart()
    {
        var drawing = Svg(FigureKind.Depth, Result(i => Kinds.Deep(i, Math.Pow(10, -i), Math.Pow(10, i)), 4));
        var (signal, gradient) = (Dots(drawing, SignalFill), Dots(drawing, GradientFill));

        Assert.Equal((4, 4), (signal.Count, gradient.Count));
        Assert.All(signal.Zip(signal.Skip(1)), pair => Assert.Equal(signal[1].Y - signal[0].Y, pair.Second.Y - pair.First.Y, 0.05));
        Assert.True(signal[1].Y > signal[0].Y && gradient[1].Y < gradient[0].Y, "The signal falls, the gradient rises with depth.");
        Assert.Contains("activations z", drawing.Texts);
        Assert.DoesNotContain("theory", drawing.Texts);
    }

    [Fact]
    public void What_has_no_place_on_a_log_axis_is_named()
    {
        double[] gradients = [0, 0, 0, 1, double.NaN, double.PositiveInfinity, 0];
        var drawing = Svg(FigureKind.Depth, Result(i => Kinds.Deep(i, 1, gradients[i - 1]), 7));

        Assert.Contains("gradient dL/da: exactly 0 in layers 1–3, 7", drawing.Texts);
        Assert.Contains("gradient dL/da: not a number in layer 5", drawing.Texts);
        Assert.Contains("gradient dL/da: infinite in layer 6", drawing.Texts);
        Assert.Single(Dots(drawing, GradientFill));
    }

    [Fact]
    public void Without_a_backward_pass_depth_shows_the_signal_alone()
    {
        var drawing = Svg(FigureKind.Depth, Sample.Result(Sample.Layer(1, Kinds.OfSize(1)), Sample.Layer(2, Kinds.OfSize(0.5))));

        Assert.Equal((2, 0), (Dots(drawing, SignalFill).Count, Dots(drawing, GradientFill).Count));
        Assert.DoesNotContain("gradient", drawing.Texts);
    }

    [Fact]
    public void Layers_in_a_residuals_branch_are_dots_beside_the_line()
    {
        var result = Result(i => Kinds.Deep(i, i is 2 or 4 ? 0.01 : 1, i is 2 or 4 ? 0.1 : 1), 5);
        var (dense, residual) = (result.Definition.Layers[0], result.Definition.Layers[0]);
        result = result with
        {
            Definition = result.Definition with { Layers = [dense, dense, residual with { Skip = 1 }, dense, residual with { Skip = 3 }] },
        };

        var drawing = Svg(FigureKind.Depth, result);

        Assert.Contains("z in residual branches", drawing.Texts);
        Assert.Contains("dL/da in residual branches", drawing.Texts);
        var line = drawing.Strokes(SignalFill).Select(path => path.Attribute("d")?.Value ?? "").Single(path => path.Contains('L'));
        var places = line.Split('M', 'L').Skip(1).Select(place => SvgNumber.Of(place.Trim().Split(' ')[1])).ToList();
        Assert.Equal(3, places.Count);
        Assert.All(places, place => Assert.Equal(places[0], place, 0.05));
    }

    [Fact]
    public void A_network_all_in_branches_has_its_line_through_them()
    {
        var result = Result(i => Kinds.Deep(i, 1, 1), 3);
        var dense = result.Definition.Layers[0];
        var drawing = Svg(FigureKind.Depth, result with
        {
            Definition = result.Definition with { Layers = [dense, dense, dense with { Skip = 0 }] },
        });

        Assert.DoesNotContain("z in residual branches", drawing.Texts);
        Assert.Equal(3, Dots(drawing, SignalFill).Count);
    }

    [Fact]
    public void Theory_is_a_line_under_the_dots_with_a_band()
    {
        var relu = StandardActivations.Find("relu")!;
        var sketch = new NetworkSketch(1000, new(100, 0, 1), [.. Enumerable.Range(1, 3).Select(i =>
            new DenseSketch($"hidden{i}", 100, 100, WeightSketch.Random(0.005), null, relu))]);
        var rms = NetworkPredictor.Predict(sketch).Layers.Select(layer => layer.Rms.Value).ToList();
        var drawing = Svg(FigureKind.Depth, Result(i => Kinds.Deep(i, rms[i - 1], 1), 3) with { Sketch = sketch });

        Assert.Contains("theory", drawing.Texts);
        Assert.Contains("± 2 standard deviations of networks of this width", drawing.Texts);
        var dots = Dots(drawing, SignalFill);
        var line = drawing.Strokes("#1F242A").Select(path => path.Attribute("d")?.Value ?? "")
            .First(path => path.Count(letter => letter == 'L') == 2);
        var places = line.Split('M', 'L').Skip(1).Select(place => SvgNumber.Of(place.Trim().Split(' ')[1]));
        Assert.All(places.Zip(dots), pair => Assert.Equal(pair.Second.Y, pair.First, 0.05));
    }

    [Fact]
    public void Slopes_stand_below_the_curve_of_each_layer()
    {
        var drawing = Svg(FigureKind.Slopes, Result(i => Sample.Layer(i, Sample.Tensor(1, 2)).With(Kinds.Slopes(0.5, 0, 100, 900)), 3));

        Assert.Equal(3, drawing.Texts.Count(text => text == "mean 0.500 · rms 0.539"));
        Assert.Equal(3, drawing.Texts.Count(text => text == "φ from −3 to 3"));
        Assert.Equal(3 * 5, Dots(drawing, GradientFill).Count);
        Assert.Contains("slopes φ′(a)", drawing.Texts);
    }

    [Fact]
    public void A_heat_map_is_an_image_for_each_layer()
    {
        var result = Result(i => Sample.Layer(i, Sample.Tensor(1, 2)).With(sample: Kinds.Cells(20, 30, (row, unit) => unit)), 2);
        var drawing = Svg(FigureKind.HeatMap, result);

        Assert.Equal(2, drawing.Elements("image").Count());
        Assert.Contains("20 inputs (down) × 30 units (across) · each map has its own scale", drawing.Texts);
        Assert.Equal(2, drawing.Texts.Count(text => text == "mean 14.5, std 8.66"));
    }

    [Fact]
    public void A_stick_has_a_second_row_in_its_own_units_by_itself()
    {
        LayerResult Layer(int i, double std) => Sample.Layer(i, Sample.Tensor(Sample.Bins(0, 1, 0, 500, 500, 0), std), 0.5)
            .With(own: Sample.Bins(0.5 - (4 * std), 0.5 + (4 * std), 1, 2, 5, 2));

        Assert.Equal(4, SvgDrawing.Of(Sample.Result(Layer(1, 0.1), Layer(2, 0.3))).Panels.Count);
        Assert.Single(SvgDrawing.Of(Sample.Result(Layer(1, 0.6))).Panels);
        Assert.Equal(2, SvgDrawing.Of(Sample.Result(Layer(1, 0.6)), new() { Show = [FigureKind.OwnStd] }).Panels.Count);
        var drawing = SvgDrawing.Of(Sample.Result(Layer(1, 0.1)));
        Assert.Contains("4 bins over the mean ± 4 std", drawing.Texts);
        Assert.Contains("mean 0.500 · std 0.100", drawing.Texts);
    }

    [Fact]
    public void Exact_zeros_keep_their_colour_in_own_units()
    {
        var own = Sample.Bins(-1.5, 2.5, 0, 600, 300, 250) with { Zeros = 500 };
        var drawing = SvgDrawing.Of(Sample.Result(Sample.Layer(1, Sample.Tensor(Sample.Bins(-9, 9, 500, 500), 0.5)).With(own: own)));

        // Zero is the start of no bin: it lies one standard deviation below the mean of 0.5, in the second of four bins.
        Assert.Equal([40, 200], drawing.Panels[1].Bars.Where(bar => bar.Box.Left == drawing.Panels[1].Bars[0].Box.Left)
            .Select(bar => (int)Math.Round(bar.Box.Height / drawing.Panels[1].Bars[^1].Box.Height * 100)));
    }

    [Fact]
    public void Jagged_bars_say_how_many_numbers_they_are()
    {
        var layer = Sample.Layer(1, Sample.Tensor([.. Enumerable.Repeat(100L, 30)])) with { Split = new(0.9999, 0, 0, 1e-4, 0.2, 0.001) };

        Assert.Contains("about 100 different numbers", SvgDrawing.Of(Sample.Result(layer)).Texts);
        Assert.DoesNotContain(
            SvgDrawing.Of(Sample.Result(layer with { Split = new(0.5, 0, 0, 0.5, 0.2, 0.2) })).Texts,
            text => text.Contains("different", StringComparison.Ordinal));
    }

    [Fact]
    public void The_curve_over_std_has_a_frame_for_each_activation_and_marks_xavier_and_he()
    {
        var stds = Enumerable.Range(0, 9).Select(i => Math.Pow(10, (i - 8) / 4.0)).ToList();
        var results = new[] { "relu", "tanh" }.SelectMany(activation => stds.Select(std => WithStd(activation, std))).ToArray();
        var drawing = new SvgDrawing(KindFigure.ToBytes(FigureKind.StdCurve, results, FigureFormat.Svg));

        Assert.Contains("relu", drawing.Texts);
        Assert.Contains("tanh", drawing.Texts);
        Assert.Equal((2, 2), (drawing.Texts.Count(text => text == "√(1/n)"), drawing.Texts.Count(text => text == "√(2/n)")));
        Assert.Equal(2 * 9, Dots(drawing, GradientFill).Count);
        Assert.Contains(drawing.Texts, text => text.StartsWith("18 networks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_phase_diagram_has_the_edge_of_chaos_and_a_dot_for_each_place()
    {
        (double SigmaW, double SigmaB)[] places = [(1, 0), (1, 0.5), (2, 0.5)];
        var drawing = new SvgDrawing(KindFigure.ToBytes(
            FigureKind.PhaseDiagram, [.. places.Select(place => InPlane("tanh", place.SigmaW, place.SigmaB))], FigureFormat.Svg));
        var dots = Dots(drawing, SignalFill);

        Assert.Equal(3, dots.Count);
        Assert.Equal(2 * (dots[1].Y - dots[0].Y) / 0.5, (dots[2].Y - dots[0].Y) / 0.25, 0.1);
        var edge = Assert.Single(
            drawing.Strokes(GradientFill), path => (path.Attribute("d")?.Value ?? "").Count(letter => letter == 'L') > 50);
        var first = edge.Attribute("d")!.Value[1..].Split(' ', 'L');
        Assert.Equal((dots[0].X, dots[0].Y), (SvgNumber.Of(first[0]), SvgNumber.Of(first[1])), Near);
        Assert.Contains("ordered", drawing.Texts);
        Assert.Contains("chaotic", drawing.Texts);
        Assert.Contains("tanh-2-0.5", drawing.Texts);
    }

    [Fact]
    public void The_edge_of_relu_is_a_point_and_a_constant_has_no_place()
    {
        var drawing = Svg(FigureKind.PhaseDiagram, InPlane("relu", Math.Sqrt(2), 0));
        var (edge, layers) = (Assert.Single(Dots(drawing, GradientFill)), Assert.Single(Dots(drawing, SignalFill)));

        Assert.Equal(edge, layers, Near);
        Assert.DoesNotContain("ordered", drawing.Texts);
        Assert.Contains(
            "No layer has random weights and an activation function.", Svg(FigureKind.PhaseDiagram, Result(Everything, 2)).Texts);
    }

    [Theory]
    [MemberData(nameof(OfOneResult))]
    public void The_same_result_gives_the_same_bytes_and_any_result_a_figure(FigureKind kind)
    {
        foreach (var result in OddResults())
        {
            Assert.Equal(Bytes(kind, result), Bytes(kind, result));
            Assert.NotEmpty(KindFigure.ToBytes(kind, [result], FigureFormat.Png));
            var drawing = Svg(kind, result);
            Assert.All(drawing.Lines, line => Assert.InRange(line.Box.Right, 0, drawing.Width));
            Assert.DoesNotContain("NaN\"", drawing.Source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(OfOneResult))]
    public void No_text_runs_into_another(FigureKind kind)
    {
        foreach (var result in OddResults().Append(Result(Everything, 5)).Append(Result(Everything, 100)))
        {
            var lines = Svg(kind, result).Lines;
            for (var i = 0; i < lines.Count; i++)
            {
                for (var k = i + 1; k < lines.Count; k++)
                    Assert.False(lines[i].Box.Overlaps(lines[k].Box), $"{kind}: '{lines[i].Text}' and '{lines[k].Text}' overlap.");
            }
        }
    }

    [Fact]
    public void A_kind_of_one_result_refuses_several()
    {
        var result = Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2)));

        Assert.Throws<ArgumentException>(() => KindFigure.ToBytes(FigureKind.Depth, [result, result], FigureFormat.Svg));
        Assert.Throws<ArgumentException>(() => KindFigure.ToBytes(FigureKind.StdCurve, [], FigureFormat.Svg));
    }

    [Fact]
    public void The_writer_adds_what_the_file_or_the_options_ask_for()
    {
        var folder = Directory.CreateTempSubdirectory("fanin-");
        ExperimentResult Variant(string label, params FigureKind[] show)
        {
            var result = Sample.Result("net", label, Everything(1));
            return result with { Definition = result.Definition with { Show = show } };
        }

        var paths = FigureWriter.Write(
            [Variant("a", FigureKind.Depth), Variant("b")], folder.FullName,
            options: new() { Show = [FigureKind.StdCurve, FigureKind.OwnStd] });
        Assert.Equal(
            ["net.png", "net.std_curve.png", "net/a.depth.png", "net/a.png", "net/b.png"],
            paths.Where(path => path.EndsWith(".png", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(folder.FullName, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.True(File.Exists(path)));
        folder.Delete(recursive: true);
    }

    private static IEnumerable<ExperimentResult> OddResults()
    {
        yield return Result(Everything, 1);
        yield return Sample.Result(Sample.Layer(1, null));
        yield return Sample.Result(Kinds.Deep(1, 0, 0) with { SigmaW2 = null });
        yield return Sample.Result(Kinds.Deep(1, double.NaN, double.NegativeInfinity)
            .With(Kinds.Slopes(double.NaN, 1), Kinds.Cells(1, 1, (_, _) => double.NaN)));
        yield return Sample.Result(Kinds.Deep(1, 1e308, 5e-324)
            .With(Kinds.Slopes(1e300, 0, 0), Kinds.Cells(2, 1, (row, _) => row == 0 ? 1e308 : -1e308)));
        yield return Sample.Result(Kinds.Deep(1, 1, 1)
            .With(Kinds.Slopes(0, 1), Kinds.Cells(3, 3, (_, _) => 0.5), Sample.Bins(-1, 1, 0)));
    }

    private static LayerResult Everything(int layer) => Kinds.Deep(layer, 1.0 / layer, layer).With(
        Kinds.Slopes(0.25, 5, 3, 1), Kinds.Cells(100, 100, (row, unit) => Math.Sin(row + (7 * unit))), Sample.Bins(-1, 1, 3, 4, 5));

    private static ExperimentResult Result(Func<int, LayerResult> layer, int layers) =>
        Sample.Result([.. Enumerable.Range(1, layers).Select(layer)]);

    private static ExperimentResult WithStd(string activation, double std)
    {
        var result = Sample.Result("sweep", $"{activation}-{std}", Kinds.Deep(1, 1, 10 * std), Kinds.Deep(2, 10 * std, 1));
        return result with
        {
            Definition = With(result.Definition, activation),
            Layers = [.. result.Layers.Select(layer => layer with { SigmaW2 = 100 * std * std })],
        };
    }

    private static readonly IEqualityComparer<(double X, double Y)> Near = EqualityComparer<(double X, double Y)>.Create(
        (a, b) => Math.Abs(a.X - b.X) < 1 && Math.Abs(a.Y - b.Y) < 1, _ => 0);

    private static ExperimentResult InPlane(string activation, double sigmaW, double sigmaB)
    {
        var result = Sample.Result("plane", $"{activation}-{sigmaW}-{sigmaB}", Kinds.Deep(1, 1, 1), Kinds.Deep(2, 1, 1));
        var (weights, bias) = (WeightSketch.Random(sigmaW * sigmaW / 100), WeightSketch.Random(sigmaB * sigmaB));
        return result with
        {
            Definition = With(result.Definition, activation),
            Sketch = new(1000, new(100, 0, 1), [.. result.Layers.Select(layer =>
                new DenseSketch(layer.Name, 100, 100, weights, bias, StandardActivations.Find(activation)))]),
        };
    }

    private static ExperimentDefinition With(ExperimentDefinition definition, string activation) =>
        definition with { Layers = [.. definition.Layers.Select(layer => layer with { Activation = activation })] };

    private static byte[] Bytes(FigureKind kind, ExperimentResult result) =>
        KindFigure.ToBytes(kind, [result], FigureFormat.Svg);

    private static SvgDrawing Svg(FigureKind kind, ExperimentResult result) => new(Bytes(kind, result));

    /// <summary>Of the frames, from left to right; a legend's are left out.</summary>
    private static List<(double X, double Y)> Dots(SvgDrawing drawing, string fill)
    {
        var dots = drawing.Elements("ellipse").Concat(drawing.Elements("circle"))
            .Where(dot => dot.Attribute("fill")?.Value == fill || dot.Attribute("stroke")?.Value == fill)
            .Select(dot => (X: SvgNumber.Of(dot.Attribute("cx")!.Value), Y: SvgNumber.Of(dot.Attribute("cy")!.Value)))
            .Where(dot => dot.Y < drawing.Height - 45);
        return [.. dots];
    }
}
