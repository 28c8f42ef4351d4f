using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Layers other than dense, blocks and residuals.</summary>
public class LayerKindTests
{
    private const string Input = "input: { batch: 10, features: 4 }\n";

    private static Variant Read(string layers, string more = "") => Reads.Good($"{Input}layers: [{layers}]\n{more}").Variants[0];

    private static IEnumerable<string> Names(string layers) =>
        Read(layers).Layers.Select(layer => $"{layer.Kind} {layer.Name}={layer.Path}={layer.PropertyName}");

    [Fact]
    public void A_residual_stands_behind_its_branch_and_names_what_it_skips()
    {
        var layers = Read("{ dense: 3, init: ones }, { residual: { layers: [layer_norm, "
            + "{ dense: 3, init: ones }], scale: 1 / sqrt(depth) }, repeat: 2 }").Layers;

        Assert.Equal(["dense", "layer_norm", "dense", "residual", "layer_norm", "dense", "residual"], layers.Select(layer => layer.Kind));
        Assert.Equal([1, 4], layers.OfType<ResidualLayer>().Select(residual => residual.Skip));
        Assert.Equal(Math.Sqrt(1.0 / 3), layers.OfType<ResidualLayer>().Last().Scale.Value, 1e-15);
        Assert.Equal("residual { scale: 1 / sqrt(depth) }", layers[3].Written);
    }

    [Fact]
    public void A_residual_may_skip_from_the_input_and_hold_others()
    {
        var layers = Read("{ residual: { layers: [{ residual: { layers: [rms_norm] } }, batch_norm] } }").Layers;

        Assert.Equal(["rms_norm", "residual", "batch_norm", "residual"], layers.Select(layer => layer.Kind));
        Assert.Equal([0, 0], layers.OfType<ResidualLayer>().Select(residual => residual.Skip));
        Assert.Equal(["residual1", "residual2"], layers.OfType<ResidualLayer>().Select(layer => layer.Name));
        Assert.Equal(["residual", "residual"], layers.OfType<ResidualLayer>().Select(layer => layer.Written));
    }

    [Fact]
    public void Names_are_numbered_through_over_all_levels_in_the_order_of_computation() => Assert.Equal(
        [
            "layer_norm norm1=norm/1=Norm1", "dense h1=h/1=H1", "residual block1=block/1=Block1", "layer_norm norm2=norm/2=Norm2",
            "dense h2=h/2=H2", "residual block2=block/2=Block2", "dropout dropout=dropout/1=Dropout", "dense h3=h/3=H3",
            "layer_norm norm3=norm/3=Norm3", "activation activation=activation/1=Activation",
        ],
        Names(
            "{ residual: { layers: [{ layer_norm: {}, name: norm }, { dense: 4, init: ones, name: h }] }, name: block, repeat: 2 }, "
            + "{ dropout: { keep: 0.5 } }, { dense: 3, init: ones, name: h }, { layer_norm: {}, name: norm }, { activation: tanh }"));

    [Fact]
    public void A_block_is_what_it_writes_out_to()
    {
        const string Pair =
            "{ dense: 3, init: { normal: { std: layer / depth } }, name: h }, { layers: [{ rms_norm: { epsilon: 0 } }], repeat: 2 }";

        Assert.Equal(Read($"{Pair}, {Pair}, {Pair}").Layers, Read($"{{ layers: [{Pair}], repeat: 3 }}").Layers);
    }

    [Fact]
    public void A_repeat_of_a_residual_is_what_it_writes_out_to()
    {
        const string Block =
            "residual: { layers: [{ dense: 4, init: he_normal, activation: relu }, { dropout: { keep: 0.9 } }], scale: 0.5 }";

        Assert.Equal(Read($"{{ {Block} }}, {{ {Block} }}").Layers, Read($"{{ {Block}, repeat: 2 }}").Layers);
    }

