using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Quadrature;

namespace FanIn.Theory;

/// <summary>All that theory knows of one activation, kept once computed: networks of many layers ask the same again and again.</summary>
public sealed class ActivationTheory
{
    private const int MostKept = 20_000;

    // Above this variance a smooth bend of width 1, as softplus has, can lie between two points of the coarse rule.
    private const double MostCoarse = 2000;

    private static readonly ConditionalWeakTable<IScalarActivation, ActivationTheory> Known = new();

    private readonly Memo<SignalLevel> _levels = new(MostKept);
    private readonly Memo<GaussianMoments> _moments = new(MostKept);
    private readonly Memo<Distances> _distances = new(MostKept);
    private readonly Memo<PairMoments> _pairs = new(MostKept);
    private readonly Memo<Critical> _forBias = new(MostKept);
    private readonly Memo<Critical> _forVariance = new(MostKept);
    private readonly PairExpectation _coarse;
    private SlopeProfile? _slopes;

    private ActivationTheory(IScalarActivation activation)
    {
        Expectation = new GaussianExpectation(activation);
        Pairs = new PairExpectation(Expectation);
        _coarse = new PairExpectation(Expectation, PanelRule.Coarse);
    }

    /// <summary>φ.</summary>
    public IScalarActivation Activation => Expectation.Activation;

    /// <summary>Single pre-activations.</summary>
    public GaussianExpectation Expectation { get; }

    /// <summary>Pairs of them, to the last digits.</summary>
    public PairExpectation Pairs { get; }

    /// <summary>Where φ saturates and where it is flat.</summary>
    public SlopeProfile Slopes => _slopes ??= SlopeProfile.Of(Activation);

    /// <summary>The theory of an activation; the same object for the same activation.</summary>
    public static ActivationTheory Of(IScalarActivation activation) => Known.GetValue(activation, key => new ActivationTheory(key));

    /// <summary>Those of <see cref="Moments"/> that findings need.</summary>
    internal SignalLevel Level(double q)
    {
        if (_levels.Find(q, 0) is not { } level)
        {
            level = Expectation.Level(q);
            _levels.Keep(q, 0, level);
        }

        return level;
    }

    /// <summary>E φ² − E φφ̃ to the digits that are printed.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="d">1 − c.</param>
    internal double Distance(double q, double d)
    {
        if (d == 0)
        {
            return 0;
        }

        if (Expectation.Kernel is { } kernel)
        {
            return kernel.Distance(q, d);
        }

        if (_distances.Find(q, d) is not { } distance)
        {
            var value = Pairs.Distance(q, d, Level(q));
            distance = new Distances(double.IsNaN(value) ? PrintedPair(q, d).Distance : value);
            _distances.Keep(q, d, distance);
        }

        return distance.Value;
    }

    /// <summary>Expectations at variance q, to the last digits.</summary>
    public GaussianMoments Moments(double q) => Keep(_moments, q, 0, (value, _) => Expectation.Moments(value));

    /// <summary>
    /// Expectations of a pair to the digits that are printed (about 1e-5), many times faster than <see cref="Pairs"/>, which stands in for
    /// them above a variance of 2000.
    /// </summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="d">1 − c.</param>
    public PairMoments PrintedPair(double q, double d) => Activation is PiecewiseLinear { IsHomogeneous: true }
        ? Keep(_pairs, 1, d, _coarse.Moments).Scaled(q) : Keep(_pairs, q, d, q > MostCoarse && IsSmooth ? Pairs.Moments : _coarse.Moments);

    private bool IsSmooth => Activation is not PiecewiseLinear;

    /// <summary>The critical point for σ_b, or null: <see cref="EdgeOfChaos.ForBias"/>.</summary>
    public EdgeOfChaos? CriticalForBias(double sigmaB) =>
        Keep(_forBias, sigmaB, 0, (value, _) => new Critical(EdgeOfChaos.ForBias(Expectation, value))).Point;

    /// <summary>The critical point at which pre-activations keep variance q, or null: <see cref="EdgeOfChaos.ForVariance"/>.</summary>
    public EdgeOfChaos? CriticalForVariance(double q) =>
        Keep(_forVariance, q, 0, (value, _) => new Critical(EdgeOfChaos.ForVariance(Expectation, value))).Point;

    private static T Keep<T>(Memo<T> kept, double first, double second, Func<double, double, T> compute)
        where T : class
    {
        if (kept.Find(first, second) is not { } value)
        {
            value = compute(first, second);
            kept.Keep(first, second, value);
        }

        return value;
    }

    private sealed record Distances(double Value);

    private sealed record Critical(EdgeOfChaos? Point);
}
