namespace FanIn.Theory.Activations;

/// <summary>The activations of the literature that are straight between their kinks.</summary>
internal static class LinearPieces
{
    private static readonly (double, double) Zero = (0, 0);
    private static readonly (double, double) Unchanged = (1, 0);

    public static IScalarActivation Identity() => new PiecewiseLinear([], Unchanged);

    public static IScalarActivation Relu() => LeakyRelu(0);

    public static IScalarActivation LeakyRelu(double slope) => new PiecewiseLinear([0], (slope, 0), Unchanged);

    public static IScalarActivation Abs() => LeakyRelu(-1);

    public static IScalarActivation Relu6() => new PiecewiseLinear([0, 6], Zero, Unchanged, (0, 6));

    public static IScalarActivation HardTanh(double low, double high) =>
        new PiecewiseLinear([low, high], (0, low), Unchanged, (0, high));

    public static IScalarActivation HardSigmoid() => new PiecewiseLinear([-3, 3], Zero, (1.0 / 6, 0.5), (0, 1));

    public static IScalarActivation SparseSigmoid() => new PiecewiseLinear([-1, 1], Zero, (0.5, 0.5), (0, 1));

    public static IScalarActivation SoftShrink(double lambda) =>
        new PiecewiseLinear([-lambda, lambda], (1, lambda), Zero, (1, -lambda));

    public static IScalarActivation HardShrink(double lambda) => new PiecewiseLinear([-lambda, lambda], Unchanged, Zero, Unchanged);

    public static IScalarActivation Threshold(double threshold, double value) => new PiecewiseLinear([threshold], (0, value), Unchanged);

    public static IScalarActivation Sign() => new PiecewiseLinear([0], (0, -1), (0, 1));
}
