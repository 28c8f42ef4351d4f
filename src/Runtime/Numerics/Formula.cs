namespace FanIn.Runtime.Numerics;

/// <summary>
/// The functions of the YAML's formulas. Generated code calls them, so that the bits of an initialiser's numbers
/// are the run's and not those of the machine that compiled it.
/// </summary>
public static class Formula
{
    /// <summary>Square root, correctly rounded.</summary>
    public static double Sqrt(double x) => Math.Sqrt(x);
}
