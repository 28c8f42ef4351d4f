using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// Where an activation is saturated: (−∞, Low] and [High, ∞) are the largest rays on which |φ′| stays below <see cref="Share"/> of its
/// supremum and dies out. Found on φ′ as it runs, for every activation alike; the search takes the same steps everywhere.
/// </summary>
/// <param name="Low">t₋; −∞ where there is no lower ray, NaN where saturation is not defined.</param>
/// <param name="High">t₊; +∞ or NaN likewise.</param>
internal readonly record struct SaturationRays(double Low, double High)
{
    /// <summary>Of sup |φ′|.</summary>
    public const double Share = 0.05;

    /// <summary>A slope that is still above this share of the supremum at the far end is a leak, and no ray of saturation.</summary>
    private const double Leak = 1e-3;

    /// <summary>The far end.</summary>
    private const double Far = 1 << 20;

    /// <summary>By how much |φ′| may grow over the last doubling before it counts as unbounded.</summary>
    private const double Growth = 1.005;

    private const int FinePoints = 2048;        // steps of 1/64 up to 32
    private const int CoarsePoints = 15 * 64;   // then 64 a doubling

    private const int Points = FinePoints + CoarsePoints;

    private static SaturationRays None => new(double.NegativeInfinity, double.PositiveInfinity);

    private static SaturationRays Undefined => new(double.NaN, double.NaN);

    /// <summary>
    /// The rays of φ. Not defined where sup |φ′| is infinite, nor where the flat part lies in the middle (soft_shrink, tanh_shrink). A ray
    /// on which φ is exactly 0 switches a unit off (ReLU) and is left to the count of inactive elements, unless the other end mirrors it.
    /// </summary>
    public static SaturationRays Of<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        var supremum = Supremum(activation);
        if (!double.IsFinite(supremum))
            return Undefined;
        var limit = Share * supremum;
        var (high, low) = (RayOf(activation, 1, supremum), -RayOf(activation, -1, supremum));
        if (double.IsInfinity(high) && double.IsInfinity(low))
            return Math.Max(Slope(activation, 1 / Far), Slope(activation, -1 / Far)) < limit ? Undefined : None;
        if (Math.Abs(high + low) <= 1e-12 * high)
            return new(low, high);
        return new(
            IsOff(activation, low, -Far) ? double.NegativeInfinity : low,
            IsOff(activation, high, Far) ? double.PositiveInfinity : high);
    }

    private static double Slope<TActivation>(TActivation activation, double x)
        where TActivation : struct, IActivation => Math.Abs(activation.Derivative(new Lane<double>(x)).Value);

    /// <summary>A point of the grid on one side: 0, steps of 1/64 up to 32, then 64 steps a doubling up to <see cref="Far"/>.</summary>
    private static double Point(int index)
    {
        if (index <= FinePoints)
            return index / 64.0;
        var (doubling, step) = Math.DivRem(index - FinePoints, 64);
        return Math.ScaleB(1 + (step / 64.0), doubling + 5);
    }

    /// <summary>sup |φ′|; +∞ where it is not bounded, or not a number somewhere.</summary>
    private static double Supremum<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        var (best, at, inner) = (-1.0, 0.0, 0.0);
        for (var index = -Points; index <= Points; index++)
        {
            var x = index < 0 ? -Point(-index) : Point(index);
            var slope = Slope(activation, x);
            if (!double.IsFinite(slope))
                return double.PositiveInfinity;
            if (slope > best)
                (best, at) = (slope, x);
            if (Math.Abs(x) <= Far / 2)
                inner = Math.Max(inner, slope);
        }

        if (Math.Max(Slope(activation, Far), Slope(activation, -Far)) > Growth * inner)
            return double.PositiveInfinity;
        return Math.Max(best, Peak(activation, at));
    }

    /// <summary>The largest slope near a point of the grid, by thirds.</summary>
    private static double Peak<TActivation>(TActivation activation, double at)
        where TActivation : struct, IActivation
    {
        var reach = Math.Max(1, Math.Abs(at)) / 32;
        var (from, to, best) = (at - reach, at + reach, 0.0);
        for (var step = 0; step < 80; step++)
        {
            var third = (to - from) / 3;
            var (left, right) = (Slope(activation, from + third), Slope(activation, to - third));
            best = Math.Max(best, Math.Max(left, right));
            if (left < right)
                from += third;
            else
                to -= third;
        }

        return best;
    }

    /// <summary>Where the ray towards <paramref name="sign"/>·∞ begins, as a distance in that direction; +∞ where there is none.</summary>
    private static double RayOf<TActivation>(TActivation activation, int sign, double supremum)
        where TActivation : struct, IActivation
    {
        var limit = Share * supremum;
        if (!(Slope(activation, sign * Far) < Leak * supremum))
            return double.PositiveInfinity;
        var index = Points;
        while (index >= -Points && Slope(activation, sign * SignedPoint(index)) < limit)
            index--;
        if (index < -Points || index > Points - 64)        // flat everywhere, or only by chance at the far end
            return double.PositiveInfinity;
        var (steep, flat) = (SignedPoint(index), SignedPoint(index + 1));
        for (var step = 0; step < 100; step++)
        {
            var middle = steep + ((flat - steep) / 2);
            if (middle == steep || middle == flat)
                break;
            if (Slope(activation, sign * middle) < limit)
                flat = middle;
            else
                steep = middle;
        }

        return flat;
    }

    private static double SignedPoint(int index) => index < 0 ? -Point(-index) : Point(index);

    private static bool IsOff<TActivation>(TActivation activation, double end, double far)
        where TActivation : struct, IActivation =>
        double.IsFinite(end) && Slope(activation, end) == 0 && Value(activation, end) == 0 && Value(activation, far) == 0;

    private static double Value<TActivation>(TActivation activation, double x)
        where TActivation : struct, IActivation => activation.Apply(new Lane<double>(x)).Value;
}
