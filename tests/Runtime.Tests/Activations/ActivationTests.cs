using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>The activations of the NumPy reference against its own values (activations.json); limits and textbook facts.</summary>
public class ActivationTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Those_of_the_reference_have_its_values_and_derivatives()
    {
        Check(new Sigmoid(), "sigmoid");
        Check(new Tanh(), "tanh");
        Check(new Relu(), "relu");
        Check(new LeakyRelu(0.01), "leaky_relu");
        Check(new Elu(1), "elu");
        Check(new Selu(), "selu");
        Check(new Gelu(), "gelu");
        Check(new GeluTanh(), "gelu_tanh");
        Check(new Silu(), "silu");
        Check(new Softplus(1), "softplus");
        Check(new Mish(), "mish");
        Check(new Erf(), "erf");
    }

    [Fact]
    public void Infinities_have_their_limits()
    {
        Limits(new Sigmoid(), 0, 1, 0, 0);
        Limits(new Tanh(), -1, 1, 0, 0);
        Limits(new Relu6(), 0, 6, 0, 0);
        Limits(new LeakyRelu(0.01), -Infinity, Infinity, 0.01, 1);
        Limits(new Elu(0.5), -0.5, Infinity, 0, 1);
        Limits(new Celu(2), -2, Infinity, 0, 1);
        Limits(new Gelu(), -0.0, Infinity, -0.0, 1);
        Limits(new GeluTanh(), -0.0, Infinity, -0.0, 1);
        Limits(new Silu(), -0.0, Infinity, -0.0, 1);
        Limits(new Mish(), -0.0, Infinity, -0.0, 1);
        Limits(new HardSwish(), -0.0, Infinity, 0, 1);
        Limits(new Softplus(0.5), 0, Infinity, 0, 1);
        Limits(new Squareplus(4), 0, Infinity, 0, 1);
        Limits(new SparsePlus(), 0, Infinity, 0, 1);
        Limits(new LogSigmoid(), -Infinity, -0.0, 1, 0);
        Limits(new HardSigmoid(), 0, 1, 0, 0);
        Limits(new HardTanh(-0.5, 2), -0.5, 2, 0, 0);
        Limits(new LecunTanh(), -1.7159, 1.7159, 0, 0);
        Limits(new Softsign(), -1, 1, 0, 0);
        Limits(new TanhShrink(), -Infinity, Infinity, 1, 1);
        Limits(new SoftShrink(0.5), -Infinity, Infinity, 1, 1);
        Limits(new HardShrink(0.5), -Infinity, Infinity, 1, 1);
        Limits(new Threshold(1, 7), 7, Infinity, 0, 1);
        Limits(new Exponential(), 0, Infinity, 0, Infinity);
        Limits(new Erf(), -1, 1, 0, 0);
    }

    [Fact]
    public void Largest_numbers_do_not_overflow_on_their_way()
    {
        Assert.Equal(double.MaxValue, new Silu().Apply(new Lane<double>(double.MaxValue)).Value);
        Assert.Equal(float.MaxValue, new HardSwish().Apply(new Lane<float>(float.MaxValue)).Value);
        Assert.Equal(double.MaxValue, new Squareplus(4).Apply(new Lane<double>(double.MaxValue)).Value);
        Assert.Equal(double.MaxValue, new Softplus(3).Apply(new Lane<double>(double.MaxValue)).Value);
        Assert.Equal(1, new Softsign().Apply(new Lane<float>(float.MaxValue)).Value);
    }

    /// <summary>Klambauer et al. 2017: mean 0 and variance 1 are a fixed point; in one dimension, by the midpoint rule.</summary>
    [Fact]
    public void Selu_keeps_the_standard_normal_distribution()
    {
        double mean = 0, square = 0;
        for (double x = -12 + 1.0 / 2048; x < 12; x += 1.0 / 1024)
        {
            double weight = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / 1024;
            double value = new Selu().Apply(new Lane<double>(x)).Value;
            mean += weight * value;
            square += weight * value * value;
        }

        Assert.Equal(0, mean, 1e-6);
        Assert.Equal(1, square, 1e-6);
    }

    [Fact]
    public void Ranges_are_the_textbooks()
    {
        Assert.Equal(new(0, 1), Sigmoid.Range);
        Assert.Equal(new(-1, 1), Tanh.Range);
        Assert.Equal(new(0, Infinity), Relu.Range);
        Assert.Equal(new(-Infinity, Infinity), Identity.Range);
    }

    private static void Check<TActivation>(TActivation activation, string name)
        where TActivation : struct, IActivation
    {
        var entry = TestData.Json("activations.json").GetProperty("functions").EnumerateArray()
            .Single(function => function.GetProperty("activation").GetString() == name);
        var (x, f, df) = (entry.GetProperty("x"), entry.GetProperty("f"), entry.GetProperty("df"));
        Assert.True(x.GetArrayLength() > 40);
        for (int i = 0; i < x.GetArrayLength(); i++)
        {
            var (at, value, slope) = (x[i].GetDouble(), f[i].GetDouble(), df[i].GetDouble());
            if (name == "gelu_tanh" && at < -4)
                continue;       // There the reference's constants count, which are those of float64; activation-values.json has exact ones.
            Assert.InRange(Ulp.Error(activation.Apply(new Lane<double>(at)).Value, (DoubleDouble)value), 0, 4);

            var ulp = Ulp.Of<double>(ActivationAccuracyTests.SlopeScale(name, at, value, slope));
            Assert.InRange((activation.Derivative(new Lane<double>(at)).Value - slope) / ulp, -4, 4);
        }
    }

    private static void Limits<TActivation>(TActivation activation, double low, double high, double lowSlope, double highSlope)
        where TActivation : struct, IActivation
    {
        SameBits.Assert(low, activation.Apply(new Lane<double>(-Infinity)).Value);
        SameBits.Assert(high, activation.Apply(new Lane<double>(Infinity)).Value);
        SameBits.Assert(lowSlope, activation.Derivative(new Lane<double>(-Infinity)).Value);
        SameBits.Assert(highSlope, activation.Derivative(new Lane<double>(Infinity)).Value);
        SameBits.Assert((float)low, activation.Apply(new Lane<float>(float.NegativeInfinity)).Value);
        SameBits.Assert((float)highSlope, activation.Derivative(new Lane<float>(float.PositiveInfinity)).Value);
    }
}
