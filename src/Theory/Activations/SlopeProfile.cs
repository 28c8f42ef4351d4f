using FanIn.Theory.Numerics;

namespace FanIn.Theory.Activations;

/// <summary>
/// Where φ no longer answers. Saturated is the ray on which |φ′| stays below 5 % of its largest value and at last dies out (a leaky slope
/// does not). Where φ is exactly flat at the value 0 that it also has at 0, it is inactive and not saturated: half of a healthy ReLU layer
/// is.
/// </summary>
/// <param name="SaturatedBelow">t₋: saturated for x ≤ t₋; null where φ does not saturate below.</param>
/// <param name="SaturatedAbove">t₊: saturated for x ≥ t₊; null where φ does not saturate above.</param>
/// <param name="Flat">The intervals with exactly zero slope, saturated or inactive, ascending; rays have infinite ends.</param>
/// <param name="Inactive">Those of <paramref name="Flat"/> that are inactive.</param>
public sealed record SlopeProfile(
    double? SaturatedBelow,
    double? SaturatedAbove,
    IReadOnlyList<(double Low, double High)> Flat,
    IReadOnlyList<(double Low, double High)> Inactive)
{
    /// <summary>A slope below this share of the largest counts as saturated.</summary>
    public const double SaturatedShare = 0.05;

    /// <summary>A slope that is still above this share of the largest at the far end is a leak.</summary>
    private const double Leak = 1e-3;

    private const double NextToZero = 1e-9;
    private const double DenseEnd = 64;
    private const double DenseStep = 1.0 / 32;
    private const double FarGrowth = 1.1;
    private const double FarEnd = 1e6;

    private static readonly double[] Grid = MakeGrid();

    /// <summary>
    /// Whether saturation means anything for φ: not where |φ′| grows without end, nor where the flat part is in the middle (soft_shrink,
    /// tanh_shrink), nor where φ is constant.
    /// </summary>
    public bool IsDefined { get; private init; } = true;

    /// <summary>The profile of φ.</summary>
    public static SlopeProfile Of(IScalarActivation activation)
    {
        var flat = FlatPieces(activation).ToList();
        var inactive = activation.Value(0) == 0 ? flat.Where(piece => activation.Value(Inside(piece)) == 0).ToList() : [];
        if (LargestSlope(activation) is not { } largest)
        {
            return new SlopeProfile(null, null, flat, inactive) { IsDefined = false };
        }

        var below = Threshold(activation, largest, -1);
        var above = Threshold(activation, largest, 1);
        bool IsFlat(double x) => Math.Abs(activation.Derivative(x)) < SaturatedShare * largest;
        return new SlopeProfile(
            IsOff(activation, below, -FarEnd) ? null : below,
            IsOff(activation, above, FarEnd) ? null : above,
            flat,
            inactive)
        {
            IsDefined = largest > 0 && (below is not null || above is not null || !(IsFlat(NextToZero) && IsFlat(-NextToZero))),
        };
    }

    /// <summary>P(a ≤ t₋) for a ~ N(0, q).</summary>
    public double LowShare(double q) => SaturatedBelow is { } t ? Elementary.NormalCdf(t / Math.Sqrt(q)) : 0;

    /// <summary>P(a ≥ t₊) for a ~ N(0, q).</summary>
    public double HighShare(double q) => SaturatedAbove is { } t ? Elementary.NormalCdf(-t / Math.Sqrt(q)) : 0;

    /// <summary>P(a ≤ t₋ or a ≥ t₊) for a ~ N(0, q); 0 for q = 0.</summary>
    public double SaturatedAt(double q) => q > 0 ? LowShare(q) + HighShare(q) : 0;

    /// <summary>P(a inactive) for a ~ N(0, q).</summary>
    public double InactiveShare(double q) => Share(Inactive, 0, Math.Sqrt(q));

    /// <summary>P(a in any of the pieces) for a ~ N(mean, s²).</summary>
    internal static double Share(IReadOnlyList<(double Low, double High)> pieces, double mean, double s)
    {
        var sum = 0.0;
        foreach (var (low, high) in pieces)
        {
            // Both ends on the side where Φ is relatively accurate.
            var (from, to) = ((low - mean) / s, (high - mean) / s);
            (from, to) = from > 0 ? (-to, -from) : (from, to);
            sum += Elementary.NormalCdf(to) - Elementary.NormalCdf(from);
        }

        return sum;
    }

    /// <summary>sup |φ′|, or null where it grows without end.</summary>
    private static double? LargestSlope(IScalarActivation activation)
    {
        double largest = 0, near = 0;
        foreach (var x in Grid)
        {
            var slope = Math.Max(Math.Abs(activation.Derivative(x)), Math.Abs(activation.Derivative(-x)));
            largest = Math.Max(largest, slope);
            near = x <= FarEnd / 1000 ? largest : near;
        }

        return !double.IsInfinity(largest) && largest <= 1.5 * near ? largest : null;
    }

    /// <summary>
    /// The innermost end of the ray, towards <paramref name="sign"/>·∞, on which slopes stay small. It may lie beyond 0: sigmoid(x − 9) is
    /// flat below 4.6.
    /// </summary>
    private static double? Threshold(IScalarActivation activation, double largest, int sign)
    {
        bool IsBelow(double x, double share) => !(Math.Abs(activation.Derivative(sign * x)) >= share * largest);
        bool IsSmall(double x) => IsBelow(x, SaturatedShare);
        static double Point(int index) => index < 0 ? -Grid[-index - 1] : Grid[index];
        var last = Grid.Length - 1;
        while (last >= -Grid.Length && IsSmall(Point(last)))
        {
            last--;
        }

        if (last < -Grid.Length || last == Grid.Length - 1 || !IsBelow(FarEnd, Leak))
        {
            return null;
        }

        double low = Point(last), high = Point(last + 1);
        for (var middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2)
        {
            (low, high) = IsSmall(middle) ? (low, middle) : (middle, high);
        }

        return sign * high;
    }

    /// <summary>Whether the ray from <paramref name="end"/> on is off: flat at the value 0 that φ has at 0 too.</summary>
    private static bool IsOff(IScalarActivation activation, double? end, double far) =>
        end is { } x && activation.Value(0) == 0 && activation.Derivative(x) == 0 && activation.Value(x) == 0 && activation.Value(far) == 0;

    private static IEnumerable<(double Low, double High)> FlatPieces(IScalarActivation activation)
    {
        if (activation.Kinks.Count == 0)
        {
            yield break;
        }

        double[] ends = [double.NegativeInfinity, .. activation.Kinks, double.PositiveInfinity];
        for (var i = 0; i + 1 < ends.Length; i++)
        {
            var piece = (ends[i], ends[i + 1]);
            if (new[] { 0.001, 0.37, 0.5, 0.81, 0.999 }.All(share => activation.Derivative(Inside(piece, share)) == 0))
            {
                yield return piece;
            }
        }
    }

    /// <summary>A point of an interval, also of an infinite one.</summary>
    private static double Inside((double Low, double High) piece, double share = 0.5) =>
        double.IsInfinity(piece.Low) ? piece.High - share / (1 - share)
        : double.IsInfinity(piece.High) ? piece.Low + share / (1 - share)
        : piece.Low + share * (piece.High - piece.Low);

    private static double[] MakeGrid()
    {
        var points = new List<double> { NextToZero };
        for (var x = DenseStep; x < FarEnd; x = x < DenseEnd ? x + DenseStep : x * FarGrowth)
        {
            points.Add(x);
        }

        return [.. points];
    }
}
