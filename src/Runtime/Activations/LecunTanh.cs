using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = 1.7159 tanh(2x/3), with φ(±1) near ±1 (LeCun et al. 1998, Efficient BackProp, §4.4). Error at most 3.9 ulp, of φ′ 3.4.
/// </summary>
public readonly struct LecunTanh : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => new(-1.716, 1.716);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Constant(Height) * Functions.Tanh((x + x) / TVector.Constant(3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        // Beyond the ends φ′ is 0. e^(−4|x|/3) needs what the quotient has lost.
        var y = TVector.Constant(4) * TVector.Min(TVector.Constant(600), TVector.Abs(x));
        var quotient = y / TVector.Constant(-3);
        var low = TVector.FusedMultiplyAdd(quotient, TVector.Constant(3), y) / TVector.Constant(-3);
        var first = Functions.ExpFactors(quotient, low, out var last);
        return Functions.SigmoidSlope(TVector.Constant(4.575733333333333) * first, first, last);
    }

    private const double Height = 1.7159;
}
