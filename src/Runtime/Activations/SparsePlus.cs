using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = 0 for x ≤ −1, (x + 1)²/4 up to 1, then x: softplus with ends (Martins and Astudillo 2016). Error at most 2 ulp, of φ′ 0.5.
/// </summary>
public readonly struct SparsePlus : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.NonNegative;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [-1, 1];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var half = TVector.Constant(0.5) * TVector.Max(TVector.Constant(0), x + TVector.Constant(1));
        return TVector.Select(TVector.LessThan(TVector.Constant(1), x), x, half * half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => new SparseSigmoid().Apply(x);
}
