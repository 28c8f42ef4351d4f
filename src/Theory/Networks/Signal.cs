namespace FanIn.Theory.Networks;

/// <summary>
/// What theory knows of the values between two layers. Averages are over units, inputs and draws; two inputs see the same draws. (Fields,
/// as each accessor would be compiled on its own in a process that makes one prediction; nobody writes to them but <c>with</c>.)
/// </summary>
internal sealed record Signal
{
    /// <summary>Units.</summary>
    public int Width;

    /// <summary>E z.</summary>
    public double Mean;

    /// <summary>E z².</summary>
    public double Second;

    /// <summary>E z² − E z z̃ over two inputs in one unit: what of z depends on the input.</summary>
    public double Distance;

    /// <summary>
    /// v: the mean square, over pairs of inputs, of what their covariance differs from its mean, over <see cref="Distance"/>².
    /// </summary>
    public double Spread;

    /// <summary>
    /// The same without what each input has for itself; it differs from <see cref="Spread"/> for data alone. With 1/N the inverse of the
    /// participation ratio.
    /// </summary>
    public double Directions;

    /// <summary>The part of <see cref="Spread"/> that data brought with it.</summary>
    public double DataSpread;

    /// <summary>By how much the mean distance of data, whose pairs differ, is thought to lie below <see cref="Distance"/>.</summary>
    public double DistanceShift;

    /// <summary>E z² of a small and of a large input of data; null where all inputs are of one size.</summary>
    public SizePair? Sizes;

    /// <summary>Whether the network's input is part of z as it is, whose units differ in all that data differ in.</summary>
    public bool HasData;

    /// <summary>∏κ: the share of <see cref="Distance"/> that is linear in the network's input; NaN behind a φ that jumps.</summary>
    public double Linear;

    /// <summary>Variance over draws of the mean of z, as far as it comes from finite widths and the finite batch.</summary>
    public double MeanNoise;

    /// <summary>The same of the mean of z².</summary>
    public double SecondNoise;

    /// <summary>The same of Var z; not of a Gaussian, whose <see cref="SecondNoise"/> it is.</summary>
    public double VarianceNoise;

    /// <summary>E z⁴; not of a Gaussian.</summary>
    public double Fourth;

    /// <summary>E (z − E z)⁴, likewise.</summary>
    public double CentralFourth;

    /// <summary>Relative variance over draws of <see cref="D"/>.</summary>
    public double DistanceNoise;

    /// <summary>Relative variance over draws of <see cref="Distance"/>/<see cref="Variance"/>.</summary>
    public double ShareNoise;

    /// <summary>The part of <see cref="SecondNoise"/> that arose in this layer.</summary>
    public double OwnNoise;

    /// <summary>What the mean square of a small change of the network's input has become.</summary>
    public double Sensitivity;

    /// <summary>
    /// True where z is Gaussian with mean 0: a pre-activation. Then <see cref="Spread"/>, <see cref="MeanNoise"/> and
    /// <see cref="SecondNoise"/> are those before the layer's own <see cref="Width"/> random units count: they count when the values are
    /// used. Behind a norm, which takes from units what makes their mean and mean square deviate, the last two are below 0.
    /// </summary>
    public bool IsGaussian;

    /// <summary>
    /// Whether a batch norm made it. Its units have a size of exactly 1, but inputs keep sizes of their own, which shift what φ makes of
    /// them: of second order, and so more than what is left of first order.
    /// </summary>
    public bool IsBatchNormed;

    /// <summary>Var z over units, inputs and draws.</summary>
    public double Variance => IsGaussian ? Second : Second - Mean * Mean;

    /// <summary>
    /// By how much the mean of E z² over inputs of unlike sizes differs from <see cref="Second"/>, which is that of the mean size.
    /// </summary>
    public double SizeShift => Sizes is { } sizes ? sizes.Mean - Second : 0;

    /// <summary>d = 1 − c = <see cref="Distance"/>/<see cref="Second"/>, at most 1.</summary>
    public double D => Second > 0 ? Math.Min(Distance / Second, 1) : 1;
}
