using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = ln σ(x) = −ln(1 + e⁻ˣ). Error at most 1.9 ulp, of φ′ = σ(−x) 2.1.</summary>
public readonly struct LogSigmoid : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => new(double.NegativeInfinity, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => -Functions.Softplus(-x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Sigmoid(-x);
}
