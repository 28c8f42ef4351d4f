using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>How weights and biases are distributed, as far as theory is concerned: a variance, or why there is no prediction.</summary>
internal sealed class WeightSketches(TheoryNumbers numbers)
{
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
                return WeightSketch.Independent(Number("mean"), Square(Number("std")), what);
            case InitialiserKind.Uniform:
                var (min, max) = (Number("min"), Number("max"));
                return WeightSketch.Independent((min + max) / 2, Square(max - min) / 12, what);
            case InitialiserKind.TruncatedNormal:
                var (mean, variance, _) = TruncatedMoments.Of(initialiser, Number);
                return WeightSketch.Independent(mean, variance, what);
            case InitialiserKind.Sparse:
                double zeros = Math.Ceiling(Number("sparsity") * layer.FanOut);
                return WeightSketch.Independent(0, Square(Number("std")) * (1 - zeros / layer.FanOut), what);
            case InitialiserKind.Orthogonal:
                return WeightSketch.Orthogonal(Number("gain"), layer.FanIn, layer.FanOut);
            case InitialiserKind.LooksLinear:
                return WeightSketch.Beyond($"{what} mirror each other");
            case InitialiserKind.Identity:
                return WeightSketch.Beyond($"{what} are not random");
            default:
                return WeightSketch.Beyond($"{what} are drawn by a type of your own");
        }
    }

    private static double Square(double x) => x * x;
}
