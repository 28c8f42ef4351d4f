using FanIn.Theory.Numerics;

namespace FanIn.Theory.Tests;

/// <summary>Quadrature, from which nothing is kept, against the Gaussian integrals that are known in closed form.</summary>
public class ClosedFormTests
{
    private static readonly (double Q, double C)[] Points = [(0.02, 0.3), (1, 0.5), (1, 0.95), (4, 0.1), (60, 0.7)];

    /// <summary>Williams 1997, eq. 11.</summary>
    [Fact]
    public void Erf()
    {
        var theory = Theory("erf");
        foreach (var (q, c) in Points)
        {
            var k = q * c;
            Close.Relative(2 / Math.PI * Math.Asin(2 * q / (1 + 2 * q)), theory.Moments(q).Second, 1e-13);
            Close.Relative(2 / Math.PI * Math.Asin(2 * k / (1 + 2 * q)), theory.Pairs.Covariance(q, c), 1e-12);
            Close.Relative(4 / Math.PI / Math.Sqrt((1 + 2 * q) * (1 + 2 * q) - 4 * k * k), theory.Pairs.SlopeCovariance(q, c), 1e-12);
        }
    }

    /// <summary>Cho and Saul 2009, eq. 6, for slopes a below and b above 0.</summary>
    [Theory]
    [InlineData("relu", 0.0)]
    [InlineData("leaky_relu", 0.01)]
    [InlineData("abs", -1.0)]
    public void Relu_family(string name, double a)
    {
        var theory = Theory(name);
        foreach (var (q, c) in Points)
        {
            var theta = Math.Acos(c);
            var slopes = (a * a + 1) / 2 - (a - 1) * (a - 1) * theta / (2 * Math.PI);
            Close.Relative((a * a + 1) * q / 2, theory.Moments(q).Second, 1e-14);
            Close.Relative((a * a + 1) / 2, theory.Moments(q).SlopeSecond, 1e-14);
            Close.Relative(slopes, theory.Pairs.SlopeCovariance(q, c), 1e-12);
            var covariance = (a - 1) * (a - 1) / (2 * Math.PI) * q * Math.Sqrt(1 - c * c) + slopes * q * c;
            Close.Relative(covariance, theory.Pairs.Covariance(q, c), 1e-12);
        }
    }

    /// <summary>Tsuchida, Pearce et al. 2021, theorem 1.</summary>
    [Fact]
    public void Gelu()
    {
        var theory = Theory("gelu");
        foreach (var (q, c) in Points)
        {
            var (k, p) = (q * c, (1 + q) * (1 + q));
            var delta = Math.Sqrt(p - k * k);
            var covariance = ((k * k + q * q * delta * delta) / (p * delta) + k * Math.Atan2(k, delta)) / (2 * Math.PI) + k / 4;
            var slopes = 0.25 + Math.Atan2(k, delta) / (2 * Math.PI)
                + k / (2 * Math.PI * delta) * (1 / (delta * delta) + (1 - q * q) / p + 1);
            var root = Math.Sqrt(1 + 2 * q);
            var second = q * (0.25 + (q / ((q + 1) * root) + 0.5 * Math.Atan(q / root)) / Math.PI);
            Close.Relative(second, theory.Moments(q).Second, 1e-13);
            Close.Relative(covariance, theory.Pairs.Covariance(q, c), 1e-12);
            Close.Relative(slopes, theory.Pairs.SlopeCovariance(q, c), 1e-12);
        }
    }

    [Fact]
    public void Sine_and_exponential()
    {
        foreach (var (q, c) in Points.Take(4))
        {
            var k = q * c;
            var sine = Theory("sin");
            Close.Relative((1 - Math.Exp(-2 * q)) / 2, sine.Moments(q).Second, 1e-13);
            Close.Relative((Math.Exp(k - q) - Math.Exp(-k - q)) / 2, sine.Pairs.Covariance(q, c), 1e-12);
            Close.Relative((Math.Exp(k - q) + Math.Exp(-k - q)) / 2, sine.Pairs.SlopeCovariance(q, c), 1e-12);
            Close.Relative(Math.Exp(2 * q), Theory("exponential").Moments(q).Second, 1e-12);
            Close.Relative(Math.Exp(q + k), Theory("exponential").Pairs.Covariance(q, c), 1e-11);
        }
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.3)]
    [InlineData(5)]
    [InlineData(1e3)]
    public void Hard_tanh(double q)
    {
        var t = 1 / Math.Sqrt(q);
        var outside = 2 * Elementary.NormalCdf(-t);
        var inside = 1 - outside;
        var moments = Theory("hard_tanh").Moments(q);
        Close.Relative(inside, moments.SlopeSecond, 1e-12);
        Close.Relative(q * inside - Math.Sqrt(2 * q / Math.PI) * Math.Exp(-t * t / 2) + outside, moments.Second, 1e-12);
    }

    /// <summary>By central differences.</summary>
    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("gelu")]
    [InlineData("elu")]
    [InlineData("hard_tanh")]
    [InlineData("hard_shrink")]
    [InlineData("softsign")]
    public void Derivatives_in_q_are_those_of_the_moments(string name)
    {
        var theory = Theory(name);
        foreach (var q in new[] { 0.5, 3.0, 40 })
        {
            var step = 1e-4 * q;
            var (low, high) = (theory.Moments(q - step), theory.Moments(q + step));
            var at = theory.Moments(q);
            Close.Within((high.Second - low.Second) / (2 * step), at.Growth, 1e-6 * Math.Max(at.Growth, 0.01), "E φ²");
            Close.Within((high.Variance - low.Variance) / (2 * step), at.VarianceGrowth, 1e-6 * Math.Max(at.Growth, 0.01), "Var φ");
            Close.Within((high.Mean - low.Mean) / (2 * step), at.Curvature / (2 * q), 1e-6, "E φ");
            Close.Within((high.SlopeSecond - low.SlopeSecond) / (2 * step), at.SlopeGrowth, 1e-6, "E φ′²");
        }
    }

    private static ActivationTheory Theory(string name) => Integrated.Theory(name);
}
