using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Selecting variants and layers, and what may be expected of them.</summary>
public class ExpectationTests
{
    private const string Body = """
        matrix: { seed: { a: 1, B: 2 }, width: [2, 3] }
        seed: $seed
        input: { batch: 10, features: 4 }
        layers:
          - { dense: width, init: ones, repeat: 2, name: h }
          - { dense: 1, init: ones, name: out }
        observe: [activations, weights]

        """;

    private static List<string> Expanded(string entry) => Reads.Good(Body + $"expect: [{entry}]\n").Variants
        .SelectMany(variant => variant.Expectations
            .Select(e => $"{variant.Label} {e.Layer} {e.Tensor} {e.Statistic} {e.Min?.Written ?? "-"}..{e.Max?.Written ?? "-"}"))
        .ToList();

    [Fact]
    public void Globs_select_variants_ignoring_case_and_layers_by_case()
    {
        Assert.Equal(
            ["B-2 out activations std 0..-", "B-3 out activations std 0..-"], Expanded("{ for: \"b-*\", layer: out, std: { min: 0 } }"));
        Assert.Equal(
            ["a-3 h1 activations nan -..0", "a-3 h2 activations nan -..0"], Expanded("{ for: A-3, layer: \"h?\", nan: { max: 0 } }"));
    }

    [Fact]
    public void Without_selection_every_layer_of_every_variant_is_meant() => Assert.Equal(4 * 3, Expanded("{ std: { min: 0 } }").Count);

    [Fact]
    public void Several_statistics_and_the_matrix_numbers_can_be_used() =>
        Assert.Equal(
            ["a-2 out weights mean 1 / width..2", "a-2 out weights sigma_w2 0..-"],
            Expanded("{ for: a-2, layer: out, tensor: weights, mean: { min: 1 / width, max: 2 }, sigma_w2: { min: 0 } }"));

    [Fact]
    public void The_weights_variance_needs_no_observation() =>
        Assert.Equal(12, Reads.Good(Body.Replace(", weights]", "]") + "expect: [{ tensor: weights, sigma_w2: { min: 0 } }]\n").Variants.Sum(
            variant => variant.Expectations.Count));

    [Theory]
    [InlineData("{ near: 0.2131, within: 0.005 }", 0.2081, 0.2181, "0.005")]
    [InlineData("{ near: -200, within: 0.5 % }", -201, -199, "0.5 %")]
    [InlineData("{ near: 2 * width, within: width% }", 3.92, 4.08, "width%")]
    [InlineData("{ near: 3, within: \" 10 %\" }", 2.7, 3.3, " 10 %")]
    [InlineData("{ near: 0, within: 0 }", 0, 0, "0")]
    public void What_is_published_lies_within_a_distance_or_a_percentage(string limits, double min, double max, string within)
    {
        var expected = Reads.Good(Body + $"expect: [{{ for: a-2, layer: out, std: {limits} }}]\n").Variants[0].Expectations[0];

        Assert.Equal((min, max), (Math.Round(expected.Min!.Value, 12), Math.Round(expected.Max!.Value, 12)));
        Assert.Equal((Math.Round((min + max) / 2, 12), within), (expected.Near!.Value, expected.Within));
    }

