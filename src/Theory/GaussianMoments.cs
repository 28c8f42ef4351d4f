namespace FanIn.Theory;

/// <summary>Expectations of φ at a ~ N(0, q).</summary>
/// <param name="Mean">E φ.</param>
/// <param name="Second">E φ².</param>
/// <param name="Fourth">E φ⁴.</param>
/// <param name="SlopeMean">E φ′.</param>
/// <param name="SlopeSecond">E φ′², the factor of the gradient (Poole et al. 2016, eq. 7, without σ_w²). Jumps of φ are left out.</param>
/// <param name="SlopeFourth">E φ′⁴.</param>
/// <param name="Growth">∂E φ²/∂q = E[φ′² + φφ″], the factor of a change of q (Schoenholz et al. 2017, eq. 8, without σ_w²).</param>
public readonly record struct GaussianMoments(
    double Mean, double Second, double Fourth, double SlopeMean, double SlopeSecond, double SlopeFourth, double Growth)
{
    /// <summary>E φ² − (E φ)².</summary>
    public double Variance => Second - Mean * Mean;
}
