using CsCheck;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>Where warnings stand, what they say, and what they cost at most.</summary>
public class AdviceTests
{
    [Fact]
    public void A_layer_is_named_with_its_number_in_its_item_and_each_item_has_its_own_warning()
    {
        var diagnostics = Advices.Of("input: { batch: 1000, features: 100 }\nlayers:\n"
            + "  - dense: 100\n    init: { normal: { std: 0.1 } }\n    activation: tanh\n    name: stem\n"
            + "  - layers:\n      - { dense: 100, name: hidden, init: { normal: { std: 1 } }, activation: tanh }\n    repeat: 4\n");
        var saturated = diagnostics.Where(diagnostic => diagnostic.Id == "FAN1003").ToList();
        Assert.Equal([(7, 10)], saturated.Select(diagnostic => (diagnostic.Range.From.Line, diagnostic.Range.From.Column)));
        Assert.StartsWith("Saturation: 72.9 % of the pre-activations of 'hidden1' (layer 1 of 4) lie where",
            saturated[0].Message, StringComparison.Ordinal);
        Assert.Equal([2], diagnostics.Where(diagnostic => diagnostic.Id == "FAN1005").Select(diagnostic => diagnostic.Range.From.Line));
    }

    [Theory]
    [InlineData("1 / x")]
    [InlineData("1 / (x - 1)^2")]
    [InlineData("sin(x) / cos(x)")]
    [InlineData("abs(x)^-0.5")]
    [InlineData("sqrt(abs(x))")]
    [InlineData("log(abs(x))")]
    public void Of_a_formula_with_a_pole_or_of_slopes_without_bound_no_integral_that_diverges_is_told(string formula) =>
        Assert.Empty(Advices.Of(
            "input: { batch: 1000, features: 100 }\nlayers:\n"
            + $"  - {{ dense: 100, repeat: 4, init: xavier_normal, activation: {{ formula: {formula} }} }}\n"));

    [Fact]
    public void Symmetric_units_are_said_of_the_initialiser_where_it_stands()
    {
        var diagnostic = Advices.Of("input: { batch: 10, features: 4 }\nlayers:\n  - { "
            + "dense: 3, repeat: 2, init: $init }\nmatrix: { init: [zeros, he_normal, ones] }\n").Single();
        Assert.Equal(
            "test.yaml(3,34): warning FAN1009: All units of 'layer1' (layer 1 of "
            + "2) are one unit (so are those of 1 more of its layers): all weights are the same "
                + "number, in zeros; also in ones. Draw them, as xavier_normal "
                + "does. Meant? Write allow: [{ id: symmetric_units, for: \"zeros\" }, "
                + "{ id: symmetric_units, for: \"ones\" }].",
            diagnostic.ToString());
    }

    [Theory]
    [InlineData("bias: zeros", 1)]
    [InlineData("bias: { normal: { std: 0.1 } }", 0)]
    public void A_random_bias_tells_units_apart(string bias, int expected) => Assert.Equal(
        expected, Advices.Of($"input: {{ batch: 10, features: 4 }}\nlayers: [{{ dense: 3, init: ones, {bias} }}]\n").Count);

    [Fact]
    public void A_branch_may_end_with_zeros() => Assert.Empty(Advices.Of(
        "input: { batch: 10, features: 4 }\nlayers: [{ residual: { layers: [{ dense: "
        + "9, init: he_normal, activation: relu }, { dense: 4, init: zeros }] } }]\n"));

