using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Tests;

public sealed class LossFigureTests
{
    [Fact]
    public void Each_curve_is_named_at_its_end_with_loss_and_accuracy()
    {
        var drawing = Svg(Trained("slow", step => 2.3, 0.1), Trained("fast", step => 2.3 / (1 + step), 0.975));

        Assert.Contains("training", drawing.Texts);
        var (slow, fast) = (Label(drawing, "slow"), Label(drawing, "fast"));
        Assert.Matches(@"^slow\s+2\.30, 10\.0\s%$", slow.Text);
        Assert.Matches(@"^fast\s+0\.00767, 97\.5\s%$", fast.Text);
        Assert.True(slow.Baseline < fast.Baseline);
    }

    [Theory]
    [InlineData(0.02, true, new[] { "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2" })]
    [InlineData(1e-5, true, new[] { "1", "0.1", "0.01", "0.001" })]
    [InlineData(1, false, new[] { "0", "0.5", "1", "1.5", "2" })]
    public void A_wide_range_has_a_logarithmic_axis(double last, bool isLogarithmic, string[] ticks)
    {
        var drawing = Svg(Trained("one", step => 2 * Math.Pow(last / 2, step / 299.0), 0.5));

        Assert.Equal(isLogarithmic, drawing.Texts.Any(text => text.Contains("(logarithmic)", StringComparison.Ordinal)));
        Assert.All(ticks, tick => Assert.Contains(tick, drawing.Texts));
    }

    [Fact]
    public void Labels_of_curves_that_end_together_do_not_overlap()
    {
        var drawing = Svg([.. Enumerable.Range(0, 30).Select(i => Trained($"variant{i:00}", _ => 2.3, 0.1))]);
        var labels = drawing.Lines.Where(line => line.Text.StartsWith("variant", StringComparison.Ordinal)).ToList();

        Assert.Equal(30, labels.Count);
        Assert.All(labels, one => Assert.DoesNotContain(labels, other => other != one && one.Box.Overlaps(other.Box)));
        Assert.All(labels, label => Assert.InRange(label.Box.Right, 0, drawing.Width));
    }

    [Fact]
    public void A_curve_begins_at_the_first_loss_and_is_smooth_up_to_its_end()
    {
        var curve = LossFigure.Curve([.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1.0 : 3)]);

        Assert.Equal((1, 1), curve[0]);
        Assert.Equal(5 / 3.0, curve[1].Value, 1e-12);
        Assert.All(curve.Skip(2), point => Assert.InRange(point.Value, 1.6, 2.4));
    }

    /// <summary>The longest training that a file can ask for.</summary>
    [Fact]
    public void A_million_steps_are_a_thousand_points()
    {
        var curve = LossFigure.Curve([.. Enumerable.Range(0, 1_000_000).Select(i => 1_000_000.0 - i)]);

        Assert.Equal(1000, curve.Count);
        Assert.Equal((1, 1_000_000), curve[0]);
        Assert.Equal((1_000_000, 1 + (10_000 / 2.0)), curve[^1]);
        Assert.All(curve.Skip(100).SkipLast(100), point => Assert.Equal(1_000_001 - point.Step, point.Value, 1e-9));
    }

    /// <summary>An axis cannot end beyond the numbers.</summary>
    [Theory]
    [InlineData(1.7e308)]
    [InlineData(1)]
    public void The_largest_losses_have_a_place(double first)
    {
        var drawing = Svg(Trained("one", step => first * Math.Pow(10, -step / 10.0), 0.5));

        Assert.DoesNotContain("NaN", drawing.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(drawing.Texts, text => text.StartsWith("10", StringComparison.Ordinal));
    }

    /// <summary>A loss may overflow on the way; what can be drawn is.</summary>
    [Fact]
    public void What_is_not_finite_is_left_out()
    {
        var drawing = Svg(Trained("wild", step => step < 100 ? 2.3 : step < 150 ? double.NaN : double.PositiveInfinity, 0.1));

        Assert.DoesNotContain("NaN", drawing.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Histograms_over_time_have_a_row_of_panels_for_each_step()
    {
        using var picture = StepSheet.Picture(Trained("one", _ => 1, 0.5));
        var drawing = new SvgDrawing(picture.ToBytes(FigureFormat.Svg));

        Assert.Contains("after 0 steps", drawing.Texts);
        Assert.Contains("after 300 steps", drawing.Texts);
        Assert.Equal(4, drawing.Panels.Count);
    }

    /// <summary>Before the first step weights are those that were drawn.</summary>
    [Fact]
    public void Theory_is_drawn_over_the_histograms_before_the_first_step()
    {
        var trained = Trained("one", _ => 1, 0.5);
        var sketch = new NetworkSketch(
            1000,
            new InputSketch(100, 0, 1),
            [.. trained.Layers.Select(
                layer => new DenseSketch(layer.Name, 100, 100, WeightSketch.Random(0.01), null, StandardActivations.Find("sigmoid")))]);
        var training = trained.Training! with
        {
            Checkpoints =
            trained.Training.Checkpoints.SetItem(0, trained.Training.Checkpoints[0] with { Sketch = sketch })
        };
        using var picture = StepSheet.Picture(trained with { Training = training });
        var strokes = new SvgDrawing(picture.ToBytes(FigureFormat.Svg)).Strokes(SvgDrawing.DensityStroke)
            .Where(stroke => stroke.Parent!.Attribute("clip-path") is not null);

        Assert.Equal(2, strokes.Count());
    }

    [Fact]
    public void A_result_without_training_has_neither()
    {
        var result = Sample.Result(Sample.Layer(1, Chapter.All[0].Layers[0].Activations));

        Assert.Throws<ArgumentException>(() => LossFigure.Picture([result]));
        Assert.Throws<ArgumentException>(() => StepSheet.Picture(result));
    }

    [Fact]
    public void They_are_written_beside_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("fanin-").FullName;
        try
        {
            FigureWriter.Write([Trained("a", _ => 1, 0.5), Trained("b", _ => 2, 0.5)], folder);

            Assert.All(
                new[] { "training.loss.png", "training.loss.svg", "training/a.steps.png", "training/b.steps.svg" },
                file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SvgLine Label(SvgDrawing drawing, string name) =>
        drawing.Lines.Single(line => line.Text.StartsWith(name, StringComparison.Ordinal));

    private static SvgDrawing Svg(params ExperimentResult[] results)
    {
        using var picture = LossFigure.Picture(results);
        return new(picture.ToBytes(FigureFormat.Svg));
    }

    /// <summary>300 steps of a training whose losses are given; observed before and after.</summary>
    private static ExperimentResult Trained(string label, Func<int, double> loss, double accuracy)
    {
        var layers = Chapter.All[0].Layers.Take(2).ToArray();
        var result = Sample.Result("training", label, layers);
        return result with
        {
            Definition = result.Definition with
            {
                Training =
                    new TrainingDefinition("optical_digits", 300, "softmax_cross_entropy", "sgd", "0.1") { ObservedSteps = [0, 300] },
            },
            Training = new TrainingResult
            {
                Losses = [.. Enumerable.Range(0, 300).Select(loss)],
                Checkpoints = [new(0, loss(0), loss(0), 0.1) { Layers = [.. layers] },
                    new(300, loss(299), loss(299), accuracy) { Layers = [.. layers] }],
                Samples = 1438,
                HeldOut = 359,
            },
        };
    }
}
