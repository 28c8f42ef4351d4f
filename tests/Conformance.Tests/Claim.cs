namespace FanIn.Conformance.Tests;

/// <summary>What the formula of an initialiser says of 800 × 1250 weights.</summary>
/// <param name="Variant">The variant of million.yaml.</param>
/// <param name="Formula">The formula, for the page.</param>
/// <param name="Mean">Mean of the distribution.</param>
/// <param name="Std">Its standard deviation.</param>
/// <param name="Kurtosis">Its excess kurtosis; NaN where there is none.</param>
/// <param name="Low">No weight is below.</param>
/// <param name="High">No weight is above.</param>
public sealed record Claim(
    string Variant, string Formula, double Mean, double Std, double Kurtosis, double Low =
        double.NegativeInfinity, double High = double.PositiveInfinity)
{
    public const int Inputs = 800;
    public const int Units = 1250;
    public const double Count = (double)Inputs * Units;

    /// <summary>Whether nothing about it is left to chance.</summary>
    public bool IsExact { get; init; }

    /// <summary>Standard error of the excess kurtosis: √(24 / n) for a normal distribution, and less for those that are cut.</summary>
    public double KurtosisError { get; init; } = Math.Sqrt(24 / Count);

    /// <summary>Five standard errors of the mean.</summary>
    public double MeanTolerance => IsExact ? 1e-12 : 5 * Std / Math.Sqrt(Count);

    /// <summary>Five standard errors of the standard deviation: σ √((κ + 2) / 4n).</summary>
    public double StdTolerance => IsExact ? 1e-12 : 5 * Std * Math.Sqrt((Kurtosis + 2) / (4 * Count));

    /// <summary>Five standard errors of the excess kurtosis.</summary>
    public double KurtosisTolerance => 5 * KurtosisError;
}
