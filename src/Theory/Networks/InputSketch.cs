namespace FanIn.Theory.Networks;

/// <summary>Input values: independent ones, or those of <see cref="Data"/>.</summary>
/// <param name="Width">n₀.</param>
/// <param name="Mean">E x.</param>
/// <param name="Variance">Var x.</param>
/// <param name="IsNormal">False: uniform, say, or data; then x is known by its moments alone.</param>
/// <param name="SquareVariance">Var x²; null: that of a normal distribution.</param>
public sealed record InputSketch(int Width, double Mean, double Variance, bool IsNormal = true, double? SquareVariance = null)
{
    /// <summary>How samples of data lie to each other; null where all values are independent.</summary>
    public DataMoments? Data { get; private init; }

    /// <summary>
    /// Of another symmetric distribution: Var x² = E(x − m)⁴ + 4m² Var x − (Var x)².
    /// </summary>
    /// <param name="width">n₀.</param>
    /// <param name="mean">m.</param>
    /// <param name="variance">Var x.</param>
    /// <param name="fourth">E(x − m)⁴.</param>
    public static InputSketch Symmetric(int width, double mean, double variance, double fourth) =>
        new(width, mean, variance, IsNormal: false, fourth + 4 * mean * mean * variance - variance * variance);

    /// <summary>Of data, whose values depend on each other.</summary>
    /// <param name="width">n₀.</param>
    /// <param name="mean">Mean of all values.</param>
    /// <param name="variance">Their variance.</param>
    /// <param name="data">How samples lie to each other.</param>
    public static InputSketch OfData(int width, double mean, double variance, DataMoments data) =>
        new(width, mean, variance, IsNormal: false) { Data = data };
}

/// <summary>
/// What theory needs of data beyond mean and variance. K_ij = x_i · x_j/n₀ of samples i ≠ j has the mean K̄, q_i = K_ii the mean q⁰.
/// </summary>
/// <param name="Cosine">c⁰ = K̄/q⁰.</param>
/// <param name="Spread">v₀: Var K_ij over (q⁰ − K̄)².</param>
/// <param name="Directions">
/// The same of K_ij without what each sample has for itself, K_ij − K̄_i − K̄_j + K̄: with 1/N the inverse of the participation ratio.
/// </param>
/// <param name="SizeSpread">u: Var q_i over q⁰².</param>
public sealed record DataMoments(double Cosine, double Spread, double Directions, double SizeSpread)
{
    /// <summary>Variance of a batch's q⁰ over draws of data and batch; 0 where the moments are those of the batch itself.</summary>
    public double SecondNoise { get; init; }
}
