using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>
/// φ(x) = x/6 + ½ between −3 and 3, 0 or 1 elsewhere (Howard et al. 2019). Keras before version 3 had x/5 + ½ between −2.5 and 2.5. Error
/// at most 1 ulp; φ′ is rounded once.
/// </summary>
public readonly struct HardSigmoid : IActivation
{
    /// <inheritdoc/>
    public IScalarActivation? Known => StandardActivations.Find("hard_sigmoid");

    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.Unit;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [-3, 3];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var shifted = x + TVector.Constant(3);
        return TVector.Min(TVector.Constant(6), TVector.Max(TVector.Constant(0), shifted)) / TVector.Constant(6);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var linear = TVector.LessThan(TVector.Constant(-3), x) & TVector.Constant(1.0 / 6);
        var slope = TVector.Select(TVector.LessThan(TVector.Constant(3), x), TVector.Constant(0), linear);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