    [Theory]
    [InlineData("relu", "{ normal: { std: 0.01 } }", 5, "With relu, He (std sqrt(2 / fan_in)) keeps signal and gradient.")]
    [InlineData("tanh", "{ normal: { std: 1 } }", 5, "With tanh, Xavier (std sqrt(1 / fan_in)) keeps signal and gradient.")]
    [InlineData("gelu", "{ normal: { std: 0.01 } }", 5,
        "With gelu, { lecun_normal: { gain: exact } } (std 1.53 / sqrt(fan_in)) keeps signal and gradient.")]
    [InlineData("tanh, bias: { normal: { std: 0.3 } }", "{ normal: { std: 0.4 } }", 12,
        "With tanh, { edge_of_chaos: { sigma_b: 0.3 } } (std 1.4 / sqrt(fan_in)) keeps signal and gradient.")]
    [InlineData("sigmoid", "he_normal", 5, "No scale of the weights suits sigmoid: use tanh with Xavier, or relu with He.")]
    [InlineData("sparse_plus, bias: { normal: { std: 0.435 } }", "{ normal: { std: 0.05 } }",
        12, "No scale of the weights suits sparse_plus: use relu with He.")]
    [InlineData("sigmoid, bias: { normal: { std: 30 } }", "he_normal", 5,
        "No scale of the weights suits sigmoid; with this input and bias tanh with Xavier or relu with He would not do either.")]
    [InlineData(
        "{ formula: \"x / (1 + abs(x))\" }", "{ normal: { std: 0.01 } }", 5, "With this formula, Xavier (std sqrt(1 / fan_in)) keeps")]
    [InlineData("identity", "{ normal: { std: 0.01 } }", 5, "With linear layers, Xavier (std sqrt(1 / fan_in)) keeps")]
    [InlineData("tanh", "lecun_normal", 300,
        "No scale of the weights carries tanh through 300 layers: residual connections or a normalisation do.")]
    [InlineData("relu", "{ normal: { std: 0.01 } }", 3000, "What would cure it takes longer to tell than a build should: advise tells.")]
    [InlineData("relu", "he_normal", 100, "Residual connections or batch_norm keep inputs apart, whatever the scale of the weights.")]
    [InlineData("relu", "he_normal", 60, "leaky_relu, elu and gelu have a slope on both sides; fewer layers help as well.")]
    public void The_cure_fits_the_network(string activation, string init, int depth, string cure) =>
        Assert.Contains(cure, Advices.Of(Advices.Network(activation, init, depth))[0].Message);

    [Fact]
    public void An_input_that_is_too_large_is_named() => Assert.Contains(
        "With tanh, Xavier (std sqrt(1 / fan_in)) and an input of mean 0 and std 1 keep signal and gradient.",
        Advices.Of(Advices.Network("tanh", "lecun_normal", 1)
            .Replace("features: 100", "features: 100, distribution: { normal: { std: 5 } }", StringComparison.Ordinal))[0].Message);

