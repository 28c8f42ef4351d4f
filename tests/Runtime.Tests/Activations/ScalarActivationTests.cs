using FanIn.Runtime.Activations;
using FanIn.Theory;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>What theory sees of the runtime's activations.</summary>
public class ScalarActivationTests
{
    [Fact]
    public void Theory_sees_value_slope_and_kinks()
    {
        var relu = new ScalarActivation<Relu>(new Relu());
        Assert.Equal([0.0], relu.Kinks);
        Assert.Equal((2.5, 1.0), (relu.Value(2.5), relu.Derivative(2.5)));
        Assert.Equal((0.0, 0.0), (relu.Value(-1), relu.Derivative(-1)));

        var sigmoid = new ScalarActivation<Sigmoid>(new Sigmoid());
        Assert.Empty(sigmoid.Kinks);
        Assert.Equal((0.5, 0.25), (sigmoid.Value(0), sigmoid.Derivative(0)));
    }

    [Fact]
    public void Gains_follow_from_the_runtimes_own_functions()
    {
        Assert.Equal(1.59253741972, Gains.Of(new ScalarActivation<Tanh>(new Tanh())).SecondMoment, 1e-11);
        Assert.Equal(Math.Sqrt(2), Gains.Of(new ScalarActivation<Relu>(new Relu())).SecondMoment, 1e-14);
        Assert.Equal(1, Gains.Of(new ScalarActivation<Identity>(new Identity())).Backward, 1e-14);
    }
}
