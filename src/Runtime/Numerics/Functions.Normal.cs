using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>
    /// e^(y²/2) Φ(−y) for y from 0 to <see cref="NormalTailEnd"/>, where Φ is the normal distribution function: its tail without the
    /// exponential.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ScaledNormalTail<TVector>(TVector y)
        where TVector : struct, IVector<TVector>
    {
        // d S(1 − d) with d = 2k / (y + k), which falls as the tail does.
        var k = TVector.Constant(TVector.IsDouble ? 5 : 4);
        var (sum, numerator) = (y + k, k + k);
        var d = numerator / sum;
        var tail = d * NormalTailSeries(TVector.Constant(1) - d);

        // That is the value at 2k/d − k, which rounding has moved away from y; the derivative is y times the function less 1/√(2π).
        var lost = TVector.FusedMultiplyAdd(-d, sum, numerator) - d * (y - (sum - k));
        var distance = lost * sum * TVector.Constant(TVector.IsDouble ? 0.1 : 0.125);
        return TVector.FusedMultiplyAdd(distance, TVector.Constant(InverseRootTwoPi) - y * tail, tail);
    }

    internal const double InverseRootTwoPi = 0.3989422804014327;

    /// <summary>From here on Φ(−y) is 0, also times y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector NormalTailEnd<TVector>()
        where TVector : struct, IVector<TVector> => TVector.Constant(TVector.IsDouble ? 39 : 14.6);

    /// <summary>e^(−y²/2) as two factors, see <see cref="ExpFactors{TVector}(TVector, out TVector)"/>; accurate for large y, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector BellFactors<TVector>(TVector y, out TVector last)
        where TVector : struct, IVector<TVector>
    {
        var exponent = Product(y, TVector.Constant(-0.5) * y, out var low);
        return ExpFactors(exponent, low, out last);
    }

    /// <summary>S of <see cref="ScaledNormalTail"/>, for −1 ≤ t &lt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector NormalTailSeries<TVector>(TVector t)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            var q = MultiplyAdd(TVector.Constant(2.012795349663767e-10), t, 7.174832471579198e-10);
            q = MultiplyAdd(q, t, -1.02047841412143e-09);
            q = MultiplyAdd(q, t, -6.5280380818149665e-09);
            q = MultiplyAdd(q, t, 4.3605070055458524e-09);
            q = MultiplyAdd(q, t, 4.3260282392767075e-08);
            q = MultiplyAdd(q, t, -3.377441614704521e-08);
            q = MultiplyAdd(q, t, -2.7689611930966286e-07);
            q = MultiplyAdd(q, t, 3.981499040622747e-07);
            q = MultiplyAdd(q, t, 1.6681081803529537e-06);
            q = MultiplyAdd(q, t, -4.976301656282317e-06);
            q = MultiplyAdd(q, t, -5.937568499355548e-06);
            q = MultiplyAdd(q, t, 5.448991082558749e-05);
            q = MultiplyAdd(q, t, -7.978694082942074e-05);
            q = MultiplyAdd(q, t, -0.0002993376776159114);
            q = MultiplyAdd(q, t, 0.0020795066801297716);
            q = MultiplyAdd(q, t, -0.006911863870590897);
            q = MultiplyAdd(q, t, 0.016502036617027233);
            q = MultiplyAdd(q, t, -0.03135331566713172);
            q = MultiplyAdd(q, t, 0.04953056159699804);
            q = MultiplyAdd(q, t, -0.06653825028900566);
            q = MultiplyAdd(q, t, 0.07691930497500629);
            return q;
        }
        else
        {
            var q = MultiplyAdd(TVector.Constant(-1.6412777767982334e-05), t, 2.231783582828939e-05);
            q = MultiplyAdd(q, t, 0.00019574558245949447);
            q = MultiplyAdd(q, t, -0.0004392770060803741);
            q = MultiplyAdd(q, t, -0.0009403906296938658);
            q = MultiplyAdd(q, t, 0.0075506241992115974);
            q = MultiplyAdd(q, t, -0.02331547811627388);
            q = MultiplyAdd(q, t, 0.04839208722114563);
            q = MultiplyAdd(q, t, -0.0759870707988739);
            q = MultiplyAdd(q, t, 0.09441064298152924);
            return q;
        }
    }
}
