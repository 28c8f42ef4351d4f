using System.Collections.Concurrent;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>An activation of the runtime as theory sees it: one number at a time, the same bits as in a run.</summary>
/// <typeparam name="TActivation">φ.</typeparam>
/// <param name="activation">φ with its parameters.</param>
public sealed class ScalarActivation<TActivation>(TActivation activation) : IScalarActivation
    where TActivation : struct, IActivation
{
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<TActivation, ScalarActivation<TActivation>> Kept = new();

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks { get; } = activation.Kinks;

    /// <summary>The same object for the same numbers, so that what theory computed of it is there the next time.</summary>
    /// <param name="activation">φ with its parameters.</param>
    public static ScalarActivation<TActivation> Of(TActivation activation)
    {
        if (Kept.Count > MostKept)
            Kept.Clear();
        return Kept.GetOrAdd(activation, known => new(known));
    }

    /// <summary>Theory's own function where <see cref="IActivation.Known"/> names one, otherwise <see cref="Of"/>.</summary>
    /// <param name="activation">φ with its parameters.</param>
    public static IScalarActivation For(TActivation activation) => activation.Known ?? Of(activation);

    /// <inheritdoc/>
    public double Value(double x) => activation.Apply(new Lane<double>(x)).Value;

    /// <inheritdoc/>
    public double Derivative(double x) => activation.Derivative(new Lane<double>(x)).Value;
}
