using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>One typo is one error: what stands behind a misspelt key is read as what it was meant for.</summary>
public class MisspeltKeyTests
{
    private const string Input = "input: { batch: 10, features: 4 }\n";
    private const string Train = "train: { data: digits, steps: 9, batch: 4, learning_rate: 1 }\nlayers: [{ dense: 10, init: ones }]\n";

    [Theory]
    [InlineData("{ dense: 3, [|inti|]: ones }", "FAN0014 A layer has no key 'inti'. Did you mean 'init'?")]
    [InlineData("{ [|dnese|]: 3, init: ones }", "FAN0017 Did you mean 'dense'?")]
    [InlineData("{ dense: 3, init: { constant: { [|vlaue|]: 1 } } }",
        "FAN0014 'constant' has no number 'vlaue'. Did you mean 'value'? It takes: value.")]
    [InlineData("{ dense: 3, init: { sparse: { [|sparcity|]: 0.1 } } }", "FAN0014 Did you mean 'sparsity'?")]
    [InlineData("{ dense: 3, init: { truncated_normal: { min: -1, [|mx|]: 1 } } }", "FAN0014 Did you mean 'max'?")]
    [InlineData("{ dropout: { [|kep|]: 0.5 } }", "FAN0014 Did you mean 'keep'?")]
    [InlineData("{ residual: { [|layer|]: [layer_norm] } }", "FAN0014 Did you mean 'layers'?")]
    public void In_a_layer(string markup, string expected) => Reads.Bad(Input + $"layers: [{markup}]\n", expected);

    [Theory]
    [InlineData("[|inptu|]: { batch: 10, features: 4 }\nlayers: [{ dense: 3, init: ones }]\n", "FAN0014 Did you mean 'input'?")]
    [InlineData("input: { [|bacth|]: 10, features: 4 }\nlayers: [{ dense: 3, init: ones }]\n", "FAN0014 Did you mean 'batch'?")]
    [InlineData(Input
        + "[|layesr|]: [{ dense: 3, init: ones, name: a }]\nexpect: [{ layer: a, std: { min: 0 } }]\n", "FAN0014 Did you mean 'layers'?")]
    [InlineData(Input + "[|matrx|]: { init: [ones, zeros] }\nlayers: [{ dense: 3, init: "
        + "$init }]\nexpect: [{ for: ones, std: { min: 0 } }]\n", "FAN0014 Did you mean 'matrix'?")]
    [InlineData(Input
        + "[|parameter|]: { s: 1 }\nlayers: [{ dense: 3, init: { constant: { value: s } } }]\n", "FAN0014 Did you mean 'parameters'?")]
    [InlineData(Input + "[|backwards|]: { upstream: normal }\nlayers: [{ dense: 3, init: ones }]\nobserve: [activations, gradients]\n",
        "FAN0014 Did you mean 'backward'?")]
    [InlineData(Input + "layers: [{ dense: 3, init: ones }]\n[|obsevre|]: [weights]\nexpect: [{ tensor: weights, std: { min: 0 } }]\n",
        "FAN0014 Did you mean 'observe'?")]
    [InlineData("[|trian|]: { data: digits, steps: 9, batch: 4, learning_rate: 1 }\nlayers: [{ "
        + "dense: 10, init: ones }]\nexpect: [{ loss: { max: 3 } }]\n", "FAN0014 Did you mean 'train'?")]
    [InlineData("train: { data: digits, [|step|]: 9, batch: 4, learning_rate: 1 }\nlayers: [{ dense: 10, init: ones }]\n",
        "FAN0014 Did you mean 'steps'?")]
    public void In_the_file(string markup, string expected) => Reads.Bad(markup, expected);

    [Theory]
    [InlineData("expect: [{ [|sdt|]: { min: 0 } }]", "FAN0014 Did you mean 'std'?")]
    [InlineData("expect: [{ [|acuracy|]: { min: 0 } }]", "FAN0014 Did you mean 'accuracy'?")]
    [InlineData("expect: [{ std: { [|mxa|]: 1 } }]", "FAN0014 Did you mean 'max'?")]
    [InlineData("expect: [{ std: { near: 1, [|wihtin|]: 5 % } }]", "FAN0014 Did you mean 'within'?")]
    [InlineData("figure: [{ [|ylmi|]: [0, 1] }]", "FAN0014 Did you mean 'ylim'?")]
    [InlineData("allow: [{ [|di|]: saturation }]", "FAN0014 Did you mean 'id'?")]
    public void Where_one_of_several_keys_must_stand(string markup, string expected) => Reads.Bad(Train + markup + "\n", expected);

    [Fact]
    public void What_stands_behind_it_is_checked_as_well() =>
        Reads.Bad(
            Input + "layers: [{ dense: 3, [|inti|]: [|he_norml|] }]\nhistogram: { [|bin|]: [|0|] }\n",
            "FAN0014 Did you mean 'init'?",
            "FAN0017 Did you mean 'he_normal'?",
            "FAN0014 Did you mean 'bins'?",
            "FAN0022 bins");

    [Fact]
    public void What_is_like_no_key_is_no_substitute_for_one() =>
        Assert.Equal(
            ["FAN0015", "FAN0014"],
            Reads.Read(Input + "layers: [{ dense: 3, weights: ones }]\n").Diagnostics.Select(diagnostic => diagnostic.Id));

    [Fact]
    public void A_key_that_stands_there_already_keeps_its_value() =>
        Reads.Bad(
            Input + "layers: [{ dense: 3, init: ones, [|intit|]: nothing }]\n",
            "FAN0014 A layer has no key 'intit'. Did you mean 'init'?");

    [Fact]
    public void Of_two_that_are_meant_for_one_the_first_is_read() =>
        Reads.Bad(
            Input + "layers: [{ dense: 3, [|inti|]: ones, [|iint|]: nothing }]\n",
            "FAN0014 'inti'. Did you mean 'init'?",
            "FAN0014 'iint'. Did you mean 'init'?");

    [Fact]
    public void The_names_behind_it_stay()
    {
        const string Text = "experimnt: mine\nlayesr: [{ dnese: 3, nmae: a, repaet: 2 }]\nmatirx: { seed: [0, 1] }\n";
        Assert.Equal(
            ["mine Mine", "_0: A1 A2", "_1: A1 A2"],
            [
                $"{Outline(Text).Name} {Outline(Text).ClassName}",
                .. Outline(Text).Variants
                    .Select(variant => $"{variant.ClassName}: {string.Join(" ", variant.Layers.Select(layer => layer.PropertyName))}"),
            ]);
    }

    private static ExperimentOutline Outline(string text) => Reads.Read(text).Outline!;
}
