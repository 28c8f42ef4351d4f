using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>
/// An elementwise function φ, written once for every dtype and vector width. An activation is a readonly struct, so that the kernels
/// that take it as a type argument inline it; numbers of its own (a slope, say) are its fields.
/// </summary>
public interface IActivation
{
    /// <summary>What φ can give, rounding included: no finite or infinite x leads outside of it.</summary>
    static abstract ActivationRange Range { get; }

    /// <summary>φ of each lane; NaN for NaN.</summary>
    TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>;
}
