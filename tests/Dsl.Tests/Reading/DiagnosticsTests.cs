using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Diagnostics are chosen in observe, where the network has them, and expected where they are measured.</summary>
public class DiagnosticsTests
{
    private const string Backward = "backward: { upstream: normal }\n";

    private const string Body = """
        input: { batch: 10, features: 4 }
        layers:
          - { dense: 3, init: ones, name: first }
          - layer_norm
          - { activation: tanh }
          - { dense: 3, init: ones, name: last }

        """;

    [Fact]
    public void They_are_what_the_file_names_in_the_vocabularys_order()
    {
        Assert.Equal(["saturation", "spectrum"], Of("observe: [spectrum, activations, saturation]\n"));
        Assert.Equal(Lexicon.Diagnostics.Names, Of("observe: [jacobian, similarity, linearity, saturation, spectrum]\n" + Backward));
        Assert.Empty(Of("observe: [activations]\n"));
        Assert.Empty(Of(""));
    }

    [Fact]
    public void Alone_they_leave_out_the_activations()
    {
        var variant = Reads.Good(Body + "observe: [linearity]\n").Variants[0];
        Assert.Equal(["linearity"], variant.Diagnostics);
        Assert.Null(variant.Activations);
    }

    [Theory]
    [InlineData(
        "observe: [activations, [|saturations|]]", "FAN0017 There is no tensor or diagnostic 'saturations'. Did you mean 'saturation'?")]
    [InlineData("observe: [activations, [|spectre|]]", "FAN0017 Did you mean 'spectrum'? There are: activations, "
        + "preactivations, weights, gradients, weight_gradients, saturation, linearity, spectrum, similarity, jacobian.")]
    [InlineData("observe: [spectrum, [|spectrum|]]", "FAN0030 'spectrum' is observed already.")]
    [InlineData(
        "observe: [{ saturation: [|{ bins: 3 }|] }]", "FAN0018 'saturation' is no tensor and has no histogram: write its name alone.")]
    [InlineData(
        "observe: [activations, [|jacobian|]]", "FAN0018 The jacobian needs a backward pass: write backward: { upstream: normal }.")]
    [InlineData("observe: [activations]\nexpect: [{ [|linear_share|]: { min: 0 } }]",
        "FAN0036 'linear_share' is not measured; write linearity into observe.")]
    [InlineData("observe: [activations, spectrum]\nexpect: [{ [|weight_gradient_rank|]: { min: 0 } }]",
        "FAN0036 write backward: { upstream: normal }.")]
    [InlineData("expect: [{ [|chi|]: { min: 0 } }]", "FAN0036 'chi' is not measured; write backward: { upstream: normal }.")]
    [InlineData(
        "observe: [saturation]\nexpect: [{ [|n_eff|]: { min: 0 } }]", "FAN0036 'n_eff' is not measured; write activations into observe.")]
    [InlineData("observe: [activations, saturation]\nexpect: [{ layer: [|layer_norm|], dead: { max: 0 } }]",
        "FAN0018 'layer_norm' is of kind layer_norm, which has no dead: dense layers and activations have.")]
    [InlineData(
        "observe: [activations, similarity]\nexpect: [{ [|cosin|]: { max: 0 }, std: { min: 0 } }]", "FAN0014 Did you mean 'cosine'?")]
    public void What_is_wrong_is_located(string markup, string expected) => Reads.Bad(Body + markup + "\n", expected);

    [Theory]
    [InlineData(Backward
        + "expect: [{ layer: [|last|], chi: { min: 0 } }]", "FAN0018 'last' is the last dense layer: chi compares a layer with the next.")]
    [InlineData(Backward + "observe: [spectrum]\nexpect: [{ layer: [|activation|], weight_gradient_rank: { min: 0 } }]",
        "FAN0018 'activation' is of kind activation, which has no weight_gradient_rank: dense layers have.")]
    public void What_a_layer_lacks_is_located(string markup, string expected) => Reads.Bad(Body + markup + "\n", expected);

    [Theory]
    [InlineData("input: { batch: 5, features: 4 }\nlayers: [{ dense: 3, init: ones }]\nobserve: [[|linearity|]]\n",
        "FAN0018 more samples than features, by 2 at least: found batch = 5, features = 4.")]
    [InlineData(
        "input: { batch: 9, features: 4 }\nlayers: [layer_norm]\nobserve: [[|saturation|]]\n", "FAN0018 There is no saturation here")]
    [InlineData("input: { batch: 9, features: 4 }\nlayers: [{ dense: 3, init: ones }, batch_norm]\nobserve: [[|jacobian|]]\n"
        + Backward, "FAN0018 With batch_norm ('batch_norm') a sample's output depends on the other samples")]
    public void A_network_that_has_no_such_number_is_refused(string markup, string expected) => Reads.Bad(markup, expected);

    [Fact]
    public void Expectations_without_a_layer_hold_for_the_layers_that_have_the_statistic()
    {
        var variant = Reads.Good(Body + Backward + """
            observe: [activations, saturation, linearity, spectrum]
            expect: [{ dead: { max: 0 }, linear_share: { min: 0 }, weight_gradient_rank: { min: 1 }, chi: { min: 0 } }]

            """).Variants[0];
        string[] Layers(string statistic) => [.. variant.Expectations.Where(e => e.Statistic == statistic).Select(e => e.Layer)];
        Assert.Equal(["first", "activation", "last"], Layers("dead"));
        Assert.Equal(["first", "layer_norm", "activation", "last"], Layers("linear_share"));
        Assert.Equal(["first", "last"], Layers("weight_gradient_rank"));
        Assert.Equal(["first"], Layers("chi"));
    }

    private static IEnumerable<string> Of(string text) => Reads.Good(Body + text).Variants[0].Diagnostics;
}
