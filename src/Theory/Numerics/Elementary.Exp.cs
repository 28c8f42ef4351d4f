using System.Runtime.CompilerServices;

namespace FanIn.Theory.Numerics;

public static partial class Elementary
{
    private const double LogOfLargest = 709.782712893384;
    private const double LogOfSmallest = -745.1332191019412;

    /// <summary>eˣ; ∞ and 0 where it over- and underflows, NaN for NaN. At most 1 ulp (fdlibm, e_exp.c).</summary>
    [MethodImpl(Compile.AtOnce)]
    public static double Exp(double x)
    {
        if (!(x <= LogOfLargest))
        {
            return x > LogOfLargest ? double.PositiveInfinity : x;
        }

        if (x < LogOfSmallest)
        {
            return 0;
        }

        var k = Nearest(x * 1.4426950408889634);
        var high = x - k * Ln2High;
        var low = k * Ln2Low;
        var r = high - low;
        var t = r * r;
        var c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03
            + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        var y = 1 - (low - r * c / (2 - c) - high);
        return k < -1021 ? Scale(y, k + 1000) * 9.332636185032189e-302
            : k > 1023 ? Scale(y, k - 1) * 2
            : Scale(y, k);
    }

    /// <summary>eˣ − 1, relatively accurate also for small x. At most 1 ulp (fdlibm, s_expm1.c).</summary>
    [MethodImpl(Compile.AtOnce)]
    public static double Expm1(double x)
    {
        if (!(x > -40 && x < 700))
        {
            return x <= -40 ? -1 : Exp(x);
        }

        if (Math.Abs(x) < 5.5e-17)
        {
            return x;
        }

        var k = Math.Abs(x) < 0.34657359027997264 ? 0 : Nearest(x * 1.4426950408889634);
        var high = x - k * Ln2High;
        var low = k * Ln2Low;
        var r = high - low;
        var c = high - r - low;
        var half = 0.5 * r;
        var hx = r * half;
        var r1 = 1 + hx * (-3.33333333333331316428e-02 + hx * (1.58730158725481460165e-03
            + hx * (-7.93650757867487942473e-05 + hx * (4.00821782732936239552e-06 + hx * -2.01099218183624371326e-07))));
        var t = 3 - r1 * half;
        var e = hx * ((r1 - t) / (6 - r * t));
        if (k == 0)
        {
            return r - (r * e - hx);
        }

        e = r * (e - c) - c - hx;
        return k switch
        {
            -1 => 0.5 * (r - e) - 0.5,
            1 => r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e),
            < -1 or > 56 => Scale(1 - (e - r), k) - 1,
            < 20 => Scale(1 - Scale(1, -k) - (e - r), k),
            _ => Scale(r - (e + Scale(1, -k)) + 1, k),
        };
    }

    /// <summary>tanh x; odd. At most 2 ulp.</summary>
    public static double Tanh(double x)
    {
        var a = Math.Abs(x);
        if (!(a < 22))
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        if (a < 1)
        {
            var t = Expm1(-2 * x);
            return -t / (t + 2);
        }

        var magnitude = 1 - 2 / (Expm1(2 * a) + 2);
        return x < 0 ? -magnitude : magnitude;
    }

    /// <summary>1 / (1 + e⁻ˣ), relatively accurate also far below 0. At most 3 ulp.</summary>
    public static double Sigmoid(double x)
    {
        var e = Exp(-Math.Abs(x));
        return x < 0 ? e / (1 + e) : 1 / (1 + e);
    }
}
