namespace FanIn.Theory.Numerics;

/// <summary>
/// Elementary functions in plain <see cref="double"/> arithmetic: additions, multiplications, divisions, square roots and bits, never the
/// platform's library and no fused operations. So a prediction is the same on every machine, in the compiler and in a run. The largest
/// error stands with each function, in units in the last place.
/// </summary>
public static partial class Elementary
{
    // ln 2 in two parts, the first with 20 zeros at its end: k times it is exact (fdlibm, e_exp.c).
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>1/√2.</summary>
    internal const double InverseSqrt2 = 0.70710678118654752440;

    /// <summary>1/√(2π).</summary>
    internal const double InverseSqrt2Pi = 0.39894228040143267794;

    /// <summary>√(2/π).</summary>
    internal const double SqrtTwoOverPi = 0.79788456080286535588;

    /// <summary>2/√π.</summary>
    internal const double TwoOverSqrtPi = 1.12837916709551257390;

    /// <summary>x·2ᵏ for normal results.</summary>
    private static double Scale(double x, int k) => x * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);

    /// <summary>The integer nearest to x.</summary>
    private static int Nearest(double x) => (int)(x < 0 ? x - 0.5 : x + 0.5);
}
