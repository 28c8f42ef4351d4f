using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory;

/// <summary>
/// E f(√q z) for z ~ N(0, 1): composite Gauss–Legendre in panels that split at kinks and resolve φ at any q, to about 1e-14 of
/// E |f|. (Gauss–Hermite fails at kinks, and for saturating functions at large q, where all that matters happens within 1/√q of 0.)
/// An object keeps what it evaluated of φ, and can be used by several threads.
/// </summary>
public sealed class GaussianExpectation
{
    private const int MostTables = 64;

    private readonly PanelRule _rule;
    private readonly object _gate = new();
    private readonly Dictionary<int, NodeTable> _tables = [];

    /// <summary>Expectations of one φ.</summary>
    public GaussianExpectation(IScalarActivation activation)
        : this(activation, PanelRule.Fine)
    {
    }

    internal GaussianExpectation(IScalarActivation activation, PanelRule rule)
    {
        Activation = activation;
        _rule = rule;
        IsContinuous = activation.Kinks.All(kink => IsContinuousAt(activation, kink));
    }

    /// <summary>φ.</summary>
    public IScalarActivation Activation { get; }

    /// <summary>False where φ jumps at a kink: then E φ′² is infinite, and theory says nothing of gradients.</summary>
    public bool IsContinuous { get; }

    /// <summary>Every expectation of φ that the maps need.</summary>
    /// <param name="q">Variance of the pre-activation; at 0 the limit from above.</param>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or NaN.</exception>
    public GaussianMoments Moments(double q)
    {
        Check(q);
        if (double.IsPositiveInfinity(q))
        {
            var nan = double.NaN;
            return new GaussianMoments(nan, nan, nan, nan, nan, nan, nan);
        }

        // φ near 0 is its two tangents there: below this q nothing changes but the square of a straight line.
        var s = Math.Sqrt(Math.Max(q, 1e-300));
        var table = TableFor(s);
        double mean = 0, second = 0, fourth = 0, slope = 0, slopeSecond = 0, slopeFourth = 0, growth = 0;
        for (var i = 0; i < table.X.Length; i++)
        {
            var z = table.X[i] / s;
            var w = table.Weights[i] * Elementary.Exp(-0.5 * z * z);
            var value = table.Values[i];
            var derivative = table.Slopes[i];
            mean += w * value;
            second += w * (value * value);
            fourth += w * (value * value * (value * value));
            slope += w * derivative;
            slopeSecond += w * (derivative * derivative);
            slopeFourth += w * (derivative * derivative * (derivative * derivative));
            growth += w * (IsContinuous ? value * derivative * z : (z * z - 1) * (value * value) / (2 * s));
        }

        var norm = Elementary.InverseSqrt2Pi / s;
        return new GaussianMoments(
            mean * norm, second * norm, fourth * norm, slope * norm, slopeSecond * norm, slopeFourth * norm, growth * norm / s);
    }

    /// <summary>E f(√q z) of any function.</summary>
    /// <param name="function">f.</param>
    /// <param name="q">The variance.</param>
    /// <param name="kinks">Where f is not smooth.</param>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or NaN.</exception>
    public static double Of(Func<double, double> function, double q, params double[] kinks)
    {
        Check(q);
        if (q == 0)
        {
            return function(0);
        }

        var s = Math.Sqrt(q);
        var rule = PanelRule.Fine;
        var sum = 0.0;
        foreach (var (low, high) in Panels.Cut(rule, s, kinks, function))
        {
            var half = (high - low) / 2;
            for (var k = 0; k < rule.Points; k++)
            {
                var x = low + half + half * rule.Rule.Points[k];
                sum += half * rule.Rule.Weights[k] * Elementary.Exp(-0.5 * (x / s) * (x / s)) * function(x);
            }
        }

        return sum * Elementary.InverseSqrt2Pi / s;
    }

    /// <summary>The points for a standard deviation; made once for each quarter of an octave.</summary>
    private NodeTable TableFor(double s)
    {
        var key = (int)Math.Floor(4 * 1.4426950408889634 * Elementary.Log(s));
        lock (_gate)
        {
            if (_tables.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var scale = Elementary.Exp(key * 0.25 * 0.6931471805599453);
        var table = NodeTable.Create(Activation, scale, _rule);
        lock (_gate)
        {
            if (_tables.Count >= MostTables)
            {
                _tables.Clear();
            }

            return _tables[key] = table;
        }
    }

    private static bool IsContinuousAt(IScalarActivation activation, double kink)
    {
        var step = 1e-9 * Math.Max(1, Math.Abs(kink));
        var jump = Math.Abs(activation.Value(kink + step) - activation.Value(kink - step));
        var slope = Math.Max(Math.Abs(activation.Derivative(kink + step)), Math.Abs(activation.Derivative(kink - step)));
        return jump <= 1e-6 * Math.Max(1, slope);
    }

    private static void Check(double q)
    {
        if (!(q >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(q), "A variance is not negative.");
        }
    }
}
