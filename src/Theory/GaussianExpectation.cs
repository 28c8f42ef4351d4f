using FanIn.Theory.Activations;
using FanIn.Theory.Kernels;
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
    private const double LogOfSpan = 0.34657359027997264;
    private const double SmallestQ = 1e-300;

    private readonly object _gate = new();
    private readonly Dictionary<int, NodeTable> _tables = [];
    private double _evenStep = double.NaN;

    /// <summary>Expectations of one φ.</summary>
    public GaussianExpectation(IScalarActivation activation)
    {
        Activation = activation;
        Kernel = (activation as IIntegrableActivation)?.Kernel;
        IsContinuous = true;
        for (var i = 0; i < activation.Kinks.Count; i++)
        {
            IsContinuous &= IsContinuousAt(activation, activation.Kinks[i]);
        }
    }

    /// <summary>φ.</summary>
    public IScalarActivation Activation { get; }

    /// <summary>What is known of φ in closed form, and taken from here; null for most.</summary>
    public IGaussianKernel? Kernel { get; }

    /// <summary>False where φ jumps at a kink: then E φ′² is infinite, and theory says nothing of gradients.</summary>
    public bool IsContinuous { get; }

    /// <summary>
    /// Even steps that resolve φ, 0 where there are none. Those of formulas and of types of the user's are not looked for: they may change
    /// faster elsewhere.
    /// </summary>
    internal double EvenStep => double.IsNaN(_evenStep) ? _evenStep = FindEvenStep() : _evenStep;

    /// <summary>Every expectation of φ that the maps need.</summary>
    /// <param name="q">Variance of the pre-activation; at 0 the limit from above.</param>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or NaN.</exception>
    public GaussianMoments Moments(double q)
    {
        Check(q);
        if (double.IsPositiveInfinity(q))
        {
            var nan = double.NaN;
            return new GaussianMoments { Q = q, Mean = nan, Second = nan, Variance = nan, SlopeSecond = nan, Growth = nan };
        }

        // Near 0 φ is its two tangents: below this q only the square of a straight line changes.
        var s = Math.Sqrt(Math.Max(q, SmallestQ));
        var moments = TableFor(s).Integrate(q, s, IsContinuous);
        return Kernel is null ? moments : moments with
        {
            Mean = Kernel.Mean(q),
            Second = Kernel.Second(q),
            Variance = Kernel.Distance(q, 1),
            SlopeMean = Kernel.SlopeMean(q),
            SlopeSecond = Kernel.SlopeSecond(q),
            Growth = Kernel.Growth(q),
        };
    }

    /// <summary>Those that the size of a signal and of a gradient need, in a third of the time.</summary>
    internal SignalLevel Level(double q)
    {
        if (Kernel is not null)
        {
            return new SignalLevel(Kernel.Mean(q), Kernel.Second(q), Kernel.Distance(q, 1), Kernel.SlopeSecond(q));
        }

        Check(q);
        var s = Math.Sqrt(Math.Max(q, SmallestQ));
        if (EvenStep > 0 && EvenSteps.Level(Activation, s, EvenStep) is { } level)
        {
            return level;
        }

        var table = TableFor(s);
        return table.IsSettled ? table.Level(s, Activation.Value(0)) : SignalLevel.Of(Moments(q));
    }

    /// <summary>E f(√q z) of any function.</summary>
    /// <param name="function">f.</param>
    /// <param name="q">The variance.</param>
    /// <param name="kinks">Where f is not smooth.</param>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or NaN.</exception>
    public static double Of(Func<double, double> function, double q, params double[] kinks) => Of(function, q, PanelRule.Fine, kinks);

    internal static double Of(Func<double, double> function, double q, PanelRule rule, double[] kinks)
    {
        Check(q);
        if (q == 0)
        {
            return function(0);
        }

        var s = Math.Sqrt(q);
        var sum = 0.0;
        foreach (var panel in Panels.Cut(rule, s, kinks, x => (function(x), 0)))
        {
            var half = (panel.High - panel.Low) / 2;
            for (var k = 0; k < rule.Points; k++)
            {
                var x = panel.Low + half + half * rule.Rule.Points[k];
                sum += half * rule.Rule.Weights[k] * Elementary.Exp(-0.5 * (x / s) * (x / s)) * panel.First[k];
            }
        }

        return sum * Elementary.InverseSqrt2Pi / s;
    }

    /// <summary>The points for a standard deviation; made once for each <see cref="NodeTable.Span"/>.</summary>
    private NodeTable TableFor(double s)
    {
        var key = (int)Math.Floor(Elementary.Log(s) / LogOfSpan);
        lock (_gate)
        {
            if (_tables.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var scale = Elementary.Exp(key * LogOfSpan);
        var table = NodeTable.Create(Activation, scale, PanelRule.Fine);
        lock (_gate)
        {
            if (_tables.Count >= MostTables)
            {
                _tables.Clear();
            }

            return _tables[key] = table;
        }
    }

    private double FindEvenStep() => Activation is IJointActivation { Kinks.Count: 0 } ? EvenSteps.Find(Activation) : 0;

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
