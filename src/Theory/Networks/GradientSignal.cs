namespace FanIn.Theory.Networks;

/// <summary>What theory knows of a gradient on its way back.</summary>
/// <param name="Second">E δ².</param>
/// <param name="Spread">Mean square over pairs of inputs of their gradients' correlation.</param>
/// <param name="Noise">Relative variance over draws of the mean of δ², from the draws of each layer.</param>
/// <param name="Drift">Relative deviation over draws that the forward signal's own deviation causes, added coherently.</param>
internal readonly record struct GradientSignal(double Second, double Spread, double Noise, double Drift)
{
    /// <summary>Standard deviation over draws of ln √E δ².</summary>
    public double LogDeviation => Math.Sqrt(Noise + Drift * Drift) / 2;

    /// <summary>√E δ² with its deviation.</summary>
    public Estimate Rms => new(Math.Sqrt(Second), Math.Sqrt(Second) * LogDeviation);
}
