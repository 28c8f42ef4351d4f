namespace FanIn.Theory.Networks;

/// <summary>How the values of a weight matrix or a bias are distributed, or why theory can't say.</summary>
public sealed record WeightSketch
{
    private WeightSketch()
    {
    }

    /// <summary>Variance of each value.</summary>
    public double Variance { get; private init; }

    /// <summary>Why nothing is predicted, as a clause: "its weights have a mean"; null where something is.</summary>
    public string? Obstacle { get; private init; }

    /// <summary>Whether all values are the same number, which makes all units of a layer one unit.</summary>
    public bool IsConstant { get; private init; }

    /// <summary>Independent values with mean 0 of any distribution: for wide layers the variance alone counts.</summary>
    public static WeightSketch Random(double variance) => new() { Variance = variance };

    /// <summary>
    /// A random orthogonal matrix times a gain: the signal's and the gradient's sizes are those of independent values of the same
    /// variance (Pennington et al. 2017, §2), the finite-width bands are at most those.
    /// </summary>
    public static WeightSketch Orthogonal(double variance) => new() { Variance = variance };

    /// <summary>
    /// Independent values of any distribution, which must have mean 0: all else is beyond the theory of random networks. A mean of 10⁻¹² of
    /// the deviation is none but rounding.
    /// </summary>
    /// <param name="mean">Their mean.</param>
    /// <param name="variance">Their variance; 0 for a constant, NaN for one that is not known.</param>
    /// <param name="what">What they are, for the obstacle: "its weights".</param>
    public static WeightSketch Independent(double mean, double variance, string what = "its weights")
    {
        const double rounding = 1e-12;
        if (double.IsNaN(mean + variance))
        {
            return Beyond($"theory has no number for {what}");
        }

        if (variance == 0)
        {
            return Constant(mean);
        }

        return mean * mean <= rounding * rounding * variance ? Random(variance) : Beyond($"{what} have a mean");
    }

    /// <summary>gain · Q of a matrix with orthonormal columns, or rows where they are fewer: Var W = gain²/max(fan_in, fan_out).</summary>
    public static WeightSketch Orthogonal(double gain, int fanIn, int fanOut) =>
        gain == 0 ? Constant(0) : Orthogonal(gain * gain / Math.Max(fanIn, fanOut));

    /// <summary>The same number everywhere. Zeros as a bias are no bias; all else is beyond the theory of random networks.</summary>
    public static WeightSketch Constant(double value) => new()
    {
        IsConstant = true,
        Obstacle = value == 0 ? null : "every value is the same number, and theory is about random ones",
    };

    /// <summary>A distribution that theory does not cover.</summary>
    /// <param name="obstacle">Why, as a clause: "its weights depend on the data".</param>
    public static WeightSketch Beyond(string obstacle) => new() { Obstacle = obstacle };
}
