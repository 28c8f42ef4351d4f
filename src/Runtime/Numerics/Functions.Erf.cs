using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// The error function 2/√π ∫₀ˣ e^(−t²) dt, in [−1, 1]; odd to the bit. Error at most 3.0 ulp (<see cref="double"/>), 3.0
    /// (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // erf is 1 from 5.93 (3.92) on. Below 1 it is a + a P(a²); above, 1 − e^(−a²) Q, where the rounding of a² no longer counts.
        var a = TVector.Min(TVector.Constant(TVector.IsDouble ? 6 : 4), TVector.Abs(x));
        var square = a * a;
        var small = TVector.FusedMultiplyAdd(a, ErfSeries(square), a);

        var p = ReduceToExpm1(-square, out _, out var shifted);
        var one = TVector.Constant(1);
        var minusScale = TVector.AddBits(ToExponent(shifted), -one);
        var two = TVector.Constant(2);
        var scaled = ScaledErfc((a - two) / (a + two));
        var large = TVector.FusedMultiplyAdd(TVector.FusedMultiplyAdd(minusScale, p, minusScale), scaled, one);
        return TVector.Select(TVector.LessThan(a, one), small, large) | x & SignBit<TVector>();
    }

    /// <summary>erf(√z) / √z − 1 for 0 ≤ z &lt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ErfSeries<TVector>(TVector z)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            var q = MultiplyAdd(TVector.Constant(-7.795898827002142e-10), z, 1.3720064546777686e-08);
            q = MultiplyAdd(q, z, -1.6208483801871705e-07);
            q = MultiplyAdd(q, z, 1.6447424703317362e-06);
            q = MultiplyAdd(q, z, -1.492473690741966e-05);
            q = MultiplyAdd(q, z, 0.00012055294904839707);
            q = MultiplyAdd(q, z, -0.0008548325975389692);
            q = MultiplyAdd(q, z, 0.0052239776071164225);
            q = MultiplyAdd(q, z, -0.02686617064323777);
            q = MultiplyAdd(q, z, 0.11283791670945006);
            q = MultiplyAdd(q, z, -0.37612638903183543);
            q = MultiplyAdd(q, z, 0.12837916709551256);
            return q;
        }
        else
        {
            var q = MultiplyAdd(TVector.Constant(7.875874871388078e-05), z, -0.000801686430349946);
            q = MultiplyAdd(q, z, 0.005189087241888046);
            q = MultiplyAdd(q, z, -0.02685421146452427);
            q = MultiplyAdd(q, z, 0.11283594369888306);
            q = MultiplyAdd(q, z, -0.3761262595653534);
            q = MultiplyAdd(q, z, 0.12837916612625122);
            return q;
        }
    }

    /// <summary>e^(a²) erfc a for t = (a − 2) / (a + 2), 1 ≤ a ≤ 6 (4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ScaledErfc<TVector>(TVector t)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            var q = MultiplyAdd(TVector.Constant(3.917059299925389e-06), t, 1.820143195975009e-06);
            q = MultiplyAdd(q, t, -1.4067532694582058e-05);
            q = MultiplyAdd(q, t, -2.7647305443610053e-05);
            q = MultiplyAdd(q, t, 2.754312818566672e-05);
            q = MultiplyAdd(q, t, 0.00017436697232946864);
            q = MultiplyAdd(q, t, 4.3554202452705896e-05);
            q = MultiplyAdd(q, t, -0.0009819773208131022);
            q = MultiplyAdd(q, t, -0.0008471431980760424);
            q = MultiplyAdd(q, t, 0.006997461747753573);
            q = MultiplyAdd(q, t, 0.00373289240349224);
            q = MultiplyAdd(q, t, -0.07897858101585253);
            q = MultiplyAdd(q, t, 0.24165819424246987);
            q = MultiplyAdd(q, t, -0.4271858474139579);
            q = MultiplyAdd(q, t, 0.25539567631050575);
            return q;
        }
        else
        {
            var q = MultiplyAdd(TVector.Constant(-0.0009441596339456737), t, -0.0008365899557247758);
            q = MultiplyAdd(q, t, 0.006994855590164661);
            q = MultiplyAdd(q, t, 0.003732141340151429);
            q = MultiplyAdd(q, t, -0.0789785236120224);
            q = MultiplyAdd(q, t, 0.24165821075439453);
            q = MultiplyAdd(q, t, -0.4271858334541321);
            q = MultiplyAdd(q, t, 0.25539568066596985);
            return q;
        }
    }
}
