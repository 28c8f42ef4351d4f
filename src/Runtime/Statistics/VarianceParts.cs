using FanIn.Runtime.Results;

namespace FanIn.Runtime.Statistics;

/// <summary>What <see cref="VarianceSplit"/> is made of.</summary>
/// <param name="Units">Variance over units of their means.</param>
/// <param name="Inputs">Variance over the batch of the mean of all units.</param>
/// <param name="Within">Mean over units of their variances over the batch.</param>
/// <param name="Total">Variance of all elements.</param>
/// <param name="UnitStdMean">Mean over units of their standard deviations.</param>
internal readonly record struct VarianceParts(double Units, double Inputs, double Within, double Total, double UnitStdMean)
{
    /// <summary>The shares; NaN where the total is 0 or not a number.</summary>
    public VarianceSplit ToSplit()
    {
        var (unitShare, inputShare) = (Share(Units), Share(Inputs));
        return new(
            unitShare, inputShare, 1 - unitShare - inputShare, Share(Within),
            double.IsNaN(Units) ? double.NaN : Math.Sqrt(Units), double.IsNaN(UnitStdMean) ? double.NaN : UnitStdMean);
    }

    private double Share(double part) => Total > 0 && double.IsFinite(part / Total) ? part / Total : double.NaN;
}
