using FanIn.Dsl.Model;
using FanIn.Theory.Networks;
using FanIn.Theory.Numerics;

namespace FanIn.Dsl.Advice;

/// <summary>How weights and biases are distributed, as far as theory is concerned: a variance, or why there is no prediction.</summary>
internal sealed class WeightSketches(TheoryNumbers numbers)
{
    private const double NoMean = 1e-12;

    /// <summary>W of a layer.</summary>
    public WeightSketch OfWeights(DenseLayer layer) => Of(layer.Weights, layer, "its weights");

    /// <summary>b of a layer that has one.</summary>
    public WeightSketch OfBias(DenseLayer layer) =>
        layer.Weights.Calibration is null ? Of(layer.Bias!, layer, "its values") : WeightSketch.Beyond("its values depend on the data");

    private WeightSketch Of(Initialiser initialiser, DenseLayer layer, string what)
    {
        double Number(string name) => numbers.Of(initialiser, name);
        if (initialiser.Calibration is not null)
            return WeightSketch.Beyond($"{what} depend on the data");
        switch (initialiser.Kind)
        {
            case InitialiserKind.Constant:
                return WeightSketch.Constant(Number("value"));
            case InitialiserKind.Normal:
                return Random(Number("mean"), Square(Number("std")), what);
            case InitialiserKind.Uniform:
                var (min, max) = (Number("min"), Number("max"));
                return Random((min + max) / 2, Square(max - min) / 12, what);
            case InitialiserKind.TruncatedNormal:
                var (mean, variance, _) = TruncatedMoments.Of(initialiser, Number);
                return Random(mean, variance, what);
            case InitialiserKind.Sparse:
                double zeros = Math.Ceiling(Number("sparsity") * layer.FanOut);
                return Random(0, Square(Number("std")) * (1 - zeros / layer.FanOut), what);
            case InitialiserKind.Orthogonal:
                double gain = Number("gain");
                return gain == 0 ? WeightSketch.Constant(0) : WeightSketch.Orthogonal(Square(gain) / Math.Max(layer.FanIn, layer.FanOut));
            case InitialiserKind.LooksLinear:
                return WeightSketch.Beyond($"{what} mirror each other");
            case InitialiserKind.Identity:
                return WeightSketch.Beyond($"{what} are not random");
            default:
                return WeightSketch.Beyond($"{what} are drawn by a type of your own");
        }
    }

    private static WeightSketch Random(double mean, double variance, string what)
    {
        if (double.IsNaN(variance))
            return WeightSketch.Beyond($"theory has no number for {what}");
        if (variance == 0)
            return WeightSketch.Constant(mean);
        return Square(mean) <= Square(NoMean) * variance ? WeightSketch.Random(variance) : WeightSketch.Beyond($"{what} have a mean");
    }

    private static double Square(double x) => x * x;
}
