namespace FanIn.Theory.Activations;

/// <summary>A φ given by two functions.</summary>
/// <param name="value">φ.</param>
/// <param name="derivative">φ′; at a kink that of the branch x ≤ kink.</param>
/// <param name="kinks">Where φ or φ′ is not smooth, ascending.</param>
public sealed class ScalarFunction(Func<double, double> value, Func<double, double> derivative, params double[] kinks) : IScalarActivation
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks { get; } = kinks;

    /// <inheritdoc/>
    public double Value(double x) => value(x);

    /// <inheritdoc/>
    public double Derivative(double x) => derivative(x);
}
