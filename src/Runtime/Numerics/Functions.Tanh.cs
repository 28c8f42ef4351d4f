using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// Hyperbolic tangent, in [−1, 1]; odd to the bit, −0 for −0, x itself for tiny x.
    /// Error at most 2.60 ulp (<see cref="double"/>), 2.50 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // tanh |x| = d / (2 − d) with d = 1 − e^(−2|x|) = (1 − 2ⁿ) − 2ⁿ (eʳ − 1); it is 1 from 19.1 (9.1) on.
        var magnitude = TVector.Min(TVector.Constant(TVector.IsDouble ? 20 : 10), TVector.Abs(x));
        var p = ReduceToExpm1(magnitude * TVector.Constant(-2), out _, out var shifted);
        var minusScale = TVector.AddBits(ToExponent(shifted), TVector.Constant(-1));
        var d = TVector.FusedMultiplyAdd(minusScale, p, TVector.Constant(1) + minusScale);
        return d / (TVector.Constant(2) - d) | x & SignBit<TVector>();
    }
}
