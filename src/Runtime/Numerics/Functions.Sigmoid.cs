using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// 1 / (1 + e⁻ˣ), in [0, 1]; subnormal, then 0, where eˣ is. Error at most 2.25 ulp (<see cref="double"/>), 2.49 (<see cref="float"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // Above the low end's mirror image 1 is near enough; below the high end's the result is 0.
        var t = TVector.Max(TVector.Constant(TVector.IsDouble ? -708 : -87), -x);
        t = TVector.Min(TVector.Constant(TVector.IsDouble ? 746 : 105), t);
        var p = ReduceToExpm1(t, out _, out var shifted);

        // Where eᵗ would overflow, numerator and denominator are both taken 2⁻⁶⁰⁰ (2⁻⁹⁶) times: the quotient is rounded once, gradually.
        var huge = TVector.LessThan(TVector.Constant(TVector.IsDouble ? 600 : 60), t);
        var exponent = TVector.AddBits(shifted, huge & TVector.Bits(TVector.IsDouble ? unchecked((ulong)-600) : unchecked((uint)-96)));
        var one = TVector.Select(huge, TVector.Constant(TVector.IsDouble ? TwoToMinus600 : TwoToMinus96), TVector.Constant(1));
        var scale = TVector.AddBits(ToExponent(exponent), TVector.Constant(1));
        return one / (one + TVector.FusedMultiplyAdd(scale, p, scale));
    }

    private const double TwoToMinus600 = 2.409919865102884e-181;
    private const double TwoToMinus96 = 1.262177448353619e-29;
}
