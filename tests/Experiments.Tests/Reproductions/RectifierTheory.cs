using FanIn.Theory;
using FanIn.Theory.Activations;
using static FanIn.Experiments.Tests.Reproductions.PublishedNumber;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>What theory says of ReLU and SELU.</summary>
internal static class RectifierTheory
{
    private static readonly ActivationTheory Relu = ActivationTheory.Of(StandardActivations.Find("relu")!);
    private static readonly ActivationTheory Selu = ActivationTheory.Of(StandardActivations.Find("selu")!);

    public static IReadOnlyList<PublishedNumber> He()
    {
        var gains = Gains.Of(Relu.Expectation);
        double Std(int filters) => gains.Backward / Math.Sqrt(9 * filters);
        int[] conv2To10 = [64, 128, 128, 256, 256, 512, 512, 512, 512];
        double lost = conv2To10.Aggregate(1.0, (product, filters) => product * Std(filters) / 0.01);
        return
        [
            Exact("n Var w that keeps the signal", "eq. 10", "2", 2, gains.SecondMoment * gains.SecondMoment),
            Exact("n̂ Var w that keeps the gradient", "eq. 14", "2", 2, gains.Backward * gains.Backward),
            Exact("what Xavier's variance leaves of the power, a layer", "§2.2", "1/2", 0.5, new MeanFieldMap(Relu, 1, 0).Variance(1)),
            Decimal("std of 64 filters of 3 × 3", "§2.2, after eq. 14", "0.059", Std(64)),
            Decimal("std of 128 filters", "there", "0.042", Std(128)),
            Decimal("std of 256 filters", "there", "0.029", Std(256)),
            Decimal("std of 512 filters", "there", "0.021", Std(512)),
            About("loss of the gradient from conv10 to conv2 with std 0.01", "there", "1.7 × 10⁴", 1.7e4, 0.05e4, lost),
        ];
    }

    public static IReadOnlyList<PublishedNumber> Klambauer()
    {
        var moments = Selu.Moments(1);
        double lambda = Selu.Activation.Value(1);
        double mean = moments.Curvature / 2;
        double variance = moments.VarianceGrowth;
        return
        [
            Decimal("λ", "§2, after eq. 5", "1.0507", lambda),
            Decimal("α", "there", "1.6733", -Selu.Activation.Value(-50) / lambda),
            Exact("mean at (0, 1)", "eq. 3", "0", 0, moments.Mean),
            Exact("variance at (0, 1)", "eq. 3", "1", 1, moments.Variance),
            Cut("∂μ̃/∂ν at (0, 1)", "eq. 6, digits cut", "0.088834", mean),
            Decimal("∂ν̃/∂ν at (0, 1)", "eq. 6", "0.782648", variance),
            Decimal("spectral norm of the Jacobian", "after eq. 6", "0.7877", Math.Sqrt(mean * mean + variance * variance)),
        ];
    }

    public static IReadOnlyList<PublishedNumber> Yang() =>
    [
        Exact(
            "factor of the squared gradient a layer, ReLU, endless batch", "theorem 8", "π/(π − 1)",
            Math.PI / (Math.PI - 1), Gains.Of(Relu.Expectation).BatchNormGrowth),
        Exact("the same, linear", "theorem 8", "1", 1, Gains.Of(StandardActivations.Find("identity")!).BatchNormGrowth),
    ];

    public static IReadOnlyList<PublishedNumber> Hayou()
    {
        var map = new MeanFieldMap(Relu, Gains.Of(Relu.Expectation).SecondMoment, 0);
        double limit = 4.5 * Math.PI * Math.PI;
        List<PublishedNumber> numbers = [];
        double distance = 1; // orthogonal inputs
        double before = 1;
        for (int layer = 1; layer <= 1001; layer++)
        {
            distance = map.Distance(2, distance);
            if (layer is 11 or 101 or 1001)
                numbers.Add(About(
                    FormattableString.Invariant($"the factor of 1/l² between layers {layer - 1} and {layer}"), "§3",
                    "9π²/2 = 44.413 in the limit", limit, limit * 10 / layer, Math.Pow(1 / Math.Sqrt(distance) - before, -2)));
            before = 1 / Math.Sqrt(distance);
        }

        return numbers;
    }
}
