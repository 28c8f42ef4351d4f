namespace FanIn.Theory.Quadrature;

/// <summary>Averages of φ over ξ ~ N(0, 1) at μ + τξ, for one τ and any μ: the inner integral of a pair.</summary>
internal abstract class InnerAverages
{
    /// <summary>E φ − φ(μ).</summary>
    public double Shift { get; protected set; }

    /// <summary>E (φ − φ(μ))².</summary>
    public double SquaredShift { get; protected set; }

    /// <summary>E φ′.</summary>
    public double Slope { get; protected set; }

    /// <summary>E φ′².</summary>
    public double SquaredSlope { get; protected set; }

    /// <summary>E[φ′² (ξ² − 1)]/τ² = E (φ′²)″.</summary>
    public double SquaredSlopeBend { get; protected set; }

    /// <summary>E[φ′ξ]/τ = E φ″.</summary>
    public double Bend { get; protected set; }

    /// <summary>E[φφ′ξ]/τ = ½ E (φ²)″.</summary>
    public double SquareBend { get; protected set; }

    /// <summary>Averages at μ; the properties hold them until the next call.</summary>
    /// <param name="mu">μ.</param>
    /// <param name="centre">φ(μ).</param>
    public abstract void At(double mu, double centre);
}
