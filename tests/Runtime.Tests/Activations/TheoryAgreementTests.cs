using FanIn.Runtime.Activations;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>Theory's own functions are the runtime's: values, slopes, kinks.</summary>
public class TheoryAgreementTests
{
    private static readonly Dictionary<string, IScalarActivation> Runtime = new()
    {
        ["identity"] = new ScalarActivation<Identity>(default),
        ["sigmoid"] = new ScalarActivation<Sigmoid>(default),
        ["tanh"] = new ScalarActivation<Tanh>(default),
        ["relu"] = new ScalarActivation<Relu>(default),
        ["relu6"] = new ScalarActivation<Relu6>(default),
        ["leaky_relu"] = new ScalarActivation<LeakyRelu>(new LeakyRelu(0.01)),
        ["prelu"] = new ScalarActivation<LeakyRelu>(new LeakyRelu(0.25)),
        ["rrelu"] = new ScalarActivation<Rrelu>(new Rrelu(1.0 / 8, 1.0 / 3)),
        ["elu"] = new ScalarActivation<Elu>(new Elu(1)),
        ["selu"] = new ScalarActivation<Selu>(default),
        ["celu"] = new ScalarActivation<Celu>(new Celu(1)),
        ["exponential"] = new ScalarActivation<Exponential>(default),
        ["hard_sigmoid"] = new ScalarActivation<HardSigmoid>(default),
        ["sparse_sigmoid"] = new ScalarActivation<SparseSigmoid>(default),
        ["hard_tanh"] = new ScalarActivation<HardTanh>(new HardTanh(-1, 1)),
        ["lecun_tanh"] = new ScalarActivation<LecunTanh>(default),
        ["erf"] = new ScalarActivation<Erf>(default),
        ["softsign"] = new ScalarActivation<Softsign>(default),
        ["tanh_shrink"] = new ScalarActivation<TanhShrink>(default),
        ["soft_shrink"] = new ScalarActivation<SoftShrink>(new SoftShrink(0.5)),
        ["hard_shrink"] = new ScalarActivation<HardShrink>(new HardShrink(0.5)),
        ["sin"] = new ScalarActivation<Sin>(default),
        ["gelu"] = new ScalarActivation<Gelu>(default),
        ["gelu_tanh"] = new ScalarActivation<GeluTanh>(default),
        ["silu"] = new ScalarActivation<Silu>(default),
        ["mish"] = new ScalarActivation<Mish>(default),
        ["hard_swish"] = new ScalarActivation<HardSwish>(default),
        ["softplus"] = new ScalarActivation<Softplus>(new Softplus(1)),
        ["squareplus"] = new ScalarActivation<Squareplus>(new Squareplus(4)),
        ["sparse_plus"] = new ScalarActivation<SparsePlus>(default),
        ["log_sigmoid"] = new ScalarActivation<LogSigmoid>(default),
        ["threshold"] = new ScalarActivation<Threshold>(new Threshold(0, 0)),
    };

    public static TheoryData<string> Names => [.. Runtime.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_slopes_agree(string name)
    {
        var (theory, runtime) = (StandardActivations.Find(name)!, Runtime[name]);
        Assert.Equal(runtime.Kinks, theory.Kinks);
        for (var x = -9.03125; x < 9; x += 0.0625)
        {
            Assert.Equal(runtime.Value(x), theory.Value(x), 1e-14 * Math.Max(1, Math.Abs(runtime.Value(x))));
            Assert.Equal(runtime.Derivative(x), theory.Derivative(x), 1e-14 * Math.Max(1, Math.Abs(runtime.Derivative(x))));
        }
    }
}
