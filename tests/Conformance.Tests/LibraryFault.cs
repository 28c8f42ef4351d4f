namespace FanIn.Conformance.Tests;

/// <summary>An initialiser that a library ships, or shipped, with a fault, and the number that shows it.</summary>
/// <param name="Library">Whose.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Reference">Where that is documented.</param>
/// <param name="Variant">The variant of million.yaml that does it right.</param>
/// <param name="Statistic">The statistic of a million weights that tells them apart.</param>
/// <param name="Faulty">Its value with the fault.</param>
public sealed record LibraryFault(string Library, string What, string Reference, string Variant, string Statistic, double Faulty)
{
    /// <summary>The statistic of what FanIn drew, what its formula says, and how far apart chance may bring them.</summary>
    public (double Drawn, double Right, double Tolerance) Compare()
    {
        var claim = Claims.All.Single(claim => claim.Variant == Variant);
        var weights = Drawn.Million(Variant).Weights!;
        return Statistic switch
        {
            "mean" => (weights.Mean, claim.Mean, claim.MeanTolerance),
            "std" => (weights.Std, claim.Std, claim.StdTolerance),
            "kurtosis" => (weights.ExcessKurtosis, claim.Kurtosis, claim.KurtosisTolerance),
            "max" => (weights.Max, claim.High, 1e-3 * claim.High),
            _ => throw new ArgumentException(Statistic),
        };
    }
}
