using FanIn.Runtime.Activations;
using FanIn.Runtime.Experiments;
using FanIn.Theory;

namespace FanIn.Runtime.Initialisation;

/// <summary>
/// What initialisers take from the theory of an activation at infinite width. Each number is computed when it is first asked for, by
/// arithmetic that is the same on every machine, and kept: asked again it allocates nothing. Emitted.
/// </summary>
public sealed class ActivationTheory
{
    private readonly GaussianExpectation _expectation;
    private readonly string _name;
    private double? _gain;
    private (double SigmaB, EdgeOfChaos Point)? _forBias;
    private (double Variance, EdgeOfChaos Point)? _forVariance;

    private ActivationTheory(GaussianExpectation expectation, string name) => (_expectation, _name) = (expectation, name);

    /// <summary>1 / √E φ(z)² with standard normal z: with σ_w = gain, E z² stays 1 (He et al. 2015, eq. 10, for any φ).</summary>
    /// <exception cref="SettingException">E φ² is 0, or has no value because φ has a pole.</exception>
    public double Gain => _gain ??= Gains.Of(_expectation).SecondMoment is > 0 and < double.PositiveInfinity and var gain
        ? gain
        : throw new SettingException(
            $"{_name} has no exact gain: the mean of its square is zero, infinite or no number; choose another initialiser.");

    /// <summary>The theory of an activation.</summary>
    public static ActivationTheory Of<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => new(new(new ScalarActivation<TActivation>(activation)), typeof(TActivation).Name);

    /// <summary>σ_w of the critical point with a given σ_b, 0 or more.</summary>
    /// <exception cref="SettingException">There is no such point.</exception>
    public double SigmaWForBias(double sigmaB)
    {
        if (_forBias is not { } known || known.SigmaB != sigmaB)
            _forBias = known = (sigmaB, EdgeOfChaos.ForBias(_expectation, sigmaB) ?? throw None("σ_b", sigmaB));
        return known.Point.SigmaW;
    }

    /// <summary>σ_w of the critical point at which the variance of the pre-activations stays at a given one, above 0.</summary>
    /// <exception cref="SettingException">There is no such point.</exception>
    public double SigmaWForVariance(double variance) => ForVariance(variance).SigmaW;

    /// <summary>σ_b of that point.</summary>
    /// <exception cref="SettingException">There is no such point.</exception>
    public double SigmaBForVariance(double variance) => ForVariance(variance).SigmaB;

    private EdgeOfChaos ForVariance(double variance)
    {
        if (_forVariance is not { } known || known.Variance != variance)
            _forVariance = known = (variance, EdgeOfChaos.ForVariance(_expectation, variance) ?? throw None("q", variance));
        return known.Point;
    }

    private SettingException None(string name, double value) =>
        new($"{_name} has no edge of chaos with {name} = {MessageNumber.Of(value)}; choose another, or another initialiser.");
}
