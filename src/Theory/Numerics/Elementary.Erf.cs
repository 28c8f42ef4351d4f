using System.Runtime.CompilerServices;

namespace FanIn.Theory.Numerics;

public static partial class Elementary
{
    /// <summary>2/√π ∫₀ˣ e^(−t²) dt; odd. At most 2 ulp.</summary>
    public static double Erf(double x)
    {
        var a = Math.Abs(x);
        if (a < 1)
        {
            return x + x * ErfSeries(x * x);
        }

        var magnitude = a < 6 ? 1 - ExpMinusSquare(a) * ScaledErfcOfLarge(a) : 1;
        return double.IsNaN(x) ? x : x < 0 ? -magnitude : magnitude;
    }

    /// <summary>1 − erf x, relatively accurate far above 0. At most 8 ulp.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static double Erfc(double x)
    {
        if (!(x >= 0.5))
        {
            return 1 - Erf(x);
        }

        return x < 1 ? 0.5 - (x * ErfSeries(x * x) + (x - 0.5))
            : x < 27.3 ? ExpMinusSquare(x) * ScaledErfcOfLarge(x)
            : 0;
    }

    /// <summary>e^(x²) erfc x, which decays as 1/(x√π). At most 8 ulp for x ≥ 0.</summary>
    public static double Erfcx(double x) => x >= 1 ? ScaledErfcOfLarge(x) : Exp(x * x) * Erfc(x);

    /// <summary>e^(−x²), relatively accurate also for large x. At most 2 ulp.</summary>
    public static double ExpMinusSquare(double x) => ExpOfSquare(x, -1);

    /// <summary>e^(f·x²), x² taken in two parts so that its rounding does not count; f is a power of two.</summary>
    [MethodImpl(Compile.AtOnce)]
    private static double ExpOfSquare(double x, double factor)
    {
        var head = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & unchecked((long)0xFFFFFFFFF8000000UL));
        var product = Exp(factor * (head * head));
        return product == 0 ? 0 : product * (1 + Expm1(factor * ((x - head) * (x + head))));
    }

    /// <summary>erf(√z) / √z − 1 for 0 ≤ z &lt; 1.</summary>
    private static double ErfSeries(double z) =>
        0.12837916709551256 + z * (-0.37612638903183543 + z * (0.11283791670945006 + z * (-0.02686617064323777
            + z * (0.0052239776071164225 + z * (-0.0008548325975389692 + z * (0.00012055294904839707
            + z * (-1.492473690741966e-05 + z * (1.6447424703317362e-06 + z * (-1.6208483801871705e-07
            + z * (1.3720064546777686e-08 + z * -7.795898827002142e-10))))))))));

    /// <summary>e^(a²) erfc a for a ≥ 1.</summary>
    [MethodImpl(Compile.AtOnce)]
    private static double ScaledErfcOfLarge(double a)
    {
        if (a > 6)
        {
            // Laplace's continued fraction (Abramowitz and Stegun 7.1.14): 1/√π · 1/(a + ½/(a + 1/(a + 3⁄2/(a + …)))).
            var tail = a;
            for (var k = 24; k > 0; k--)
            {
                tail = a + 0.5 * k / tail;
            }

            return 0.5 * TwoOverSqrtPi / tail;
        }

        var t = (a - 2) / (a + 2);
        return 0.25539567631050575 + t * (-0.4271858474139579 + t * (0.24165819424246987 + t * (-0.07897858101585253
            + t * (0.00373289240349224 + t * (0.006997461747753573 + t * (-0.0008471431980760424
            + t * (-0.0009819773208131022 + t * (4.3554202452705896e-05 + t * (0.00017436697232946864
            + t * (2.754312818566672e-05 + t * (-2.7647305443610053e-05 + t * (-1.4067532694582058e-05
            + t * (1.820143195975009e-06 + t * 3.917059299925389e-06)))))))))))));
    }
}
