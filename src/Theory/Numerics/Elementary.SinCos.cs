namespace FanIn.Theory.Numerics;

public static partial class Elementary
{
    /// <summary>sin x for |x| ≤ 2²⁰; beyond, fewer and fewer digits are right; NaN for ±∞. At most 1 ulp (fdlibm, k_sin.c).</summary>
    public static double Sin(double x) => OfQuadrant(x, 0);

    /// <summary>cos x for |x| ≤ 2²⁰; beyond, fewer and fewer digits are right; NaN for ±∞. At most 1 ulp (fdlibm, k_cos.c).</summary>
    public static double Cos(double x) => OfQuadrant(x, 1);

    /// <summary>sin(x + quarter·π/2).</summary>
    private static double OfQuadrant(double x, int quarter)
    {
        if (!(Math.Abs(x) < 1e15))
        {
            return double.NaN;
        }

        // x = n π/2 + r + rest with |r| ≤ π/4, π/2 in three parts (fdlibm, e_rem_pio2.c).
        var n = Math.Floor(x * 0.63661977236758134308 + 0.5);
        var first = x - n * 1.57079632673412561417e+00;
        var w = n * 6.07710050630396597660e-11;
        var second = first - w;
        w = n * 2.02226624879595063154e-21 - (first - second - w);
        var r = second - w;
        var rest = second - r - w;
        return (((long)n + quarter) & 3) switch
        {
            0 => SinKernel(r, rest),
            1 => CosKernel(r, rest),
            2 => -SinKernel(r, rest),
            _ => -CosKernel(r, rest),
        };
    }

    private static double SinKernel(double x, double rest)
    {
        var z = x * x;
        var v = z * x;
        var r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06
            + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x - (z * (0.5 * rest - v * r) - rest - v * -1.66666666666666324348e-01);
    }

    private static double CosKernel(double x, double rest)
    {
        var z = x * x;
        var r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        var h = 0.5 * z;
        var w = 1 - h;
        return w + (1 - w - h + (z * r - x * rest));
    }
}
