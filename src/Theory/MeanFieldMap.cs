namespace FanIn.Theory;

/// <summary>
/// One layer of a wide random network as a map of variances and correlations: q′ = σ_w² E φ² + σ_b² (Poole et al. 2016, eq. 3).
/// </summary>
/// <param name="activation">φ.</param>
/// <param name="sigmaW">σ_w = √(fan_in Var W).</param>
/// <param name="sigmaB">σ_b = √Var b.</param>
public sealed class MeanFieldMap(ActivationTheory activation, double sigmaW, double sigmaB)
{
    /// <summary>φ.</summary>
    public ActivationTheory Activation { get; } = activation;

    /// <summary>σ_w².</summary>
    public double SigmaW2 { get; } = sigmaW * sigmaW;

    /// <summary>σ_b².</summary>
    public double SigmaB2 { get; } = sigmaB * sigmaB;

    /// <summary>q′ = σ_w² E φ² + σ_b².</summary>
    public double Variance(double q) => SigmaW2 * Activation.Moments(q).Second + SigmaB2;

    /// <summary>χ₁ = σ_w² E φ′² (Poole et al. 2016, eq. 7): what a small difference of inputs, and a gradient, grow by.</summary>
    public double Chi(double q) => SigmaW2 * Activation.Moments(q).SlopeSecond;

    /// <summary>α = ∂q′/∂q (Schoenholz et al. 2017, eq. 8).</summary>
    public double Alpha(double q) => SigmaW2 * Activation.Moments(q).Growth;

    /// <summary>d′ = 1 − c′ of two inputs of variance q: σ_w² (E φ² − E φφ̃)/q′.</summary>
    /// <param name="q">Variance of both pre-activations.</param>
    /// <param name="d">1 − c, from 0 to 1.</param>
    public double Distance(double q, double d) => SigmaW2 * Activation.Pairs.Moments(q, d).Distance / Variance(q);

    /// <summary>Where variance and correlation end up, starting at variance <paramref name="q0"/>.</summary>
    public FixedPoint FixedPoint(double q0 = 1) => Theory.FixedPoint.Of(this, q0);
}