    [Theory]
    [InlineData("{ for: [|tanh-*|], std: { min: 0 } }", "FAN0035 No variant is named 'tanh-*'. There are: a-2, a-3, B-2, B-3.")]
    [InlineData("{ for: [|a-22|], std: { min: 0 } }", "FAN0035 Did you mean 'a-2'?")]
    [InlineData("{ layer: [|h3|], std: { min: 0 } }", "FAN0035 No layer is named 'h3'. Did you mean 'h1'? There are: h1, h2, out.")]
    [InlineData("{ layer: [|Out|], std: { min: 0 } }", "FAN0035 Did you mean 'out'?")]
    [InlineData("{ tensor: [|preactivations|], std: { min: 0 } }", "FAN0036 Observed: activations, weights.")]
    [InlineData("{ tensor: [|gradients|], std: { min: 0 } }", "FAN0036 write backward: { upstream: normal }")]
    [InlineData("{ tensor: weights, [|input_driven|]: { min: 0 } }", "FAN0018 'input_driven' is a statistic of the activations alone")]
    [InlineData("{ [|stdd|]: { min: 0 }, mean: { min: 0 } }", "FAN0014 An expectation has no key 'stdd'. Did you mean 'std'?")]
    [InlineData("[|{ layer: out }|]", "FAN0015 at least one statistic")]
    [InlineData(
        "{ std: [|0.5|] }", "FAN0016 The limits of a statistic must be a mapping with the keys min, max, near, within; found '0.5'.")]
    [InlineData("{ std: [|{}|] }", "FAN0015 The limits of std need min, max or both, or near with within.")]
    [InlineData("{ std: [|{ near: 1 }|] }", "FAN0015 The limits of std need both near and within, as in { near: 0.2131, within: 0.3 % }.")]
    [InlineData("{ std: [|{ within: 1 }|] }", "FAN0015 need both near and within")]
    [InlineData("{ std: [|{ near: 1, within: 1, max: 2 }|] }", "FAN0016 either min and max or near and within; found near, within, max.")]
    [InlineData("{ std: { near: 1, within: [|-1 %|] } }", "FAN0022 within must be at least 0; found -1.")]
    [InlineData("{ std: { near: 1, within: [|wdith|] % } }", "FAN0020 'width'")]
    [InlineData(
        "{ std: { near: 1, within: [|[]|] } }", "FAN0016 within must be a number, a formula or a percentage of near; found a list.")]
    [InlineData("{ std: [|{ min: 2, max: 1 }|] }", "FAN0024 min = 2, max = 1")]
    [InlineData("{ std: { min: [|fan_in|] } }", "FAN0020")]
    [InlineData("[|std|]", "FAN0016 An expectation must be a mapping")]
    public void What_is_wrong_with_an_expectation_is_located(string markup, string expected) =>
        Reads.Bad(Body + $"expect: [{markup}]\n", expected);

    [Theory]
    [InlineData("{ dense: 3, init: ones, [|repaet|]: 5 }", "FAN0014 Did you mean 'repeat'?")]
    [InlineData("{ dense: 3, init: ones, repeat: [|0|] }", "FAN0022")]
    [InlineData("{ dense: 3, init: ones, [|nmae|]: hidden }", "FAN0014 Did you mean 'name'?")]
    [InlineData("{ dense: 3, init: ones, name: [|a b|] }", "FAN0029")]
    [InlineData("{ [|conv|]: 3, init: ones, repeat: 2 }, { dense: 3, init: ones }", "FAN0017 There is no kind of layer 'conv'.")]
    public void Layers_are_not_looked_for_where_the_list_of_layers_has_an_error(string markup, string expected) =>
        Reads.Bad(
            $"matrix: {{ seed: {{ a: 1, b: 2 }} }}\nseed: $seed\ninput: {{ batch: 10, features: 4 }}\nlayers: [{markup}]\n"
            + "expect: [{ layer: layer5, std: { min: 0 } }, { layer: hidden, std: { max: 9 } }]\n",
            expected);

    [Fact]
    public void Layers_are_looked_for_where_an_initialiser_or_activation_is_unknown() =>
        Reads.Bad(
            "input: { batch: 10, features: 4 }\nlayers: [{ dense: 3, init: [|one|], activation: [|rleu|], repeat: 2 }]\n"
            + "expect: [{ layer: [|layer3|], std: { min: 0 } }]\n",
            "FAN0017 'ones'",
            "FAN0017 'relu'",
            "FAN0035 There are: layer1, layer2.");

    [Fact]
    public void A_layer_that_only_some_variants_have_may_be_selected()
    {
        var variants = Reads.Good("""
            matrix: { depth_of_net: [1, 3] }
            input: { batch: 10, features: 4 }
            layers: [{ dense: 2, init: ones, repeat: depth_of_net }]
            expect: [{ layer: layer3, std: { min: 0 } }]
            """).Variants;

        Assert.Equal([0, 1], variants.Select(variant => variant.Expectations.Count));
    }

    [Fact]
    public void The_last_figure_to_set_a_limit_wins()
    {
        var figure =
            Reads.Good(Body + "figure:\n  - { xlim: [0, 1], ylim: [0, 10] }\n  - { for: a-2, xlim: [-1, 1] }\n").Variants[0].Figure!;

        Assert.Equal((-1.0, 10.0), (figure.X!.Low.Value, figure.Y!.High.Value));
    }

    [Fact]
    public void All_entries_that_select_a_variant_say_what_to_show()
    {
        var figure = Reads.Good(
            Body + "figure:\n  - { show: [depth] }\n  - { for: a-2, show: [slopes, depth] }\n  - { for: a-3, show: [heat_map] }\n");

        Assert.Equal(["slopes depth", "heat_map depth"], figure.Variants.Take(2).Select(variant => string.Join(' ', variant.Figure!.Show)));
        Assert.Null(figure.Variants[0].Figure!.X);
    }
}
