using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Training;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1): m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g², then in step t
/// w − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
/// </summary>
/// <param name="learningRate">η.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="epsilon">ε.</param>
public struct Adam(double learningRate, double beta1, double beta2, double epsilon) : IOptimizer
{
    private double _power1 = 1;
    private double _power2 = 1;

    /// <inheritdoc/>
    public static int StatesPerElement => 2;

    /// <inheritdoc/>
    public void Advance() => (_power1, _power2) = (_power1 * beta1, _power2 * beta2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Step<TVector>(TVector w, TVector g, ref TVector first, ref TVector second)
        where TVector : struct, IVector<TVector>
    {
        first = TVector.FusedMultiplyAdd(TVector.Constant(beta1), first, TVector.Constant(1 - beta1) * g);
        second = TVector.FusedMultiplyAdd(TVector.Constant(beta2), second, TVector.Constant(1 - beta2) * (g * g));
        var mean = first / TVector.Constant(1 - _power1);
        var root = TVector.Sqrt(second / TVector.Constant(1 - _power2)) + TVector.Constant(epsilon);
        return TVector.FusedMultiplyAdd(TVector.Constant(-learningRate), mean / root, w);
    }
}
