namespace FanIn.Runtime.Numerics;

/// <summary>
/// The functions of the YAML's formulas. Generated code calls them, so that the bits of an initialiser's numbers
/// are the run's and not those of the machine that compiled it. None depends on the C library.
/// </summary>
public static class Formula
{
    /// <summary>π, rounded.</summary>
    public const double Pi = Math.PI;

    /// <summary>Square root, correctly rounded; NaN below 0.</summary>
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <summary>eˣ: <see cref="Functions.Exp"/>.</summary>
    public static double Exp(double x) => Functions.Exp(new Lane<double>(x)).Value;

    /// <summary>Natural logarithm: <see cref="Functions.Log"/>; −∞ for 0, NaN below.</summary>
    public static double Log(double x) => Functions.Log(new Lane<double>(x)).Value;

    /// <summary>eˣ − 1: <see cref="Functions.Expm1"/>.</summary>
    public static double Expm1(double x) => Functions.Expm1(new Lane<double>(x)).Value;

    /// <summary>ln(1 + x): <see cref="Functions.Log1p"/>.</summary>
    public static double Log1p(double x) => Functions.Log1p(new Lane<double>(x)).Value;

    /// <summary>1 / (1 + e⁻ˣ): <see cref="Functions.Sigmoid"/>.</summary>
    public static double Sigmoid(double x) => Functions.Sigmoid(new Lane<double>(x)).Value;

    /// <summary>Hyperbolic tangent: <see cref="Functions.Tanh"/>.</summary>
    public static double Tanh(double x) => Functions.Tanh(new Lane<double>(x)).Value;

    /// <summary>Error function: <see cref="Functions.Erf"/>.</summary>
    public static double Erf(double x) => Functions.Erf(new Lane<double>(x)).Value;

    /// <summary>ln(1 + eˣ): <see cref="Functions.Softplus{TVector}(TVector)"/>.</summary>
    public static double Softplus(double x) => Functions.Softplus(new Lane<double>(x)).Value;

    /// <summary>Sine: <see cref="Functions.SinCos"/>.</summary>
    public static double Sin(double x) => Functions.SinCos(new Lane<double>(x), out _).Value;

    /// <summary>Cosine: <see cref="Functions.SinCos"/>.</summary>
    public static double Cos(double x)
    {
        Functions.SinCos(new Lane<double>(x), out var cos);
        return cos.Value;
    }

    /// <summary>Magnitude.</summary>
    public static double Abs(double x) => Math.Abs(x);

    /// <summary>The smaller of two; NaN if either is.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <summary>The larger of two; NaN if either is.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <summary>
    /// xʸ, computed to some 100 bits as e^(y ln x) and rounded: at most 0.501 ulp, exact where the result has 53 bits. Special values as
    /// IEEE 754's <c>pow</c>: 1 for y = 0 or x = 1, NaN for x &lt; 0 and a y that is no integer.
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        if (x < 0 && double.IsFinite(x) && double.IsFinite(y) && !double.IsInteger(y))
            return double.NaN;

        var magnitude = PowOfMagnitude(Math.Abs(x), y);
        return double.IsNegative(x) && double.IsOddInteger(y) ? -magnitude : magnitude;
    }

    /// <summary><see cref="Pow"/> for x ≥ 0.</summary>
    private static double PowOfMagnitude(double x, double y)
    {
        if (x == 1)
            return 1;
        if (x == 0 || double.IsInfinity(x) || double.IsInfinity(y))
            return x > 1 == y > 0 ? double.PositiveInfinity : 0;

        var log = DoubleDouble.Log(x);
        var estimate = y * log.High;
        if (Math.Abs(estimate) > 800)       // e⁷¹⁰ is infinite, e⁻⁷⁴⁶ is 0
            return estimate > 0 ? double.PositiveInfinity : 0;

        var (mantissa, exponent) = DoubleDouble.ExpParts(y * log);
        return Math.ScaleB(mantissa.High, exponent);
    }
}
