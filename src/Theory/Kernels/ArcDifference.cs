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
        Height = Math.Sqrt(1 + most * d) * Math.Sqrt(1 + most * (2 - d));
        HeightDifference = most * (most / (Height + HeightAtMost)) * (d * (2 - d));

        // In units of r, so that no square of a large m is more than a number.
        var (x, k, high, low) = (most / (1 + most), Nearer / (1 + most), Height / (1 + most), HeightAtMost / (1 + most));
        Sine = most > 0 ? x * x * (d * (2 - d)) / (x * high + k * low) : 0;
        var cosine = low * high + x * k;
        Value = Elementary.Angle(Sine, cosine);
        CosineDefect = Sine * Sine / (1 + cosine);
    }

    /// <summary>
    /// √((1 + m₁)(1 + m₂) − m₁m₂c²): with x = m/(1 + m) the square over the product is 1/(1 + m₁) + x₁/(1 + m₂) + x₁x₂(1 − c²), a sum
    /// without cancellation.
    /// </summary>
    public static double HeightOf(double first, double second, double c)
    {
        var (x, y) = (first / (1 + first), second / (1 + second));
        return Math.Sqrt(1 + first) * Math.Sqrt(1 + second) * Math.Sqrt(1 / (1 + first) + x / (1 + second) + x * y * ((1 - c) * (1 + c)));
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
