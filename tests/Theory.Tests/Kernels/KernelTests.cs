using System.Text.Json;
using FanIn.Theory.Activations;
using FanIn.Theory.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests.Kernels;

/// <summary>
/// The closed forms: against the formulas of the literature at 60 digits (mpmath), from variances of a millionth to a million and distances
/// from 1e-15 to 1; and against quadrature, which knows nothing of them.
/// </summary>
public class KernelTests
{
    private static readonly JsonElement References = TestData.Json("kernels.json");

    public static TheoryData<string> Names => ["relu", "leaky_relu", "abs", "erf", "gelu", "sin", "exponential"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_inputs_of_one_size_keep_every_digit(string name)
    {
        var kernel = Kernel(name);
        foreach (var row in Rows("equal", name))
        {
            var (q, d) = (Number(row, "q"), Number(row, "d"));
            // A large exponent's rounding counts in its power.
            var tolerance = 4e-15 * (1 + (name is "exponential" or "sin" ? q : 0));
            var at = $"{name} q {q} d {d}";
            Close.Relative(Number(row, "second"), kernel.Second(q), tolerance, $"second {at}");
            Close.Relative(Number(row, "distance"), kernel.Distance(q, d), tolerance, $"distance {at}");
            Close.Relative(Number(row, "slope_second"), kernel.SlopeSecond(q), tolerance, $"slope second {at}");
            Close.Relative(Number(row, "slope_product"), kernel.SlopeProduct(q, d), tolerance, $"slope product {at}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_inputs_of_unlike_size_have_their_covariance(string name)
    {
        var kernel = Kernel(name);
        foreach (var row in Rows("unequal", name))
        {
            var (first, second, c) = (Number(row, "first"), Number(row, "second"), Number(row, "c"));
            var (covariance, slopes) = (Number(row, "covariance"), Number(row, "slope_covariance"));
            var scale = Math.Sqrt(kernel.Second(first) * kernel.Second(second));
            Close.Within(covariance, kernel.Covariance(first, second, c), 1e-14 * scale, $"{name} {first} {second} {c}");
            Close.Within(slopes, kernel.SlopeCovariance(first, second, c), 1e-14 * Math.Max(1, slopes), $"slopes {first} {second} {c}");
        }
    }

    /// <summary>Below d = 1e-3 it is quadrature that loses digits: by rounding, and as it takes φ for its tangent at 1e-15.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Quadrature_says_the_same(string name)
    {
        var kernel = Kernel(name);
        var theory = Integrated.Theory(name);
        double[] variances = name is "exponential" or "sin" ? [1e-6, 0.01, 1, 4] : [1e-6, 0.01, 1, 30, 1e3, 1e6];
        foreach (var q in variances)
        {
            var moments = theory.Moments(q);
            var scale = Math.Sqrt(moments.Second);
            Close.Within(moments.Mean, kernel.Mean(q), 1e-12 * scale, $"mean {q}");
            Close.Relative(moments.Second, kernel.Second(q), 1e-12, $"second {q}");
            Close.Relative(moments.Variance, kernel.Distance(q, 1), 1e-12, $"variance {q}");
            Close.Within(moments.SlopeMean, kernel.SlopeMean(q), 1e-12 * Math.Sqrt(moments.SlopeSecond), $"slope mean {q}");
            Close.Relative(moments.SlopeSecond, kernel.SlopeSecond(q), 1e-12, $"slope second {q}");
            Close.Within(moments.Growth, kernel.Growth(q), 1e-12 * moments.SlopeSecond, $"growth {q}");
            foreach (var d in new[] { 1, 0.6, 0.1, 1e-3, 1e-8, 1e-12, 1e-15 }.Where(d => q <= 1e3 || d == 1))
            {
                var pair = theory.Pairs.Moments(q, d);
                Close.Relative(pair.Distance, kernel.Distance(q, d), Tolerance(d), $"distance {q} {d}");
                Close.Within(pair.SlopeProduct, kernel.SlopeProduct(q, d), Tolerance(d) * moments.SlopeSecond, $"slopes {q} {d}");
            }
        }
    }

    /// <summary>Far from 0 a rectifier is one of straight pieces, and erf a sign.</summary>
    [Theory]
    [InlineData("relu", 1)]
    [InlineData("gelu", 1)]
    [InlineData("erf", 0)]
    public void No_variance_is_too_large(string name, int power)
    {
        var kernel = Kernel(name);
        const double large = 1e16;
        foreach (var q in new[] { 1e153, 1e155, 1e250, 1e300 })
        {
            var scale = Math.Pow(q / large, power);
            foreach (var d in new[] { 1, 0.4, 1e-3 })
            {
                Close.Relative(kernel.Distance(large, d) * scale, kernel.Distance(q, d), 1e-6, $"distance {q} {d}");
                Close.Within(kernel.SlopeProduct(large, d), kernel.SlopeProduct(q, d), 1e-7, $"slopes {q} {d}");
            }

            Close.Relative(kernel.Second(large) * scale, kernel.Second(q), 1e-7, $"second {q}");
            Close.Relative(kernel.Covariance(large, large, 0.3) * scale, kernel.Covariance(q, q, 0.3), 1e-7, $"covariance {q}");
            Close.Within(kernel.SlopeCovariance(large, large, 0.3), kernel.SlopeCovariance(q, q, 0.3), 1e-7, $"slopes {q}");
        }

        Assert.All(new[] { 4.0, 100 }, sigmaW2 => Assert.Null(NetworkPredictor.Predict(Networks.Square(name, sigmaW2, 100)).Obstacle));
    }

    [Theory]
    [InlineData("erf")]
    [InlineData("gelu")]
    [InlineData("sin")]
    [InlineData("abs")]
    public void Slopes_are_the_derivative_of_the_covariance(string name)
    {
        var kernel = Kernel(name);
        foreach (var (first, second, c) in new[] { (1.0, 1.0, 0.3), (2.0, 0.4, -0.6), (0.1, 5.0, 0.8) })
        {
            const double step = 1e-5;
            var k = 2 * step * Math.Sqrt(first * second);
            var slope = (kernel.Covariance(first, second, c + step) - kernel.Covariance(first, second, c - step)) / k;
            Close.Within(slope, kernel.SlopeCovariance(first, second, c), 1e-9, $"{first} {second} {c}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predictions_are_made_of_them(string name)
    {
        var theory = ActivationTheory.Of(StandardActivations.Find(name)!);
        var kernel = Kernel(name);
        var (moments, pair, printed) = (theory.Moments(2), theory.Pairs.Moments(2, 1e-9), theory.PrintedPair(2, 0.3));
        Assert.Equal((kernel.Mean(2), kernel.Second(2), kernel.SlopeSecond(2)), (moments.Mean, moments.Second, moments.SlopeSecond));
        Assert.Equal((kernel.Distance(2, 1e-9), kernel.SlopeProduct(2, 1e-9)), (pair.Distance, pair.SlopeProduct));
        Close.Relative(kernel.Distance(2, 0.3), printed.Distance, 1e-15);
        Assert.Equal(kernel.Covariance(2, 0.5, -0.4), theory.Pairs.Covariance(2, 0.5, -0.4));
        Assert.Equal(kernel.SlopeCovariance(2, 2, 0.4), theory.Pairs.SlopeCovariance(2, 0.4));
        Assert.Null(new GaussianExpectation(Integrated.Find(name)).Kernel);
    }

    private static double Tolerance(double d) => d >= 1e-3 ? 1e-12 : 3e-8;

    private static IGaussianKernel Kernel(string name) => new GaussianExpectation(StandardActivations.Find(name)!).Kernel!;

    private static IEnumerable<JsonElement> Rows(string kind, string name) =>
        References.GetProperty(kind).EnumerateArray().Where(row => row.GetProperty("activation").GetString() == name);

    private static double Number(JsonElement row, string property) => row.GetProperty(property).GetDouble();
}
