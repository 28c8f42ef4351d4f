using FanIn.Runtime.Activations;
using FanIn.Runtime.Diagnostics;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>Where φ saturates, in the form that a run compares with.</summary>
public sealed class SaturationLimitsTests
{
    [Fact]
    public void They_are_thresholds_infinities_or_nothing()
    {
        Assert.Equal(2.1783, SaturationLimits.Of(new Tanh()).High, 1e-4);
        Assert.Equal(-2.1783, SaturationLimits.Of(new Tanh()).Low, 1e-4);
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity), SaturationLimits.Of(new Relu()));
        Assert.Equal(new(double.NaN, double.NaN), SaturationLimits.Of(new Exponential()));
        Assert.Equal(2, SaturationLimits.Of(new HardTanh(-2, 2)).High, 1e-9);
    }

    /// <summary>They are sought anew when a setting changes φ, and not with every draw.</summary>
    [Fact]
    public void Functions_with_the_same_numbers_share_them()
    {
        Assert.True(SaturationLimits.AreEqual(new HardTanh(-1, 1), new HardTanh(-1, 1)));
        Assert.False(SaturationLimits.AreEqual(new HardTanh(-1, 1), new HardTanh(-1, 2)));
        Assert.True(SaturationLimits.AreEqual(new Tanh(), new Tanh()));
        Assert.False(SaturationLimits.AreEqual(new HeldElsewhere("a"), new HeldElsewhere("a")));     // what it holds may have changed
    }

    private readonly struct HeldElsewhere(string name) : IActivation
    {
        public string Name { get; } = name;

        public TVector Apply<TVector>(TVector x)
            where TVector : struct, Runtime.Numerics.IVector<TVector> => x;

        public TVector Derivative<TVector>(TVector x)
            where TVector : struct, Runtime.Numerics.IVector<TVector> => TVector.Constant(1);
    }
}