    [Fact]
    public void Depth_and_layer_count_dense_layers_alone()
    {
        var layers = Read(
            "{ dropout: { keep: 1 / (1 + layer) } }, { layers: [{ dense: 4, init: { normal: { std: layer } } }, layer_norm], repeat: 2 }, "
            + "{ residual: { layers: [layer_norm], scale: layer * depth * fan_in } }").Layers;

        Assert.Equal([1.0, 2.0], layers.OfType<DenseLayer>().Select(dense => dense.Weights.Arguments[1].Value.Value));
        Assert.Equal(1, layers.OfType<DropoutLayer>().Single().Keep.Value);
        Assert.Equal(2 * 2 * 4, layers.OfType<ResidualLayer>().Single().Scale.Value);
    }

    [Fact]
    public void Pre_activation_is_an_activation_layer_and_a_linear_one() => Assert.Equal(
        Read(
            "{ activation: relu, name: h-activation }, { dense: 3, init: he_normal, bias: zeros, name: h }, "
            + "{ activation: relu, name: h-activation }, { dense: 3, init: he_normal, bias: zeros, name: h }").Layers,
        Read("{ dense: 3, init: he_normal, bias: zeros, activation: relu, order: pre_activation, name: h, repeat: 2 }").Layers);

    [Fact]
    public void Post_activation_is_what_there_is_without_an_order() => Assert.Equal(
        Read("{ dense: 3, init: ones, activation: relu }").Layers,
        Read("{ dense: 3, init: ones, activation: relu, order: post_activation }").Layers);

    [Theory]
    [InlineData("layer_norm", "layer_norm", 1e-5)]
    [InlineData("{ layer_norm: {} }", "layer_norm", 1e-5)]
    [InlineData("{ batch_norm: { epsilon: 1 / fan_in } }", "batch_norm { epsilon: 1 / fan_in }", 0.25)]
    public void A_norm_is_a_word_or_has_numbers(string layer, string written, double epsilon)
    {
        var norm = Assert.IsType<NormLayer>(Read(layer).Layers[0]);

        Assert.Equal((written, epsilon, 4, 4), (norm.Written, norm.Epsilon.Value, norm.FanIn, norm.FanOut));
    }

    [Fact]
    public void Axes_may_hold_kinds_branches_and_scales()
    {
        var variants = Reads.Good($$"""
            {{Input}}layers: [{ residual: { layers: $branch, scale: $scale } }, $norm]
            matrix:
              norm: [layer_norm, rms_norm]
              scale: { root: 1 / sqrt(depth) }
              branch: { one: [{ dense: 4, init: ones }], two: [$norm, { dense: 4, init: ones, repeat: 4 }] }
            """).Variants;

        Assert.Equal(
            ["dense residual layer_norm", "layer_norm dense dense dense dense residual layer_norm"],
            variants.Take(2).Select(variant => string.Join(' ', variant.Layers.Select(layer => layer.Kind))));
        Assert.Equal(0.5, variants[1].Layers.OfType<ResidualLayer>().Single().Scale.Value);
    }

    [Fact]
    public void Expectations_of_weights_are_those_of_dense_layers()
    {
        var expectations = Read(
            "{ dense: 3, init: ones, name: a }, layer_norm, { dense: 3, init: ones, name: b }",
            "observe: [activations, preactivations]\nexpect: [{ sigma_w2: { min: 0 } }, { "
            + "tensor: preactivations, std: { min: 0 } }, { layer: \"*\", std: { min: 0 } }]\n").Expectations;

        Assert.Equal(["a", "b", "a", "b", "a", "layer_norm", "b"], expectations.Select(expectation => expectation.Layer));
    }

