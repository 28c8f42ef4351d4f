using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Names, numbers and sizes of layers.</summary>
public class LayerTests
{
    private static IEnumerable<string> Names(string layers) =>
        Reads.Good($"input: {{ batch: 10, features: 4 }}\nlayers: [{layers}]\n").Variants[0].Layers
            .Select(layer => $"{layer.Name}={layer.Path}={layer.PropertyName}");

    private static string Dense(string name, string more = "") => $"{{ dense: 3, init: ones, name: {name}{more} }}";

    [Fact]
    public void Layers_that_share_a_name_are_numbered_through() =>
        Assert.Equal(
            ["h1=h/1=H1", "h2=h/2=H2", "out=out/1=Out", "h3=h/3=H3"],
            Names($"{Dense("h", ", repeat: 2")}, {Dense("out")}, {Dense("h")}"));

    [Fact]
    public void A_sole_layer_keeps_the_bare_name_and_has_a_number_in_its_path() =>
        Assert.Equal(["fc-1=fc-1/1=Fc1", "2.0=2.0/1=_2_0"], Names($"{Dense("fc-1")}, {Dense("2.0")}"));

    [Fact]
    public void Widths_chain()
    {
        var layers = Reads.Good("input: { batch: 10, features: 4 }\nlayers: [{ dense: 7, init: "
            + "ones }, { dense: 5, init: ones, repeat: 2 }, { dense: 1, init: ones }]").Variants[0].Layers;

        Assert.Equal([(4, 7), (7, 5), (5, 5), (5, 1)], layers.Select(layer => (layer.FanIn, layer.FanOut)));
    }

    [Theory]
    [InlineData(
        "{ dense: 3, init: ones, name: h, repeat: 2 }, { dense: 3, init: ones, name: [|h1|] }",
        "FAN0030 Numbering makes two layers 'h1', this one and that of line 2")]
    [InlineData(
        "{ dense: 3, init: ones, name: a-b }, { dense: 3, init: ones, name: [|a_b|] }",
        "FAN0031 the C# property AB, which is that of the layer 'a-b'")]
    [InlineData("{ dense: 3, init: ones, name: [|input|] }", "FAN0031 the C# property Input, which is a member that every experiment has")]
    [InlineData("{ dense: 3, init: ones, name: [|test|] }", "FAN0031 the C# property Test, which is the name of the class around it")]
    [InlineData("{ dense: 3, init: ones, name: [|get-hash-code|] }", "FAN0031 GetHashCode")]
    [InlineData("{ dense: 3, init: ones, name: [|a b|] }", "FAN0029 'a b' can't be a layer's name: allowed are letters")]
    [InlineData("{ dense: 3, init: ones, name: [|-a|] }", "FAN0029 '-a' can't be")]
    [InlineData("{ dense: 3, init: ones, name: [|ä|] }", "FAN0029 'ä' can't be")]
    [InlineData("{ dense: 3, init: ones, name: [|[a]|] }", "FAN0016 name must be a layer's name; found a list")]
    [InlineData("[|3|]", "FAN0016 A layer must be a mapping")]
    [InlineData("[|{ dense: 3 }|]", "FAN0015 A layer needs the key 'init': Initialiser of the weights.")]
    [InlineData("[|{ name: x }|]", "FAN0015 A layer needs a key that is its kind. There are: dense, residual,")]
    [InlineData("{ dense: 3, init: ones, [|unit|]: 3 }", "FAN0014 A layer has no key 'unit'.")]
    [InlineData("{ dense: 3, init: ones, [|activatoin|]: relu }", "FAN0014 Did you mean 'activation'?")]
    [InlineData("{ [|conv|]: 3, init: ones }", "FAN0017 There is no kind of layer 'conv'. There are: dense, residual,")]
    [InlineData("{ [|conv|]: { kernel: 3 }, init: ones }", "FAN0017 There is no kind of layer 'conv'.")]
    [InlineData(
        "{ init: ones, [|Dens|]: 3 }", "FAN0017 There is no kind of layer 'Dens'. Did you mean 'dense'? There are: dense, residual,")]
    [InlineData("{ dense: 3, init: ones, [|conv|]: 3 }", "FAN0014 A layer has no key 'conv'.")]
    [InlineData("{ dense: [|0|], init: ones }", "FAN0022 dense must be a whole number from 1 to 268435456; found 0")]
    [InlineData("{ dense: [|2.5|], init: ones }", "FAN0023 found 2.5")]
    [InlineData("{ dense: [|1 / 3|], init: ones }", "FAN0023 found '1 / 3' = 0.333")]
    [InlineData("{ dense: [|many|], init: ones }", "FAN0020 'many' is neither a number")]
    [InlineData("{ dense: [|fan_in|], init: ones }", "FAN0020 known in a layer's init, bias and activation only")]
    [InlineData("{ dense: [|{}|], init: ones }", "FAN0016 dense must be a number or a formula; found a mapping")]
    [InlineData("{ dense: 3, init: ones, repeat: [|0|] }", "FAN0022 repeat must be a whole number from 1 to 4096; found 0")]
    [InlineData("{ dense: 3, init: ones, repeat: [|-1|] }", "FAN0022")]
    [InlineData("{ dense: 3, init: ones, repeat: [|1e9|] }", "FAN0022 found 1e9")]
    [InlineData("{ dense: 3, init: [|he_norml|] }", "FAN0017 There is no initialiser 'he_norml'. Did you mean 'he_normal'?")]
    [InlineData("{ dense: 3, init: [|0.01|] }", "FAN0016 { constant: { value: 0.01 } }")]
    [InlineData("{ dense: 3, init: [|[ones]|] }", "FAN0016 init must be a name, or one name with its numbers")]
    [InlineData("{ dense: 3, init: [|{ normal: {}, uniform: {} }|] }", "FAN0016 found a mapping with 2 keys")]
    [InlineData("{ dense: 3, init: { normal: [|0.01|] } }", "FAN0016 What 'normal' takes must be a mapping")]
    [InlineData(
        "{ dense: 3, init: { normal: { [|sdt|]: 0.01 } } }",
        "FAN0014 'normal' has no number 'sdt'. Did you mean 'std'? It takes: mean, std.")]
    [InlineData("{ dense: 3, init: { zeros: { [|std|]: 1 } } }", "FAN0014 It takes no numbers.")]
    [InlineData("{ dense: 3, init: [|constant|] }", "FAN0015 'constant' needs the number 'value'")]
    [InlineData("{ dense: 3, init: { normal: { std: [|[1]|] } } }", "FAN0016 std must be a number or a formula; found a list")]
    [InlineData("{ dense: 3, init: { he_normal: { gain: [|-1|] } } }", "FAN0022 gain must be at least 0")]
    [InlineData("{ dense: 3, init: { uniform: [|{ min: 2, max: 1 }|] } }", "FAN0024 min = 2, max = 1")]
    [InlineData("{ dense: 3, init: { uniform: [|{ min: 2 }|] } }", "FAN0024 min = 2, max = 1")]
    [InlineData("{ dense: 3, init: { [|he_uniform|]: { gain: 1.7e308 } } }", "FAN0021")]
    [InlineData("{ dense: 3, init: ones, bias: [|non|] }", "FAN0017 There is no initialiser 'non'.")]
    [InlineData("{ dense: 3, init: ones, activation: [|Relu|] }", "FAN0017 There is no activation 'Relu'. Did you mean 'relu'?")]
    [InlineData("{ dense: 3, init: ones, activation: { relu: { [|slope|]: 1 } } }", "FAN0014 It takes no numbers.")]
    [InlineData("{ dense: 3, init: ones, activation: [||]}", "FAN0016 activation must be a name")]
    public void What_is_wrong_with_a_layer_is_located(string markup, string expected) =>
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers: [{markup}]\n", expected);

