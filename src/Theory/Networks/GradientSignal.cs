namespace FanIn.Theory.Networks;

/// <summary>What theory knows of a gradient on its way back.</summary>
/// <param name="Second">E δ².</param>
/// <param name="Spread">Mean square over pairs of inputs of their gradients' correlation.</param>
/// <param name="Noise">Relative variance over draws of the mean of δ², from the units of the layers it went through.</param>
/// <param name="Drift">∂ ln E δ²/∂E z²: what a deviation of the signal at this place does to the slopes from here on.</param>
/// <param name="Carried">Relative variance over draws that deviations of the signal cause which arise in later layers.</param>
internal readonly record struct GradientSignal(double Second, double Spread, double Noise, double Drift, double Carried)
{
    /// <summary>
    /// The gradients' mean squares of a small and of a large input, over <see cref="Second"/>; null where inputs are of one size.
    /// </summary>
    public SizePair? Sizes { get; init; }

    /// <summary>Whether this is dL/dz of a loss itself, which no weights have met: its size is a measurement, and has no band.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Whether it is a loss's and follows the network's own output too much for a band.</summary>
    public bool IsEcho { get; init; }

    /// <summary>The same signal with the factors that a layer has for both inputs.</summary>
    public GradientSignal Times(SizePair? factors) => factors is not { } own ? this
        : this with { Sizes = Sizes is { } sizes ? new SizePair(sizes.Small * own.Small, sizes.Large * own.Large) : own };

    /// <summary>√E δ² with its deviation.</summary>
    /// <param name="signalNoise">Variance over draws of E z² at this place; below 0 behind a norm, which leaves none.</param>
    public Estimate Rms(double signalNoise)
    {
        var shift = Sizes is { } sizes ? sizes.Mean - 1 : 0;
        var variance = Noise + Carried + Drift * Drift * Math.Max(signalNoise, 0) + shift * shift;
        return new Estimate(Math.Sqrt(Second), IsMeasured || IsEcho ? double.NaN : Math.Sqrt(Second) * Math.Sqrt(variance) / 2);
    }
}
