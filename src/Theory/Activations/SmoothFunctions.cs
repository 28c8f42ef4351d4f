using FanIn.Theory.Kernels;
using static FanIn.Theory.Numerics.Elementary;

namespace FanIn.Theory.Activations;

/// <summary>The smooth activations of the literature, and those with a bend, as formulas over <see cref="Numerics.Elementary"/>.</summary>
internal static class SmoothFunctions
{
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    public static IScalarActivation Sigmoid() => new JointFunction(x =>
    {
        var (above, below) = Sides(x);
        return (above, above * below);
    });

    public static IScalarActivation LogSigmoid() => new JointFunction(
        x => (-Numerics.Elementary.Softplus(-x), Numerics.Elementary.Sigmoid(-x)));

    public static IScalarActivation Tanh() => new JointFunction(TanhBoth);

    public static IScalarActivation LecunTanh() => new JointFunction(x =>
    {
        var (value, slope) = TanhBoth(x * (2.0 / 3));
        return (1.7159 * value, 1.7159 * (2.0 / 3) * slope);
    });

    public static IScalarActivation TanhShrink() => new JointFunction(x =>
    {
        var value = Numerics.Elementary.Tanh(x);
        return (Math.Abs(x) < 0.25 ? CubeOfShrink(x) : x - value, value * value);
    });

    public static IScalarActivation Erf() =>
        new JointFunction(x => (Numerics.Elementary.Erf(x), TwoOverSqrtPi * Exp(-x * x))) { Kernel = new ErfKernel() };

    public static IScalarActivation Sin() =>
        new JointFunction(x => (Numerics.Elementary.Sin(x), Cos(x))) { Kernel = new SineKernel() };

    public static IScalarActivation Exponential() => new JointFunction(x =>
    {
        var value = Exp(x);
        return (value, value);
    })
    {
        Kernel = new ExponentialKernel(),
    };

    public static IScalarActivation Gelu() => new JointFunction(x =>
    {
        var share = NormalCdf(x);
        return (x * share, share + x * InverseSqrt2Pi * Exp(-0.5 * x * x));
    })
    {
        Kernel = new GeluKernel(),
    };

    public static IScalarActivation GeluTanh() => new JointFunction(x =>
    {
        var (value, slope) = TanhBoth(SqrtTwoOverPi * (x + 0.044715 * x * x * x));
        return (0.5 * x * (1 + value), 0.5 * (1 + value) + 0.5 * x * slope * SqrtTwoOverPi * (1 + 3 * 0.044715 * x * x));
    });

    public static IScalarActivation Silu(double beta = 1) => new JointFunction(x =>
    {
        var (above, below) = Sides(beta * x);
        return (x * above, above + beta * x * above * below);
    });

    public static IScalarActivation Mish() => new JointFunction(x =>
    {
        var (value, slope) = TanhBoth(Numerics.Elementary.Softplus(x));
        return (x * value, value + x * Numerics.Elementary.Sigmoid(x) * slope);
    });

    public static IScalarActivation Softplus(double beta) => new JointFunction(
        x => (Numerics.Elementary.Softplus(beta * x) / beta, Numerics.Elementary.Sigmoid(beta * x)));

    public static IScalarActivation Softsign() => new JointFunction(
        x => (x / (1 + Math.Abs(x)), 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x)))), 0);

    public static IScalarActivation Squareplus(double b) => new JointFunction(x =>
    {
        var root = Math.Sqrt(x * x + b);
        return ((x + root) / 2, (1 + x / root) / 2);
    });

    public static IScalarActivation Elu(double alpha) => Bent(1, alpha, 1);

    public static IScalarActivation Celu(double alpha) => Bent(1, alpha, 1 / alpha);

    public static IScalarActivation Selu() => Bent(SeluScale, SeluAlpha, 1);

    public static IScalarActivation HardSwish() => new ScalarFunction(
        x => x <= -3 ? 0 : x <= 3 ? x * (x + 3) / 6 : x, x => x <= -3 ? 0 : x <= 3 ? (2 * x + 3) / 6 : 1, -3, 3);

    public static IScalarActivation SparsePlus() => new ScalarFunction(
        x => x <= -1 ? 0 : x <= 1 ? (x + 1) * (x + 1) / 4 : x, x => x <= -1 ? 0 : x <= 1 ? (x + 1) / 2 : 1, -1, 1);

    /// <summary>x − tanh x for small x by its series (Abramowitz and Stegun 4.5.64), where the difference would keep few digits.</summary>
    private static double CubeOfShrink(double x)
    {
        var z = x * x;
        return x * z * (1.0 / 3 + z * (-2.0 / 15 + z * (17.0 / 315 + z * (-62.0 / 2835 + z * (1382.0 / 155925
            + z * (-21844.0 / 6081075 + z * (929569.0 / 638512875 + z * (-6404582.0 / 10854718875
            + z * (443861162.0 / 1856156927625)))))))));
    }

    private static IScalarActivation Bent(double scale, double alpha, double rate) => new JointFunction(x =>
    {
        if (x > 0)
        {
            return (scale * x, scale);
        }

        var curve = Expm1(rate * x);
        return (scale * alpha * curve, scale * alpha * rate * (curve < -0.5 ? Exp(rate * x) : curve + 1));
    }, 0);

    /// <summary>σ(x) and σ(−x), both relatively accurate.</summary>
    private static (double Above, double Below) Sides(double x)
    {
        var e = Exp(-Math.Abs(x));
        var (large, small) = (1 / (1 + e), e / (1 + e));
        return x < 0 ? (small, large) : (large, small);
    }

    /// <summary>tanh x and its slope 4 σ(2x) σ(−2x).</summary>
    private static (double Value, double Slope) TanhBoth(double x)
    {
        if (Math.Abs(x) < 1)
        {
            var value = Numerics.Elementary.Tanh(x);
            return (value, 1 - value * value);
        }

        var (above, below) = Sides(2 * x);
        return (above - below, 4 * above * below);
    }
}
