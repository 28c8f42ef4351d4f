using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>φ = 1 whatever x is.</summary>
internal readonly struct ConstantFunction : IActivation
{
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Constant(1);

    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Constant(0);
}

/// <summary>A ReLU of a user's own, who says nothing of its kink.</summary>
internal readonly struct OwnRamp : IActivation
{
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => TVector.Max(x, TVector.Constant(0));

    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector> =>
        TVector.Select(TVector.LessThan(TVector.Constant(0), x), TVector.Constant(1), TVector.Constant(0));
}
