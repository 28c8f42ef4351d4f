using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// ln(1 + x), relatively accurate also for small x: −0 for −0, x itself for tiny x; −∞ for −1, NaN below. Error at most 3.0 ulp
    /// (<see cref="double"/>), 3.0 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // ln(u + c) = ln u + c / u with u + c = 1 + x exactly (Knuth's two-sum) and c below half an ulp of u.
        var one = TVector.Constant(1);
        var u = one + x;
        var t = u - x;
        var c = (one - t) + (x - (u - t));
        var log = LogOfNormal(u) + (c / u);

        log = TVector.Select(TVector.LessThan(x, TVector.Constant(double.PositiveInfinity)), log, x);          // ∞, NaN
        log = TVector.Select(TVector.LessThan(x, -one), TVector.Constant(double.NaN), log);
        log = TVector.Select(TVector.Equal(x, -one), TVector.Constant(double.NegativeInfinity), log);
        return log | x & SignBit<TVector>();
    }
}
