using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Training;

/// <summary>Stochastic gradient descent: w − η g.</summary>
/// <param name="learningRate">η.</param>
public readonly struct Sgd(double learningRate) : IOptimizer
{
    /// <inheritdoc/>
    public static int StatesPerElement => 0;

    /// <inheritdoc/>
    public void Advance()
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector w, TVector g, ref TVector first, ref TVector second)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(TVector.Constant(-learningRate), g, w);
}
