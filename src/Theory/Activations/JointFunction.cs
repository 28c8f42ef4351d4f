using FanIn.Theory.Kernels;

namespace FanIn.Theory.Activations;

/// <summary>A φ given by one function that computes value and slope together.</summary>
/// <param name="both">φ and φ′; at a kink the slope of the branch x ≤ kink.</param>
/// <param name="kinks">Where φ or φ′ is not smooth, ascending.</param>
internal sealed class JointFunction(Func<double, (double Value, double Slope)> both, params double[] kinks)
    : IJointActivation, IIntegrableActivation
{
    public IReadOnlyList<double> Kinks { get; } = kinks;

    public IGaussianKernel? Kernel { get; init; }

    public double Value(double x) => both(x).Value;

    public double Derivative(double x) => both(x).Slope;

    public (double Value, double Slope) Both(double x) => both(x);
}