    [Fact]
    public void Long_lists_of_variants_are_cut()
    {
        string message = Advices.Of(Advices.Network("tanh", "{ normal: { std: s } }")
            + $"matrix: {{ s: [{string.Join(", ", Enumerable.Range(1, 30))}] }}\n")[0].Message;
        Assert.Contains(", in 30; also in 1 (82.8 %), 2 (91.3 %),", message);
        Assert.Contains(" and 17 more. ", message);
        Assert.EndsWith("Meant? Write allow: [{ id: saturation }].", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lsuv")]
    [InlineData("looks_linear")]
    [InlineData("{ normal: { mean: 5 } }")]
    [InlineData("MyLab.Draw")]
    public void Where_theory_says_nothing_there_is_no_warning(string init) => Assert.Empty(Advices.Of(Advices.Network("relu", init, 50)));

    [Fact]
    public void A_file_with_an_error_has_no_advice() =>
        Assert.Equal(
            ["FAN0014"], Reads.Read(Advices.Network("tanh", "ones") + "sead: 1\n").Diagnostics.Select(diagnostic => diagnostic.Id));

    /// <summary>Too many kinks to integrate, poles, values that are no numbers: nothing is said, and nothing hangs.</summary>
    [Theory]
    [InlineData("abs(sin(50 * x))")]
    [InlineData("where(sin(100 * x) > 0, 1, x)")]
    [InlineData("log(x)")]
    [InlineData("sqrt(x)")]
    [InlineData("exp(exp(x))")]
    [InlineData("exp(x ^ 2)")]
    public void A_formula_that_is_too_much_for_theory_has_no_advice(string formula) =>
        Assert.Empty(Advices.Of(Advices.Network($"{{ formula: \"{formula}\" }}", "he_normal")));

    /// <summary>Of 16,384 layers that all differ the first 4,096 are predicted: variants 0 to 63.</summary>
    [Fact]
    public void A_file_may_be_as_large_as_the_language_allows()
    {
        string yaml = Advices.Network("relu", "{ normal: { std: 0.01 + s * 1e-6 } }", depth: 64)
            + $"matrix: {{ s: [{string.Join(", ", Enumerable.Range(0, 256))}] }}\n"
            + "allow: [{ id: chaotic }]\n";
        var diagnostics = Advices.Of(yaml);
        Assert.Equal(["FAN1001", "FAN1004", "FAN1008"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Contains(" and 51 more. ", diagnostics[0].Message);
    }

    [Fact]
    public void Equal_networks_are_predicted_once()
    {
        string yaml = Advices.Network("relu", "{ normal: { std: 0.01 } }", depth: 64)
            + $"seed: $s\nmatrix: {{ s: [{string.Join(", ", Enumerable.Range(0, 256))}] }}\n";
        Assert.Contains(" and 243 more. ", Advices.Of(yaml)[0].Message);
    }

    /// <summary>Inputs without a distance, or next to none, meet slopes whose mean square is not known.</summary>
    [Theory]
    [InlineData("exponential", "softsign", "{ constant: { value: 1 } }")]
    [InlineData("identity", "{ formula: \"sqrt(abs(x))\" }", "{ constant: { value: 1 } }")]
    [InlineData("identity", "{ formula: \"sqrt(abs(x))\" }", "{ normal: { mean: 1e9 } }")]
    public void Equal_inputs_are_equal_whatever_the_slopes(string first, string then, string input)
    {
        string layers = $"{{ dense: 29, repeat: 2, init: he_normal, activation: {first} }}, "
            + $"{{ dense: 28, repeat: 2, init: {{ normal: {{ std: 1e-5 }} }}, activation: {then} }}";
        Assert.DoesNotContain(
            Advices.Of($"input: {{ batch: 32, features: 7, distribution: {input} }}\nlayers: [{layers}]\n"),
            diagnostic => diagnostic.Message.Contains("NaN", StringComparison.Ordinal));
    }

    /// <summary>Networks of any layers: the reader says what it has to say, and throws nothing.</summary>
    [Fact]
    public void No_network_makes_it_throw()
    {
        var activation = Gen.OneOf<string>(
            [.. Lexicon.Activations.Where(entry => entry.Parameters.All(parameter => !parameter.IsRequired)).Select(entry => entry.Name)]);
        var std = Gen.OneOf("0", "1e-200", "1e-5", "0.1", "1", "30", "1e150");
        var init = Gen.OneOf(
            Gen.OneOf("he_normal", "orthogonal", "edge_of_chaos", "zeros",
                "lsuv", "torch_default", "{ sparse: { sparsity: 0.9 } }", "tf_playground"),
            std.Select(number => $"{{ normal: {{ std: {number} }} }}"));
        var layer = Gen.OneOf(
            Gen.Select(activation, init, Gen.Int[1, 30], Gen.Int[1, 5]).Select((phi, weights, width, repeat) =>
                $"{{ dense: {width}, repeat: {repeat}, init: {weights}, activation: "
                + $"{phi}, bias: {(width % 3 == 0 ? "{ normal: { std: 0.1 } }" : "none")} }}"),
            activation.Select(phi => $"{{ activation: {phi} }}"),
            std.Select(
                scale => $"{{ residual: {{ scale: {scale}, layers: [{{ activation: tanh }}, {{ layers: [layer_norm], repeat: 2 }}] }} }}"),
            Gen.OneOf("batch_norm", "rms_norm", "{ dropout: { keep: 0.1 } }"));
        var distribution =
            Gen.OneOf("normal", "{ constant: { value: 1 } }", "{ constant: { value: 0 } }", "uniform", "{ normal: { mean: 1e100 } }");
        Gen.Select(layer.Array[1, 8], distribution, Gen.Int[1, 50]).Sample((layers, input, batch) =>
        {
            string yaml = $"input: {{ batch: {batch}, features: 7, distribution: {input} }}\nlayers: [{string.Join(", ", layers)}]\n";
            foreach (var diagnostic in Advices.Of(yaml))
            {
                Assert.DoesNotContain("NaN", diagnostic.Message);
                Assert.DoesNotContain("Infinity", diagnostic.Message);
            }
        }, iter: 1000, seed: "0000dKwZVXZ1");
    }
}
