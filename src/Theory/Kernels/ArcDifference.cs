using FanIn.Theory.Numerics;

namespace FanIn.Theory.Kernels;

/// <summary>
/// δ = arcsin(m/(1 + m)) − arcsin(k/(1 + m)) for k = m(1 − d), without the cancellation of a small d: with r = 1 + m the two roots' product
/// r² sin δ = m√(r² − k²) − k√(r² − m²), times their sum, is r²(m² − k²). The covariances of erf and GELU are made of such arcs.
/// </summary>
internal readonly struct ArcDifference
{
    /// <summary>The difference.</summary>
    /// <param name="most">m, not negative.</param>
    /// <param name="d">From 0 to 1.</param>
    public ArcDifference(double most, double d)
    {
        Nearer = most * (1 - d);
        HeightAtMost = Math.Sqrt(1 + 2 * most);
        Height = Math.Sqrt((1 + most * d) * (1 + most * (2 - d)));
        var squares = most * most * (d * (2 - d));
        HeightDifference = squares / (Height + HeightAtMost);
        Sine = most > 0 ? squares / (most * Height + Nearer * HeightAtMost) : 0;
        var cosine = (HeightAtMost * Height + most * Nearer) / ((1 + most) * (1 + most));
        Value = Elementary.Angle(Sine, cosine);
        CosineDefect = Sine * Sine / (1 + cosine);
    }

    /// <summary>δ.</summary>
    public double Value { get; }

    /// <summary>k.</summary>
    public double Nearer { get; }

    /// <summary>√(r² − k²).</summary>
    public double Height { get; }

    /// <summary>√(r² − m²).</summary>
    public double HeightAtMost { get; }

    /// <summary><see cref="Height"/> − <see cref="HeightAtMost"/>.</summary>
    public double HeightDifference { get; }

    /// <summary>sin δ.</summary>
    public double Sine { get; }

    /// <summary>1 − cos δ.</summary>
    public double CosineDefect { get; }
}
