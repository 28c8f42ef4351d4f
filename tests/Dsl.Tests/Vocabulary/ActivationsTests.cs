using FanIn.Dsl.Formulas;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>The activations by the libraries' names, with their numbers; what is wrong with them is said where it stands.</summary>
public class ActivationsTests
{
    /// <summary>The elementwise functions of torch.nn, by their snake_case names.</summary>
    private const string Torch =
        "elu hardshrink hardsigmoid hardtanh hardswish leaky_relu logsigmoid prelu relu relu6 rrelu selu celu gelu sigmoid silu mish "
        + "softplus softshrink softsign tanh tanhshrink threshold identity";

    /// <summary>Those of keras.activations.</summary>
    private const string Keras =
        "celu elu exponential gelu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid mish relu relu6 "
        + "selu sigmoid silu swish soft_shrink softplus softsign sparse_plus sparse_sigmoid squareplus tanh tanh_shrink threshold";

    /// <summary>Those of jax.nn.</summary>
    private const string Jax =
        "relu relu6 sigmoid softplus sparse_plus sparse_sigmoid soft_sign silu swish log_sigmoid leaky_relu hard_sigmoid hard_silu "
        + "hard_swish hard_tanh tanh elu celu selu gelu squareplus mish identity";

    [Theory]
    [InlineData(Torch)]
    [InlineData(Keras)]
    [InlineData(Jax)]
    public void Every_elementwise_function_of_a_library_has_the_name_that_it_has_there(string names) =>
        Assert.All(names.Split(' '), name => Assert.NotNull(Lexicon.Activations.Find(name)));

    [Theory]
    [InlineData("swish", "silu")]
    [InlineData("hard_silu", "hard_swish")]
    [InlineData("linear", "identity")]
    [InlineData("hardtanh", "hard_tanh")]
    [InlineData("tanhshrink", "tanh_shrink")]
    [InlineData("soft_sign", "softsign")]
    public void Other_spellings_are_the_same_entry(string alias, string name) =>
        Assert.Same(Lexicon.Activations.Find(name), Lexicon.Activations.Find(alias));

    /// <summary>torch.nn's defaults, which are JAX's and Keras' where those have the function, but for the slopes of Keras.</summary>
    [Theory]
    [InlineData("leaky_relu", "0.01")]
    [InlineData("prelu", "0.25")]
    [InlineData("rrelu", "0.125 0.3333333333333333")]
    [InlineData("elu", "1")]
    [InlineData("celu", "1")]
    [InlineData("softplus", "1")]
    [InlineData("squareplus", "4")]
    [InlineData("hard_tanh", "-1 1")]
    [InlineData("soft_shrink", "0.5")]
    [InlineData("hard_shrink", "0.5")]
    public void Defaults_are_the_libraries(string name, string expected) => Assert.Equal(expected, Numbers(name));

    [Theory]
    [InlineData("{ leaky_relu: { slope: 0.2 } }", "0.2")]
    [InlineData("{ hard_tanh: { max: 2 } }", "-1 2")]
    [InlineData("{ threshold: { value: -1, threshold: 0.1 } }", "0.1 -1")]
    [InlineData("{ elu: { alpha: 1 / fan_in } }", "0.25")]
    public void Numbers_stand_in_the_constructors_order(string activation, string expected) =>
        Assert.Equal(expected, Numbers(activation));

    [Theory]
    [InlineData("{ leaky_relu: { [|slop|]: 1 } }", "FAN0014 'leaky_relu' has no number 'slop'. Did you mean 'slope'? It takes: slope.")]
    [InlineData("{ gelu: { [|approximate|]: 1 } }", "FAN0014 'gelu' has no number 'approximate'. It takes no numbers.")]
    [InlineData("{ softplus: { beta: [|0|] } }", "FAN0022 beta must be above 0; found 0.")]
    [InlineData("{ celu: { alpha: [|1 - 2|] } }", "FAN0022 alpha must be above 0; found '1 - 2' = -1.")]
    [InlineData("{ elu: { alpha: [|-1|] } }", "FAN0022 alpha must be at least 0; found -1.")]
    [InlineData("{ hard_tanh: [|{ min: 2 }|] }", "FAN0024 max must be above min; found min = 2, max = 1.")]
    [InlineData("[|threshold|]", "FAN0015 'threshold' needs the number 'threshold'")]
    [InlineData("[|geul|]", "FAN0017 There is no activation 'geul'. Did you mean 'gelu'?")]
    public void What_is_wrong_is_said_where_it_stands(string activation, string expected) =>
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers: [{{ dense: 3, init: ones, activation: {activation} }}]\n", expected);

    [Fact]
    public void Each_formula_is_one_over_x_and_the_entrys_numbers() => Assert.All(Lexicon.Activations, entry =>
    {
        Assert.NotEqual("", entry.Formula);
        Assert.All(entry.Parameters, parameter => Assert.Contains(parameter.Name, entry.Formula, StringComparison.Ordinal));
        Assert.All(
            entry.Parameters.Where(parameter => parameter.Default is not null),
            parameter => Assert.Empty(FormulaParser.Parse(parameter.Default!).Errors));
    });

    [Fact]
    public void Where_the_libraries_clash_it_is_noted()
    {
        Assert.All(
            ["gelu", "gelu_tanh", "leaky_relu", "prelu", "hard_sigmoid", "relu"],
            name => Assert.NotNull(Lexicon.Activations.Find(name)!.Note));
        Assert.All(Lexicon.Activations, entry => Assert.DoesNotContain('\n', entry.Note ?? ""));
    }

    /// <summary>The numbers in the constructor's order, separated by blanks.</summary>
    private static string Numbers(string activation)
    {
        var variant = Reads.Good(Reads.Body.Replace("ones", $"ones, activation: {activation}", StringComparison.Ordinal)).Variants[0];
        return string.Join(' ', variant.DenseLayers[0].Activation.Arguments.Select(argument => Words.Number(argument.Value.Value)));
    }
}
