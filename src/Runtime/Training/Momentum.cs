using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Training;

/// <summary>
/// Gradient descent with momentum: v ← β v + g, then w − η v (Polyak 1964; as PyTorch writes it, so that η scales the whole step).
/// </summary>
/// <param name="learningRate">η.</param>
/// <param name="beta">β.</param>
public readonly struct Momentum(double learningRate, double beta) : IOptimizer
{
    /// <inheritdoc/>
    public static int StatesPerElement => 1;

    /// <inheritdoc/>
    public void Advance()
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector w, TVector g, ref TVector first, ref TVector second)
        where TVector : struct, IVector<TVector>
    {
        first = TVector.FusedMultiplyAdd(TVector.Constant(beta), first, g);
        return TVector.FusedMultiplyAdd(TVector.Constant(-learningRate), first, w);
    }
}
