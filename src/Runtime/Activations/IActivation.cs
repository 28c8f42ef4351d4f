using FanIn.Runtime.Numerics;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Activations;

/// <summary>
/// An elementwise function φ, written once for every dtype and vector width. An activation is a readonly struct, so that the kernels
/// that take it as a type argument inline it; numbers of its own (a slope, say) are its fields.
/// </summary>
public interface IActivation
{
    /// <summary>What φ can give, rounding included: no finite or infinite x leads outside of it. Everything, unless stated.</summary>
    static virtual ActivationRange Range => ActivationRange.All;

    /// <summary>Where φ or φ′ is not smooth, ascending; quadrature splits there. Nowhere, unless stated.</summary>
    IReadOnlyList<double> Kinks => [];

    /// <summary>
    /// Theory's own form of the same function, where it has one that it computes faster with; null: theory asks <see cref="Apply"/> and
    /// <see cref="Derivative"/>, as for every type of your own.
    /// </summary>
    IScalarActivation? Known => null;

    /// <summary>φ of each lane; NaN for NaN.</summary>
    TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>;

    /// <summary>φ′ of each lane; NaN for NaN. At a kink it is that of the branch x ≤ kink.</summary>
    TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>;
}
