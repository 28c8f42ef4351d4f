using static FanIn.Theory.Numerics.Elementary;

namespace FanIn.Theory.Activations;

/// <summary>The smooth activations of the literature, and those with one bend, as formulas over <see cref="Numerics.Elementary"/>.</summary>
internal static class SmoothFunctions
{
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    public static IScalarActivation Sigmoid() => new ScalarFunction(Numerics.Elementary.Sigmoid, SigmoidSlope);

    public static IScalarActivation LogSigmoid() => new ScalarFunction(
        x => -Numerics.Elementary.Softplus(-x), x => Numerics.Elementary.Sigmoid(-x));

    public static IScalarActivation Tanh() => new ScalarFunction(Numerics.Elementary.Tanh, TanhSlope);

    public static IScalarActivation LecunTanh() => new ScalarFunction(
        x => 1.7159 * Numerics.Elementary.Tanh(x * (2.0 / 3)), x => 1.7159 * (2.0 / 3) * TanhSlope(x * (2.0 / 3)));

    public static IScalarActivation TanhShrink() => new ScalarFunction(
        x => x - Numerics.Elementary.Tanh(x), x => Numerics.Elementary.Tanh(x) * Numerics.Elementary.Tanh(x));

    public static IScalarActivation Erf() => new ScalarFunction(Numerics.Elementary.Erf, x => TwoOverSqrtPi * Exp(-x * x));

    public static IScalarActivation Sin() => new ScalarFunction(Numerics.Elementary.Sin, Cos);

    public static IScalarActivation Exponential() => new ScalarFunction(Exp, Exp);

    public static IScalarActivation Gelu() => new ScalarFunction(
        x => x * NormalCdf(x), x => NormalCdf(x) + x * InverseSqrt2Pi * Exp(-0.5 * x * x));

    public static IScalarActivation GeluTanh() => new ScalarFunction(
        x => 0.5 * x * (1 + Numerics.Elementary.Tanh(GeluTanhArgument(x))),
        x => 0.5 * (1 + Numerics.Elementary.Tanh(GeluTanhArgument(x)))
            + 0.5 * x * TanhSlope(GeluTanhArgument(x)) * SqrtTwoOverPi * (1 + 3 * 0.044715 * x * x));

    public static IScalarActivation Silu(double beta = 1) => new ScalarFunction(
        x => x * Numerics.Elementary.Sigmoid(beta * x),
        x => Numerics.Elementary.Sigmoid(beta * x) + beta * x * SigmoidSlope(beta * x));

    public static IScalarActivation Mish() => new ScalarFunction(
        x => x * Numerics.Elementary.Tanh(Numerics.Elementary.Softplus(x)),
        x => Numerics.Elementary.Tanh(Numerics.Elementary.Softplus(x))
            + x * Numerics.Elementary.Sigmoid(x) * TanhSlope(Numerics.Elementary.Softplus(x)));

    public static IScalarActivation Softplus(double beta) => new ScalarFunction(
        x => Numerics.Elementary.Softplus(beta * x) / beta, x => Numerics.Elementary.Sigmoid(beta * x));

    public static IScalarActivation Softsign() => new ScalarFunction(
        x => x / (1 + Math.Abs(x)), x => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x))), 0);

    public static IScalarActivation Squareplus(double b) => new ScalarFunction(
        x => (x + Math.Sqrt(x * x + b)) / 2, x => (1 + x / Math.Sqrt(x * x + b)) / 2);

    public static IScalarActivation Elu(double alpha) => Bent(1, alpha, 1);

    public static IScalarActivation Celu(double alpha) => Bent(1, alpha, 1 / alpha);

    public static IScalarActivation Selu() => Bent(SeluScale, SeluAlpha, 1);

    public static IScalarActivation HardSwish() => new ScalarFunction(
        x => x <= -3 ? 0 : x <= 3 ? x * (x + 3) / 6 : x, x => x <= -3 ? 0 : x <= 3 ? (2 * x + 3) / 6 : 1, -3, 3);

    public static IScalarActivation SparsePlus() => new ScalarFunction(
        x => x <= -1 ? 0 : x <= 1 ? (x + 1) * (x + 1) / 4 : x, x => x <= -1 ? 0 : x <= 1 ? (x + 1) / 2 : 1, -1, 1);

    private static IScalarActivation Bent(double scale, double alpha, double rate) => new ScalarFunction(
        x => x <= 0 ? scale * alpha * Expm1(rate * x) : scale * x, x => x <= 0 ? scale * alpha * rate * Exp(rate * x) : scale, 0);

    private static double SigmoidSlope(double x) => Numerics.Elementary.Sigmoid(x) * Numerics.Elementary.Sigmoid(-x);

    private static double TanhSlope(double x) => 4 * SigmoidSlope(2 * x);

    private static double GeluTanhArgument(double x) => SqrtTwoOverPi * (x + 0.044715 * x * x * x);
}
