namespace FanIn.Theory;

/// <summary>Expectations of φ at a ~ N(0, q), a = √q z.</summary>
public sealed record GaussianMoments
{
    /// <summary>q.</summary>
    public double Q { get; init; }

    /// <summary>E φ.</summary>
    public double Mean { get; init; }

    /// <summary>E φ².</summary>
    public double Second { get; init; }

    /// <summary>E φ⁴.</summary>
    public double Fourth { get; init; }

    /// <summary>Var φ.</summary>
    public double Variance { get; init; }

    /// <summary>E (φ − E φ)⁴.</summary>
    public double CentralFourth { get; init; }

    /// <summary>E φ′.</summary>
    public double SlopeMean { get; init; }

    /// <summary>E φ′², the gradient's factor (Poole et al. 2016, eq. 7, without σ_w²). Jumps of φ are left out.</summary>
    public double SlopeSecond { get; init; }

    /// <summary>E φ′⁴.</summary>
    public double SlopeFourth { get; init; }

    /// <summary>E[φ′² (φ − E φ)²].</summary>
    public double SlopeDeviation { get; init; }

    /// <summary>E[φ′² φ²].</summary>
    public double SlopeValue { get; init; }

    /// <summary>E φφ′ = E[φ² z]/(2√q), jumps of φ included.</summary>
    public double ValueSlope { get; init; }

    /// <summary>∂E φ′²/∂q.</summary>
    public double SlopeGrowth { get; init; }

    /// <summary>∂E φ²/∂q = E[φ′² + φφ″], the factor of a small change of q (Schoenholz et al. 2017, eq. 8, without σ_w²).</summary>
    public double Growth { get; init; }

    /// <summary>E[φ (z² − 1)] = q E φ″.</summary>
    public double Curvature { get; init; }

    /// <summary>
    /// False where E φ⁴ has no value, as next to a pole: then nothing can be said of the values, and where E φ² has none either, it is NaN.
    /// </summary>
    public bool HasValues { get; init; } = true;

    /// <summary>Likewise of E φ′⁴ and E φ′²: false for √|x|, say.</summary>
    public bool HasSlopes { get; init; } = true;

    /// <summary>∂Var φ/∂q.</summary>
    public double VarianceGrowth => Q > 0 ? Growth - Mean * Curvature / Q : Growth;
}
