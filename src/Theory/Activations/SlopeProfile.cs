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

    private static readonly double[] Shares = [0.001, 0.37, 0.5, 0.81, 0.999];

    /// <summary>
    /// Whether saturation means anything for φ: not where |φ′| grows without end, nor where the flat part is in the middle (soft_shrink,
    /// tanh_shrink), nor where φ is constant.
    /// </summary>
    public bool IsDefined { get; private init; } = true;

    /// <summary>The profile of φ.</summary>
    public static SlopeProfile Of(IScalarActivation activation)
    {
        var flat = Pieces(activation, onlyInactive: false);
        var inactive = activation.Value(0) == 0 ? Pieces(activation, onlyInactive: true) : [];
        var (left, right) = (Slopes(activation, -1), Slopes(activation, 1));
        if (LargestSlope(left, right) is not { } largest)
        {
            return new SlopeProfile(null, null, flat, inactive) { IsDefined = false };
        }

        var below = Threshold(activation, left, right, largest, -1);
        var above = Threshold(activation, right, left, largest, 1);
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
        for (var i = 0; i < pieces.Count; i++)
        {
            var (low, high) = pieces[i];

            // Both ends on the side where Φ is relatively accurate.
            var (from, to) = ((low - mean) / s, (high - mean) / s);
            (from, to) = from > 0 ? (-to, -from) : (from, to);
            sum += Elementary.NormalCdf(to) - Elementary.NormalCdf(from);
        }

        return sum;
    }

    /// <summary>|φ′| at the grid's points on one side.</summary>
    private static double[] Slopes(IScalarActivation activation, int sign)
    {
        var slopes = new double[Grid.Length];
        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i] = Math.Abs(activation.Derivative(sign * Grid[i]));
        }

        return slopes;
    }

    /// <summary>sup |φ′|, or null where it grows without end.</summary>
    private static double? LargestSlope(double[] left, double[] right)
    {
        double largest = 0, near = 0;
        for (var i = 0; i < Grid.Length; i++)
        {
            largest = Math.Max(largest, Math.Max(left[i], right[i]));
            near = Grid[i] <= FarEnd / 1000 ? largest : near;
        }

        return !double.IsInfinity(largest) && largest <= 1.5 * near ? largest : null;
    }

    /// <summary>
    /// The innermost end of the ray, towards <paramref name="sign"/>·∞, on which slopes stay small. It may lie beyond 0: sigmoid(x − 9) is
    /// flat below 4.6.
    /// </summary>
    /// <param name="activation">φ.</param>
    /// <param name="slopes">Those on the ray's side.</param>
    /// <param name="beyond">Those on the other.</param>
    /// <param name="largest">The largest of all.</param>
    /// <param name="sign">The side.</param>
    private static double? Threshold(IScalarActivation activation, double[] slopes, double[] beyond, double largest, int sign)
    {
        static double Point(int index) => index < 0 ? -Grid[-index - 1] : Grid[index];
        bool IsSmall(double slope, double share = SaturatedShare) => !(slope >= share * largest);
        var last = Grid.Length - 1;
        while (last >= -Grid.Length && IsSmall(last < 0 ? beyond[-last - 1] : slopes[last]))
        {
            last--;
        }

        if (last < -Grid.Length || last == Grid.Length - 1 || !IsSmall(Math.Abs(activation.Derivative(sign * FarEnd)), Leak))
        {
            return null;
        }

        double low = Point(last), high = Point(last + 1);
        for (var middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2)
        {
            (low, high) = IsSmall(Math.Abs(activation.Derivative(sign * middle))) ? (low, middle) : (middle, high);
        }

        return sign * high;
    }

    /// <summary>Whether the ray from <paramref name="end"/> on is off: flat at the value 0 that φ has at 0 too.</summary>
    private static bool IsOff(IScalarActivation activation, double? end, double far) =>
        end is { } x && activation.Value(0) == 0 && activation.Derivative(x) == 0 && activation.Value(x) == 0 && activation.Value(far) == 0;

    /// <summary>Pieces with exactly zero slope; of them those with the value 0 alone.</summary>
    private static (double Low, double High)[] Pieces(IScalarActivation activation, bool onlyInactive)
    {
        var kinks = activation.Kinks;
        var found = new (double Low, double High)[kinks.Count == 0 ? 0 : kinks.Count + 1];
        var count = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var piece = (i == 0 ? double.NegativeInfinity : kinks[i - 1], i == kinks.Count ? double.PositiveInfinity : kinks[i]);
            if (IsFlat(activation, piece) && (!onlyInactive || activation.Value(Inside(piece, 0.5)) == 0))
            {
                found[count++] = piece;
            }
        }

        Array.Resize(ref found, count);
        return found;
    }

    private static bool IsFlat(IScalarActivation activation, (double Low, double High) piece)
    {
        foreach (var share in Shares)
        {
            if (activation.Derivative(Inside(piece, share)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A point of an interval, also of an infinite one.</summary>
    private static double Inside((double Low, double High) piece, double share) =>
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