    [Theory]
    [InlineData("[|layer_nrom|]", "FAN0017 There is no kind of layer 'layer_nrom'. Did you mean 'layer_norm'?")]
    [InlineData("[|dropout|]", "FAN0015 'dropout' needs the number 'keep'")]
    [InlineData("[|dense|]", "FAN0016 A layer must be a mapping")]
    [InlineData("{ dropout: { keep: [|0|] } }", "FAN0022 keep must be above 0 and at most 1; found 0.")]
    [InlineData("{ dropout: { keep: [|1 + 1|] } }", "FAN0022 at most 1; found 2.")]
    [InlineData("{ dropout: [|0.5|] }", "FAN0016 What 'dropout' takes must be a mapping from its numbers' names: keep; found '0.5'.")]
    [InlineData("{ dropout: { keep: 1, [|seed|]: 1 } }", "FAN0014 'dropout' has no number 'seed'. It takes: keep.")]
    [InlineData("{ layer_norm: { epsilon: [|-1e-9|] } }", "FAN0022 epsilon must be at least 0")]
    [InlineData("{ layer_norm: {}, [|activation|]: relu }",
        "FAN0014 A layer of kind layer_norm has no key 'activation'. Keys: name, repeat, layer_norm.")]
    [InlineData("{ rms_norm: {}, [|batch_norm|]: {} }", "FAN0014 A layer of kind rms_norm has no key 'batch_norm'.")]
    [InlineData("{ dense: 3, init: ones, [|layer_norm|]: {} }", "FAN0014 A layer has no key 'layer_norm'.")]
    [InlineData("{ activation: [|rleu|] }", "FAN0017 There is no activation 'rleu'. Did you mean 'relu'?")]
    [InlineData("{ residual: [|{ scale: 2 }|] }", "FAN0015 A residual needs the key 'layers'")]
    [InlineData("{ residual: { layers: [|[]|] } }", "FAN0016 layers must hold at least one layer.")]
    [InlineData("{ residual: { layers: [layer_norm], scale: [|all|] } }", "FAN0020 'all'")]
    [InlineData("{ residual: [|[layer_norm]|] }", "FAN0016 A residual must be a mapping with the keys layers, scale; found a list.")]
    [InlineData("{ layers: [layer_norm], [|name|]: x }", "FAN0014 A block has no key 'name'.")]
    [InlineData("{ layers: [{ dense: 3, init: [|he_norml|] }], repeat: 3 }", "FAN0017 Did you mean 'he_normal'?")]
    [InlineData("{ layers: [layer_norm], repeat: [|5000|] }", "FAN0022 repeat must be a whole number from 1 to 4096")]
    [InlineData("{ dense: 3, init: ones, order: [|pre|] }", "FAN0017 order must be post_activation or pre_activation; found 'pre'.")]
    [InlineData("[|{ layers: [{ layers: [layer_norm], repeat: 100 }], repeat: 50 }|]", "FAN0011 more than 4096 layers")]
    public void What_is_wrong_with_a_layer_is_located(string markup, string expected) =>
        Reads.Bad($"{Input}layers: [{markup}]\n", expected);

    [Fact]
    public void The_activation_of_a_pre_activation_layer_is_numbered_with_others_of_its_name() => Assert.Equal(
        ["a1", "a-activation1", "a-activation2", "a2"],
        Read(
            "{ dense: 4, init: ones, name: a }, { dense: 4, init: ones, name: a-activation }, "
            + "{ dense: 4, init: ones, name: a, order: pre_activation }").Layers.Select(layer => layer.Name));

    [Theory]
    [InlineData(
        "{ dense: 3, init: ones, name: a }, { residual: { layers: [{ dense: [|2|], init: ones, name: b }, layer_norm] }, name: r }",
        "FAN0037 The residual 'r' adds what its branch ends with, 2 units of 'b', to what enters it, 3 units of 'a'")]
    [InlineData(
        "{ residual: { layers: [{ residual: { layers: [{ dense: [|1|], init: ones, name: b }] }, name: q }, { dense: 4, init: ones }] } }",
        "FAN0037 The residual 'q' adds what its branch ends with, 1 unit of 'b', to what enters it, 4 units of the input")]
    [InlineData(
        "{ residual: { layers: [{ dense: [|3|], init: ones, activation: relu, order: pre_activation, name: h }] }, repeat: 3 }",
        "FAN0037 'residual1' adds what its branch ends with, 3 units of 'h1'")]
    public void A_branch_that_changes_the_width_is_located_and_both_layers_are_named(string markup, string expected) =>
        Reads.Bad($"{Input}layers: [{markup}]\n", expected);

