namespace FanIn.Theory.Networks;

/// <summary>What theory knows of a gradient on its way back.</summary>
/// <param name="Second">E δ².</param>
/// <param name="Spread">Mean square over pairs of inputs of their gradients' correlation.</param>
/// <param name="Noise">Relative variance over draws of the mean of δ², from the units of the layers it went through.</param>
/// <param name="Drift">∂ ln E δ²/∂E z²: what a deviation of the signal at this place does to the slopes from here on.</param>
/// <param name="Carried">Relative variance over draws that deviations of the signal cause which arise in later layers.</param>
internal readonly record struct GradientSignal(double Second, double Spread, double Noise, double Drift, double Carried)
{
    /// <summary>√E δ² with its deviation.</summary>
    /// <param name="signalNoise">Variance over draws of E z² at this place.</param>
    public Estimate Rms(double signalNoise) =>
        new(Math.Sqrt(Second), Math.Sqrt(Second) * Math.Sqrt(Noise + Carried + Drift * Drift * signalNoise) / 2);
}
