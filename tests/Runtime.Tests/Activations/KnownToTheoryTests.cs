using FanIn.Runtime.Activations;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>Functions of which theory has a form of its own: it must be the same function.</summary>
public sealed class KnownToTheoryTests
{
    [Fact]
    public void It_is_the_same_function()
    {
        Same(default(Identity));
        Same(default(Relu));
        Same(default(Relu6));
        Same(new LeakyRelu(0.3));
        Same(new HardTanh(-2, 1.5));
        Same(default(HardSigmoid));
        Same(default(SparseSigmoid));
        Same(new SoftShrink(0.7));
        Same(new Elu(0.5));
        Same(default(Selu));
        Same(new Celu(0.5));
    }

    [Fact]
    public void Others_are_asked_number_by_number_and_once_for_the_same_numbers()
    {
        Assert.Null(((IActivation)default(Tanh)).Known);
        Assert.Null(new HardTanh(1, -1).Known);
        Assert.Null(new SoftShrink(0).Known);
        Assert.Same(ScalarActivation<Softplus>.For(new(2)), ScalarActivation<Softplus>.For(new(2)));
        Assert.NotSame(ScalarActivation<Softplus>.For(new(2)), ScalarActivation<Softplus>.For(new(3)));
        Assert.Same(ScalarActivation<LeakyRelu>.For(new(0.3)), ScalarActivation<LeakyRelu>.For(new(0.3)));
    }

    private static void Same<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        var (known, asked) = (Assert.IsAssignableFrom<IScalarActivation>(activation.Known), new ScalarActivation<TActivation>(activation));
        Assert.Equal(asked.Kinks, known.Kinks);
        for (var x = -9.03; x < 9; x += 0.1)
        {
            Assert.Equal(asked.Value(x), known.Value(x), 1e-14 * Math.Max(1, Math.Abs(x)));
            Assert.Equal(asked.Derivative(x), known.Derivative(x), 1e-14);
        }
    }
}
