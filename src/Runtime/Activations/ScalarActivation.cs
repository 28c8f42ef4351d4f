using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>An activation of the runtime as theory sees it: one number at a time, the same bits as in a run.</summary>
/// <typeparam name="TActivation">φ.</typeparam>
/// <param name="activation">φ with its parameters.</param>
public sealed class ScalarActivation<TActivation>(TActivation activation) : IScalarActivation
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks { get; } = activation.Kinks;

    /// <inheritdoc/>
    public double Value(double x) => activation.Apply(new Lane<double>(x)).Value;

    /// <inheritdoc/>
    public double Derivative(double x) => activation.Derivative(new Lane<double>(x)).Value;
}