    [Fact]
    public void A_kind_is_told_from_other_misspelt_keys() =>
        Reads.Bad(
            "input: { batch: 10, features: 4 }\nlayers: [{ [|repaet|]: 2, [|flatten|]: 1, [|denes|]: 3, init: ones }]\n",
            "FAN0014 Did you mean 'repeat'?",
            "FAN0014 A layer has no key 'flatten'.",
            "FAN0017 Did you mean 'dense'?");

    [Fact]
    public void A_layer_without_a_kind_but_with_a_misspelt_key_is_told_both() =>
        Assert.Equal(
            ["FAN0015", "FAN0014"],
            Reads.Read("input: { batch: 10, features: 4 }\nlayers: [{ init: ones, activatoin: relu }]\n").Diagnostics.Select(d => d.Id));

    [Fact]
    public void All_errors_of_a_file_are_reported_at_once() =>
        Reads.Bad(
            """
            [|sead|]: 1
            input: { batch: [|0|], features: 4 }
            layers:
              - dense: [|2.5|]
                name: [|a b|]
                init: { normal: { std: [|-1|] } }
                activation: [|rleu|]
              - dense: 3
                init: [|he_norml|]
                bias: { normal: { std: 1 / [|fan_inn|] } }
            rng: [|philx|]
            dtype: [|float16|]
            keep: [|lsat|]
            histogram: { bins: [|0|], range: [|[1, 0]|] }
            observe: [[|gradient|]]
            """,
            "FAN0014 'seed'",
            "FAN0022 batch",
            "FAN0023 dense",
            "FAN0029 'a b'",
            "FAN0022 std",
            "FAN0017 'relu'",
            "FAN0017 'he_normal'",
            "FAN0020 'fan_in'",
            "FAN0017 'philox'",
            "FAN0017 There are: float64, float32.",
            "FAN0017 'last'",
            "FAN0022 bins",
            "FAN0024 range",
            "FAN0017 Did you mean 'gradients'?");
}
