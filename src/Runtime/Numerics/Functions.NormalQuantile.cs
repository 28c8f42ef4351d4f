using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// The normal distribution's quantile Φ⁻¹(p): −∞ for 0, ∞ for 1, NaN outside of [0, 1]; odd about ½. Error at most 3 ulp for
    /// |p − ½| ≤ 0.425 and for p below; above, what 1 − p has lost is added. For <see cref="double"/>
    /// lanes: its polynomials have no shorter form. Wichura 1988, Algorithm AS 241 (PPND16), Applied Statistics 37 (3), 477–484.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalQuantile<TVector>(TVector p)
        where TVector : struct, IVector<TVector>
    {
        var half = TVector.Constant(0.5);
        var q = p - half;
        var centre = q * QuantileCentre(TVector.Constant(0.180625) - (q * q));

        var tail = TVector.Min(TVector.Constant(1) - p, p);
        var r = TVector.Sqrt(-Log(tail));
        var near = QuantileNearTail(r - TVector.Constant(1.6));
        var far = QuantileFarTail(r - TVector.Constant(5));
        var magnitude = TVector.Select(TVector.LessThan(TVector.Constant(5), r), far, near);
        magnitude = TVector.Select(TVector.Equal(tail, TVector.Constant(0)), TVector.Constant(double.PositiveInfinity), magnitude);
        var outer = magnitude ^ (q & SignBit<TVector>());
        return TVector.Select(TVector.LessThan(TVector.Constant(0.425), TVector.Abs(q)), outer, centre);
    }

    /// <summary>Φ⁻¹(½ + q) / q for r = 0.425² − q² ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector QuantileCentre<TVector>(TVector r)
        where TVector : struct, IVector<TVector>
    {
        var p = MultiplyAdd(TVector.Constant(2509.0809287301227), r, 33430.57558358813);
        p = MultiplyAdd(p, r, 67265.7709270087);
        p = MultiplyAdd(p, r, 45921.95393154987);
        p = MultiplyAdd(p, r, 13731.69376550946);
        p = MultiplyAdd(p, r, 1971.5909503065513);
        p = MultiplyAdd(p, r, 133.14166789178438);
        p = MultiplyAdd(p, r, 3.3871328727963665);
        var q = MultiplyAdd(TVector.Constant(5226.495278852854), r, 28729.085735721943);
        q = MultiplyAdd(q, r, 39307.89580009271);
        q = MultiplyAdd(q, r, 21213.794301586597);
        q = MultiplyAdd(q, r, 5394.196021424751);
        q = MultiplyAdd(q, r, 687.1870074920579);
        q = MultiplyAdd(q, r, 42.31333070160091);
        q = MultiplyAdd(q, r, 1.0);
        return p / q;
    }

    /// <summary>−Φ⁻¹(e^(−s²)) for r = s − 1.6, s ≤ 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector QuantileNearTail<TVector>(TVector r)
        where TVector : struct, IVector<TVector>
    {
        var p = MultiplyAdd(TVector.Constant(0.0007745450142783414), r, 0.022723844989269184);
        p = MultiplyAdd(p, r, 0.2417807251774506);
        p = MultiplyAdd(p, r, 1.2704582524523684);
        p = MultiplyAdd(p, r, 3.6478483247632045);
        p = MultiplyAdd(p, r, 5.769497221460691);
        p = MultiplyAdd(p, r, 4.630337846156546);
        p = MultiplyAdd(p, r, 1.4234371107496835);
        var q = MultiplyAdd(TVector.Constant(1.0507500716444169e-09), r, 0.0005475938084995345);
        q = MultiplyAdd(q, r, 0.015198666563616457);
        q = MultiplyAdd(q, r, 0.14810397642748008);
        q = MultiplyAdd(q, r, 0.6897673349851);
        q = MultiplyAdd(q, r, 1.6763848301838038);
        q = MultiplyAdd(q, r, 2.053191626637759);
        q = MultiplyAdd(q, r, 1.0);
        return p / q;
    }

    /// <summary>−Φ⁻¹(e^(−s²)) for r = s − 5, 5 &lt; s &lt; 27.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector QuantileFarTail<TVector>(TVector r)
        where TVector : struct, IVector<TVector>
    {
        var p = MultiplyAdd(TVector.Constant(2.0103343992922881e-07), r, 2.7115555687434876e-05);
        p = MultiplyAdd(p, r, 0.0012426609473880784);
        p = MultiplyAdd(p, r, 0.026532189526576124);
        p = MultiplyAdd(p, r, 0.29656057182850487);
        p = MultiplyAdd(p, r, 1.7848265399172913);
        p = MultiplyAdd(p, r, 5.463784911164114);
        p = MultiplyAdd(p, r, 6.657904643501103);
        var q = MultiplyAdd(TVector.Constant(2.0442631033899397e-15), r, 1.421511758316446e-07);
        q = MultiplyAdd(q, r, 1.8463183175100548e-05);
        q = MultiplyAdd(q, r, 0.0007868691311456133);
        q = MultiplyAdd(q, r, 0.014875361290850615);
        q = MultiplyAdd(q, r, 0.1369298809227358);
        q = MultiplyAdd(q, r, 0.599832206555888);
        q = MultiplyAdd(q, r, 1.0);
        return p / q;
    }
}
