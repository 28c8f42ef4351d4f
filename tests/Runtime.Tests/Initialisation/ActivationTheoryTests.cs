using FanIn.Runtime.Activations;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Initialisation;

/// <summary>Gains and critical points as initialisers get them, against the literature's tables.</summary>
public sealed class ActivationTheoryTests
{
    [Fact]
    public void Gains_keep_the_second_moment()
    {
        Assert.Equal(1, ActivationTheory.Of(default(Identity)).Gain, 1e-12);
        Assert.Equal(Math.Sqrt(2), ActivationTheory.Of(default(Relu)).Gain, 1e-12);
        Assert.Equal(1.592537, ActivationTheory.Of(default(Tanh)).Gain, 1e-6);
        Assert.Equal(1.846229, ActivationTheory.Of(default(Sigmoid)).Gain, 1e-6);
    }

    [Fact]
    public void Tanhs_edge_of_chaos_is_the_references()
    {
        var tanh = ActivationTheory.Of(default(Tanh));
        Assert.Equal(1, tanh.SigmaWForBias(0), 1e-9);
        Assert.Equal(1.32700966070588, tanh.SigmaWForBias(Math.Sqrt(0.05)), 1e-9);
        Assert.Equal(1.32700966070588, tanh.SigmaWForVariance(0.570047881640764), 1e-9);
        Assert.Equal(Math.Sqrt(0.05), tanh.SigmaBForVariance(0.570047881640764), 1e-9);
    }

    [Fact]
    public void A_number_that_was_asked_for_is_there_without_allocation()
    {
        var tanh = ActivationTheory.Of(default(Tanh));
        Assert.Equal(0, Allocations.OfThread(
            () => _ = tanh.Gain + tanh.SigmaWForBias(0.1) + tanh.SigmaWForVariance(0.5) + tanh.SigmaBForVariance(0.5)));
    }

    [Fact]
    public void Where_there_is_no_critical_point_the_message_says_so()
    {
        var error = Assert.Throws<SettingException>(() => ActivationTheory.Of(default(Tanh)).SigmaWForBias(1e3));
        Assert.Equal("Tanh has no edge of chaos with σ_b = 1000; choose another, or another initialiser.", error.Message);
    }

    [Fact]
    public void An_activation_with_a_pole_or_of_nothing_but_zeros_has_no_gain()
    {
        const string Message = "has no exact gain: the mean of its square is zero, infinite or no number; choose another initialiser.";
        Assert.Equal($"Reciprocal {Message}", Assert.Throws<SettingException>(() => ActivationTheory.Of(default(Reciprocal)).Gain).Message);
        Assert.Equal($"Nothing {Message}", Assert.Throws<SettingException>(() => ActivationTheory.Of(default(Nothing)).Gain).Message);
    }

    private readonly struct Reciprocal : IActivation
    {
        public TVector Apply<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => TVector.Constant(1) / x;

        public TVector Derivative<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => TVector.Constant(-1) / (x * x);
    }

    private readonly struct Nothing : IActivation
    {
        public TVector Apply<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => TVector.Constant(0) * x;

        public TVector Derivative<TVector>(TVector x)
            where TVector : struct, IVector<TVector> => TVector.Constant(0) * x;
    }
}
