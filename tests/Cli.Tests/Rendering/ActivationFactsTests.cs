using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Tests.Rendering;

/// <summary>What <c>list activations NAME</c> says of one.</summary>
public sealed class ActivationFactsTests
{
    /// <summary>Quadrature of another program: relu's √2 is He's, selu's 1 its definition; silu and gelu as in NFNets' table.</summary>
    [Theory]
    [InlineData("identity", "1.0000")]
    [InlineData("relu", "1.4142")]
    [InlineData("tanh", "1.5925")]
    [InlineData("selu", "1.0000")]
    [InlineData("gelu", "1.5335")]
    [InlineData("silu", "1.6765")]
    [InlineData("mish", "1.4868")]
    [InlineData("softplus", "1.0419")]
    [InlineData("hard_swish", "1.7367")]
    [InlineData("tanh_shrink", "2.3384")]
    [InlineData("squareplus", "0.8165")]
    public void The_gain_is_that_of_the_literature(string name, string gain) =>
        Assert.Equal(gain, new ActivationFacts(Lexicon.Activations.Find(name)!).Gain);

    [Fact]
    public void The_shape_of_relu_lies_low_and_then_rises() =>
        Assert.Matches("^▁+▂+▃+▄+▅+▆+▇+█+$", new ActivationFacts(Lexicon.Activations.Find("relu")!).Sparkline(29)[7..]);

    [Fact]
    public void Every_activation_has_a_gain_and_a_shape() => Assert.All(Lexicon.Activations, entry =>
    {
        var facts = new ActivationFacts(entry);
        Assert.Matches(@"^[0-9]+\.[0-9]{4}$", facts.Gain);
        Assert.Equal(49, facts.Sparkline(49).Length);
        Assert.Contains('█', facts.Sparkline(49));
    });

    [Fact]
    public void A_clash_of_the_libraries_is_shown_in_80_columns()
    {
        using var session = new Session();
        session.Run("list", "activations", "leaky_relu");

        Assert.StartsWith("leaky_relu { slope: 0.01 }\n", session.Out, StringComparison.Ordinal);
        Assert.Contains("where(x <= 0, slope * x, x)", session.Out, StringComparison.Ordinal);
        Assert.Contains("PyTorch nn.LeakyReLU; Keras leaky_relu; JAX nn.leaky_relu", session.Out, StringComparison.Ordinal);
        Assert.Contains("0.2 in Keras' function", session.Out, StringComparison.Ordinal);
        Assert.Contains("1.4141", session.Out, StringComparison.Ordinal);
        Assert.All(session.OutLines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void An_open_limit_is_called_above()
    {
        using var session = new Session();
        session.Run("list", "activations", "softplus");
        Assert.Contains("beta (default 1, above 0)", session.Out, StringComparison.Ordinal);
    }
}
