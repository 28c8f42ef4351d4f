namespace FanIn.Theory;

/// <summary>
/// Expectations over a pair of pre-activations of variance q with correlation c ≥ 0, those of two inputs in one unit. Given what the inputs
/// share, μ ~ N(0, cq), each is μ + ξ√(q(1 − c)); D(μ) = Var_ξ φ is what the unit still tells of the input.
/// </summary>
/// <param name="Distance">E φ² − E φφ̃ = E D, relatively accurate also for c next to 1.</param>
/// <param name="SlopeProduct">E φ′φ̃′: the slope of the covariance map in c, over q (Poole et al. 2016, eq. 6).</param>
/// <param name="Unevenness">η = E D²/(E D)², at least 1: how unevenly units tell of the input.</param>
/// <param name="SecondCovariance">Cov(φ², φ̃²).</param>
/// <param name="SecondCurvature">∂²/∂c² E[φ²φ̃²].</param>
/// <param name="DeviationCovariance">Cov((φ − m)², (φ̃ − m)²) with m = E φ.</param>
/// <param name="DeviationCurvature">∂²/∂c² E[(φ − m)²(φ̃ − m)²].</param>
/// <param name="ValueCurvature">∂²/∂c² E[φφ̃].</param>
/// <param name="ShareSpread">Var_μ[D/E D − E_ξ(φ − m)²/Var φ]: n times the relative variance of E D/Var φ over n units.</param>
/// <param name="DistanceSpread">Var_μ[D/E D − E_ξ φ²/E φ²]: n times the relative variance of E D/E φ² over n units.</param>
/// <param name="SquaredSlopeCovariance">Cov(φ′², φ̃′²).</param>
/// <param name="SquaredSlopeCurvature">∂²/∂c² E[φ′²φ̃′²].</param>
public sealed record PairMoments(
    double Distance,
    double SlopeProduct,
    double Unevenness,
    double SecondCovariance,
    double SecondCurvature,
    double DeviationCovariance,
    double DeviationCurvature,
    double ValueCurvature,
    double ShareSpread,
    double DistanceSpread,
    double SquaredSlopeCovariance,
    double SquaredSlopeCurvature)
{
    /// <summary>For φ(s x) = s φ(x): the same at q times the variance.</summary>
    internal PairMoments Scaled(double q) => this with
    {
        Distance = q * Distance,
        SecondCovariance = q * q * SecondCovariance,
        SecondCurvature = q * q * SecondCurvature,
        DeviationCovariance = q * q * DeviationCovariance,
        DeviationCurvature = q * q * DeviationCurvature,
        ValueCurvature = q * ValueCurvature,
    };
}
