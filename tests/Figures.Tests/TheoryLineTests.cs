using System.Globalization;
using FanIn.Figures.Panels;
using FanIn.Runtime.Results;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Tests;

/// <summary>What theory expects, drawn over the bars.</summary>
public sealed class TheoryLineTests
{
    [Theory]
    [InlineData("sigmoid", 1, 0, 1)]
    [InlineData("sigmoid", 100, 0, 1)]
    [InlineData("tanh", 2, -1, 1)]
    [InlineData("gelu", 2, -4, 8)]
    [InlineData("identity", 1, -6, 6)]
    public void The_line_has_everything_below_it(string activation, double sigmaW2, double low, double high)
    {
        const int Bins = 50;
        var line = TheoryLine.Of(Prediction(activation, sigmaW2), Sample.Bins(low, high, new long[Bins]));

        Assert.Empty(line.Atoms);
        double width = (high - low) / Bins;
        Assert.Equal(1, line.Density.Where(point => point.Value > low && point.Value < high).Sum(point => point.Density) * width, 1e-6);
        Assert.Equal(line.Density.Select(point => point.Value).Order(), line.Density.Select(point => point.Value));
    }

    [Fact]
    public void A_normal_density_is_met_at_the_bins_middles()
    {
        var line = TheoryLine.Of(Prediction("identity", 1), Sample.Bins(-5, 5, new long[1000]));

        Assert.All(line.Density.Where(point => Math.Abs(point.Value) < 3), point => Assert.Equal(
            Math.Exp(-0.5 * point.Value * point.Value) / Math.Sqrt(2 * Math.PI), point.Density, 1e-5));
    }

    [Fact]
    public void Values_with_a_share_of_their_own_are_marks_and_not_in_the_line()
    {
        var relu = TheoryLine.Of(Prediction("relu", 1), Sample.Bins(0, 1, new long[10]));
        var zero = Assert.Single(relu.Atoms);
        Assert.Equal((0, 0.1), (zero.Low, zero.High));
        Assert.Equal(0.5 + 0.0398278, zero.Share, 1e-6);            // Φ(0.1)
        Assert.Equal(0.398278, relu.Density[0].Density, 1e-6);

        var hard = TheoryLine.Of(Prediction("hard_tanh", 1), Sample.Bins(-1, 1, new long[10]));
        Assert.Equal([-1.0, 0.8], hard.Atoms.Select(atom => Math.Round(atom.Low, 12)));
        Assert.Equal(hard.Atoms[0].Share, hard.Atoms[1].Share, 1e-12);
        Assert.All(hard.Density, point => Assert.InRange(point.Density, 0.2, 0.4));
    }

    [Fact]
    public void Nothing_is_drawn_where_theory_says_nothing()
    {
        Assert.Same(TheoryLine.None, TheoryLine.Of(null, Sample.Bins(0, 1, 1, 2)));
        Assert.Same(TheoryLine.None, TheoryLine.Of(Prediction("tanh", 1), Sample.Bins(2, 2, 1)));
        Assert.Empty(TheoryLine.Of(Prediction("tanh", 1), Sample.Bins(5, 6, 0, 0)).Density);
    }

    [Fact]
    public void A_result_with_a_prediction_has_its_line_and_a_legend()
    {
        var result = Sample.Result(Sample.Layer(1, Sample.Tensor(100, 100, 100, 100))) with { Sketch = Sketch("sigmoid", 1) };
        var drawing = SvgDrawing.Of(result);

        Assert.Contains("theory", drawing.Texts);
        var line = Assert.Single(drawing.Strokes(SvgDrawing.DensityStroke), IsInPanel);
        var places = line.Attribute("d")!.Value.Split('M', 'L').Skip(1)
            .Select(place => double.Parse(place.Split(' ')[0], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(drawing.Panels[0].Area.Left, places[0], 0.02);
        Assert.Equal(drawing.Panels[0].Area.Right, places[^1], 0.02);
    }

    [Fact]
    public void A_user_may_do_without()
    {
        var result = Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2))) with { Sketch = Sketch("sigmoid", 1) };
        Assert.DoesNotContain("theory", SvgDrawing.Of(result, new FigureOptions { Density = _ => [] }).Texts);
    }

    private static bool IsInPanel(System.Xml.Linq.XElement stroke) => stroke.Parent!.Attribute("clip-path") is not null;

    private static LayerPrediction Prediction(string activation, double sigmaW2) =>
        NetworkPredictor.Predict(Sketch(activation, sigmaW2)).Layers[0];

    private static NetworkSketch Sketch(string activation, double sigmaW2) => new(
        1000,
        new InputSketch(100, 0, 1),
        [new DenseSketch("hidden1", 100, 100, WeightSketch.Random(sigmaW2 / 100), null, StandardActivations.Find(activation))]);
}
