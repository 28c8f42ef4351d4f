using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = x / (1 + |x|) (Bergstra et al. 2009). Error at most 1.5 ulp, of φ′ 3.5.</summary>
public readonly struct Softsign : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Symmetric;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var y = TVector.Min(TVector.Constant(TVector.IsDouble ? double.MaxValue : float.MaxValue), TVector.Abs(x));
        return y / (TVector.Constant(1) + y) | x & TVector.Constant(-0.0);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var root = TVector.Constant(1) / (TVector.Constant(1) + TVector.Abs(x));
        return root * root;
    }
}
