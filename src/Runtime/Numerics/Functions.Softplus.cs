using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// ln(1 + eˣ), at least 0 and x; relatively accurate also far to the left, where it is eˣ and then 0. Error at most 1.9 ulp
    /// (<see cref="double"/>), 1.8 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Softplus(x, TVector.Constant(0));

    /// <summary><see cref="Softplus{TVector}(TVector)"/> of x + low, for a low that x has lost by rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Softplus<TVector>(TVector x, TVector low)
        where TVector : struct, IVector<TVector>
    {
        // max(0, x) + ln(1 + e^(−|x|)). To the right low does not matter, not even with the wrong sign.
        var first = ExpFactors(-TVector.Abs(x), low, out var last);
        return TVector.Max(TVector.Constant(0), x) + Log1p(first * last);
    }
}
