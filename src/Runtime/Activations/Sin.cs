using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = sin x, in radians; the SIREN of Sitzmann et al. 2020 scales the weights. For |x| ≤ 2²⁰ the error is at most 1.50 ulp (1.81
/// in <see cref="float"/>), of φ′ as much; beyond, fewer and fewer digits are right, and from 2⁴⁵ on (2²⁰ in <see cref="float"/>) both
/// stay what they are there. NaN for ±∞.
/// </summary>
public readonly struct Sin : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Symmetric;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var sin = Functions.SinCos(Clamp(x), out _);
        return TVector.Select(IsInfinite(x), TVector.Constant(double.NaN), sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        Functions.SinCos(Clamp(x), out var cos);
        return TVector.Select(IsInfinite(x), TVector.Constant(double.NaN), cos);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Clamp<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var end = TVector.Constant(TVector.IsDouble ? 35184372088832 : 1048576);
        return TVector.Min(end, TVector.Max(-end, x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IsInfinite<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Equal(TVector.Abs(x), TVector.Constant(double.PositiveInfinity));
}
