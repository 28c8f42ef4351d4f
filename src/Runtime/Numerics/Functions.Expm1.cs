using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// eˣ − 1, relatively accurate also for small x; −0 for −0, x itself for tiny x. Overflow gives ∞. Error at most 3.0 ulp
    /// (<see cref="double"/>), 3.0 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // Below the low end the result is −1; above the high end it is infinite.
        var t = TVector.Max(TVector.Constant(TVector.IsDouble ? -50 : -30), x);
        t = TVector.Min(TVector.Constant(TVector.IsDouble ? 710 : 89), t);
        var p = ReduceToExpm1(t, out var n, out _);

        // 2ⁿ (p + 1) − 1 = 2ⁿ⁻ʰ (2ʰ p + (2ʰ − 2ʰ⁻ⁿ)) with h = n/2 rounded, as in Exp; for n = 0 it is p itself.
        var rounder = Rounder<TVector>();
        var one = TVector.Constant(1);
        var half = TVector.FusedMultiplyAdd(n, TVector.Constant(0.5), rounder);
        var rest = n - (half - rounder);
        var first = TVector.AddBits(ToExponent(half), one);
        var second = TVector.AddBits(ToExponent(rounder + rest), one);
        var inverse = TVector.AddBits(ToExponent(rounder - rest), one);
        return TVector.FusedMultiplyAdd(first, p, first - inverse) * second | x & SignBit<TVector>();
    }
}