    [Theory]
    [InlineData(
        "{ layer: [|norm|], sigma_w2: { min: 0 } }", "FAN0018 'norm' is of kind layer_norm, which has no sigma_w2: dense layers have.")]
    [InlineData("{ layer: [|\"n*\"|], tensor: weights, std: { min: 0 } }", "FAN0018 'norm' is of kind layer_norm, which has no weights")]
    public void An_expectation_of_what_a_layer_does_not_have_is_located(string markup, string expected) => Reads.Bad(
        $"{Input}layers: [{{ dense: 3, init: ones }}, {{ layer_norm: {{}}, "
        + $"name: norm }}]\nobserve: [activations, weights]\nexpect: [{markup}]\n",
        expected);

    [Fact]
    public void Weights_of_a_network_without_any_are_not_observed() => Reads.Bad(
        $"{Input}layers: [layer_norm]\nobserve: [|[activations, weights]|]\n",
        "FAN0018 There is no dense layer, and no other has weights: leave weights out.");

    [Theory]
    [InlineData("")]
    [InlineData("observe: [activations]\n")]
    [InlineData("observe: [activations, gradients]\n")]
    public void A_network_without_weights_has_a_backward_pass(string observe) =>
        Assert.NotNull(Reads.Good(
            $"{Input}layers: [layer_norm, {{ activation: tanh }}]\nbackward: {{ upstream: normal }}\n{observe}").Variants[0].Gradients);

    [Fact]
    public void Gradients_of_weights_that_there_are_not_are_not_observed() => Reads.Bad(
        $"{Input}layers: [layer_norm]\nbackward: {{ upstream: normal }}\nobserve: [|[activations, weight_gradients]|]\n",
        "FAN0018 no other has weight_gradients: leave weight_gradients out.");

    [Fact]
    public void Layers_that_hold_themselves_are_an_error_and_no_endless_loop()
    {
        var result = Reads.Read($"{Input}layers: $a\nmatrix: {{ a: {{ x: [{{ layers: $b }}, {{ "
            + $"layers: $b }}] }}, b: {{ y: [{{ layers: $a }}, {{ residual: {{ layers: $a }} }}] }} }}\n");

        Assert.Contains(
            result.Diagnostics, found => found.Id == "FAN0011" && found.Message.Contains("or hold themselves", StringComparison.Ordinal));
        Assert.Null(result.Experiment);
    }

    [Fact]
    public void Sixteen_levels_are_read_and_seventeen_are_not()
    {
        string Nested(int levels, string leaf) =>
            string.Concat(Enumerable.Repeat("{ layers: [", levels - 1)) + leaf + string.Concat(Enumerable.Repeat("] }", levels - 1));
        string Of(int levels) =>
            $"{Input}layers: $a\nmatrix: {{ a: {{ x: [{Nested(9, "{ layers: $b }")}] "
            + $"}}, b: {{ y: [{Nested(levels - 9, "layer_norm")}] }} }}\n";

        Assert.Single(Reads.Good(Of(16)).Variants[0].Layers);
        Assert.Contains("nested deeper than 16", Assert.Single(Reads.Read(Of(17)).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_layer_keeps_its_place_and_type_in_the_outline()
    {
        var outline = Reads.Read($"{Input}layers: [{{ layer_norm: {{ epsilon: -1 }}, name: "
            + $"n }}, {{ activation: tanh, name: f }}, {{ dense: 3, init: ones, name: d }}]\n").Outline!;

        Assert.Equal(
            [new LayerOutline("N", "LayerNorm", null),
                new LayerOutline("F", "ActivationLayer", "Tanh"), new LayerOutline("D", "DenseLayer", "Identity")],
            outline.Variants[0].Layers);
    }
}
