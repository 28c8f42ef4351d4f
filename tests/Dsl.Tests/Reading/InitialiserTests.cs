using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>What initialisers with words, switches, theory and data become, and what is wrong with those that are refused.</summary>
public class InitialiserTests
{
    private const string Before = "input: { batch: 10, features: 100 }\nlayers:\n  - ";

    [Theory]
    [InlineData("truncated_normal", "mean=0 std=1 low=-2 high=2 rescale=False")]
    [InlineData("{ truncated_normal: { std: 0.02, sigmas: 3, rescale: true } }", "mean=0 std=0.02 low=-3 high=3 rescale=True")]
    [InlineData(
        "{ truncated_normal: { mean: 1, std: 0.5, min: 0, max: 2 } }", "mean=1 std=0.5 low=(0 - 1) / 0.5 high=(2 - 1) / 0.5 rescale=False")]
    [InlineData("{ he_normal: { truncated: true } }", "mean=0 std=1 * sqrt(2 / 100) low=-2 high=2 rescale=True")]
    [InlineData("{ he_normal: { mode: fan_out } }", "mean=0 std=1 * sqrt(2 / 60)")]
    [InlineData("{ he_normal: { mode: fan_avg, gain: 3 } }", "mean=0 std=3 * sqrt(2 / 80)")]
    [InlineData("{ lecun_uniform: { mode: fan_geo_avg } }", "min=-(1 * sqrt(3 / sqrt(100 * 60))) max=1 * sqrt(3 / sqrt(100 * 60))")]
    [InlineData("variance_scaling", "mean=0 std=sqrt(1 / 100) low=-2 high=2 rescale=True")]
    [InlineData("{ variance_scaling: { scale: 2, mode: fan_avg, distribution: untruncated_normal } }", "mean=0 std=sqrt(2 / 80)")]
    [InlineData("{ variance_scaling: { scale: 2, distribution: uniform } }", "min=-sqrt(3 * 2 / 100) max=sqrt(3 * 2 / 100)")]
    [InlineData("{ he_normal: { gain: torch } }", "mean=0 std=5 / 3 * sqrt(1 / 100)")]
    [InlineData("{ kaiming_normal: { nonlinearity: relu } }", "mean=0 std=sqrt(2) * sqrt(1 / 100)")]
    [InlineData("{ kaiming_uniform: { nonlinearity: sigmoid, mode: fan_out } }", "min=-(1 * sqrt(3 / 60)) max=1 * sqrt(3 / 60)")]
    [InlineData("{ xavier_normal: { gain: torch } }", "mean=0 std=5 / 3 * sqrt(2 / (100 + 60))")]
    [InlineData("{ he_uniform: { gain: exact } }", "min=-(gain(tanh) * sqrt(3 / 100)) max=gain(tanh) * sqrt(3 / 100)")]
    [InlineData("{ lecun_normal: { gain: exact, nonlinearity: relu } }", "mean=0 std=gain(relu) * sqrt(1 / 100)")]
    [InlineData("{ orthogonal: { gain: sqrt(2) } }", "gain=sqrt(2)")]
    [InlineData("eye", "gain=1 groups=1")]
    [InlineData("{ dirac: { groups: fan_out / 20 } }", "gain=1 groups=60 / 20")]
    [InlineData("{ sparse: { sparsity: 1 - 15 / fan_in } }", "sparsity=1 - 15 / 100 std=0.01")]
    [InlineData("edge_of_chaos", "mean=0 std=sigma_w(tanh, sigma_b: 0) / sqrt(100)")]
    [InlineData("{ edge_of_chaos: { q: 0.5 } }", "mean=0 std=sigma_w(tanh, q: 0.5) / sqrt(100)")]
    [InlineData("siren", "min=-(1 / 100) max=1 / 100")]
    [InlineData("{ random_walk: { nonlinearity: linear } }", "mean=0 std=exp(1 / (2 * 100)) / sqrt(100)")]
    [InlineData("torch_default", "min=-(1 / sqrt(100)) max=1 / sqrt(100)")]
    [InlineData("flax_default", "mean=0 std=sqrt(1 / 100) low=-2 high=2 rescale=True")]
    public void It_becomes_what_the_runtime_draws(string init, string expected) => Assert.Equal(expected, Text(Weights(init)));

    [Theory]
    [InlineData("he_normal", "std = sqrt(2 / 100)")]
    [InlineData("xavier_uniform", "limit = sqrt(6 / (100 + 60))")]
    [InlineData("{ normal: { std: 0.01 } }", "std = 0.01")]
    [InlineData("zeros", "value = 0")]
    [InlineData("lsuv", "")]
    [InlineData("{ he_normal: { gain: exact } }", "std = gain(tanh) * sqrt(1 / 100)")]
    public void It_says_what_its_spread_follows_from(string init, string formula) => Assert.Equal(formula, Weights(init).Formula);

    [Fact]
    public void Siren_and_looks_linear_depend_on_the_layers_place()
    {
        var layers =
            Reads.Good("input: { batch: 1, features: 6 }\nlayers: [{ dense: 6, repeat: 3, init: siren }]\n").Variants[0].DenseLayers;
        Assert.Equal(["1 / 6", "sqrt(6 / 6) / 30", "sqrt(6 / 6) / 30"], layers
            .Select(layer => FormulaPrinter.Print(layer.Weights.Arguments[1].Value.Tree)));

        layers = Reads.Good("input: { batch: 1, features: 5 }\nlayers: [{ dense: 6, repeat: "
            + "2, init: looks_linear }, { dense: 3, init: looks_linear }]\n").Variants[0].DenseLayers;
        Assert.Equal(
            ["pairInputs=False pairOutputs=True", "pairInputs=True pairOutputs=True", "pairInputs=True pairOutputs=False"],
            layers.Select(layer => string.Join(" ", layer.Weights.Switches.Select(flag => $"{flag.Name}={flag.IsOn}"))));
    }

    [Theory]
    [InlineData("init: torch_default", "min=-(1 / sqrt(100)) max=1 / sqrt(100)")]
    [InlineData("init: keras_default", "value=0")]
    [InlineData("init: tf_playground", "value=0.1")]
    [InlineData("init: torch_default, bias: none", null)]
    [InlineData("init: torch_default, bias: ones", "value=1")]
    [InlineData("init: { edge_of_chaos: { sigma_b: 0.3 } }", "mean=0 std=0.3")]
    [InlineData("init: { edge_of_chaos: { q: 0.3 } }", "mean=0 std=sigma_b(tanh, q: 0.3)")]
    [InlineData("init: edge_of_chaos", null)]
    [InlineData("init: he_normal", null)]
    public void Some_bring_a_bias_unless_the_file_gives_one(string keys, string? bias)
    {
        var layer = Reads.Good($"{Before}{{ dense: 60, {keys}, activation: tanh }}\n").Variants[0].DenseLayers[0];
        Assert.Equal(bias, layer.Bias is null ? null : Text(layer.Bias));
    }

    [Fact]
    public void Data_driven_ones_say_what_happens_after_the_draw()
    {
        var calibration = Weights("{ lsuv: { tolerance: 0.01 } }").Calibration!;
        Assert.Equal("ScaleToUnitVariance", calibration.Method);
        Assert.Equal(
            ["tolerance=0.01", "maxIterations=10"], calibration.Arguments.Select(a => $"{a.Name}={FormulaPrinter.Print(a.Value.Tree)}"));
        Assert.Equal([new Switch("centre", false)], Weights("{ data_dependent: { centre: false } }").Calibration!.Switches);
    }

    [Theory]
    [InlineData("{ truncated_normal: { [|sigmas|]: 2, min: -1, max: 1 } }",
        "FAN0018 'sigmas' and 'min' do not go together: sigmas and rescale count in standard deviations")]
    [InlineData("{ truncated_normal: { [|rescale|]: true, max: 1 } }", "FAN0018 'rescale' and 'max' do not go together")]
    [InlineData("{ [|truncated_normal|]: { min: -1 } }", "FAN0015 'truncated_normal' needs the number 'max' beside the other bound.")]
    [InlineData("{ truncated_normal: [|{ min: 1, max: -1 }|] }",
        "FAN0024 The bounds must be in order and apart; found 1 and -1 standard deviations.")]
    [InlineData("{ truncated_normal: [|{ sigmas: 0 }|] }", "FAN0024")]
    [InlineData("{ [|truncated_normal|]: { std: 0, min: -1, max: 1 } }", "FAN0022 std must be above 0 between absolute bounds; found 0.")]
    [InlineData("{ he_normal: { truncated: [|yes|] } }", "FAN0017 truncated must be one of true, false; found 'yes'.")]
    [InlineData("{ he_normal: { mode: [|fan_inn|] } }",
        "FAN0017 mode must be one of fan_in, fan_out, fan_avg, fan_geo_avg; found 'fan_inn'. Did you mean 'fan_in'?")]
    [InlineData(
        "{ he_normal: { mode: [|[fan_in]|] } }", "FAN0016 mode must be one of fan_in, fan_out, fan_avg, fan_geo_avg; found a list.")]
    [InlineData("{ he_normal: { gain: [|tourch|] } }",
        "FAN0017 gain must be a number or one of torch, exact; found 'tourch'. Did you mean 'torch'?")]
    [InlineData("{ he_normal: { gain: [|-1|] } }", "FAN0022 gain must be at least 0; found -1.")]
    [InlineData("{ he_normal: { nonlinearity: [|tahn|] } }", "FAN0017 There is no activation 'tahn'. Did you mean 'tanh'?")]
    [InlineData("{ xavier_normal: { [|mode|]: fan_in } }", "FAN0014 'xavier_normal' has no number 'mode'.")]
    [InlineData("{ sparse: { sparsity: [|1.5|] } }", "FAN0022 sparsity must be at most 1; found 1.5.")]
    [InlineData("[|sparse|]", "FAN0015 'sparse' needs the number 'sparsity'")]
    [InlineData("{ dirac: { [|groups|]: 7 } }", "FAN0022 groups must be a whole number that divides the layer's 60 units; found 7.")]
    [InlineData("{ edge_of_chaos: { sigma_b: 0.1, [|q|]: 1 } }", "FAN0018 'q' and 'sigma_b' do not go together")]
    [InlineData("[|data_dependent|]", "FAN0018 'data_dependent' sets the bias as well, and this layer has none. Write 'bias: zeros'")]
    [InlineData("he_normal, bias: [|orthogonal|]", "FAN0018 'orthogonal' is for a layer's weights alone. There are: zeros, ones, constant")]
    [InlineData("he_normal, bias: [|torch_default|]", "FAN0018 'torch_default' is for a layer's weights alone.")]
    public void What_is_wrong_with_one_is_located(string init, string expected) =>
        Reads.Bad($"{Before}{{ dense: 60, init: {init}, activation: tanh }}\n", expected);

    [Fact]
    public void Theory_needs_an_activation_whose_numbers_are_known() => Reads.Bad(
        "parameters: { slope: 0.1 }\n" + Before
            + "{ dense: 60, init: { [|lecun_normal|]: { gain: exact } }, activation: { leaky_relu: { slope: slope } } }\n",
        "FAN0018 'lecun_normal' follows from the activation, whose numbers then can't be parameters: leaky_relu { slope: slope }.");

    [Fact]
    public void Numbers_can_be_set_at_the_run_but_not_words_and_what_the_network_is_built_with()
    {
        static IEnumerable<string> Settings(string init) => Weights(init).Settings.Select(setting => setting.Number);
        Assert.Equal(["init.gain"], Settings("{ he_normal: { truncated: true } }"));
        Assert.Empty(Settings("{ he_normal: { gain: torch } }"));
        Assert.Equal(["init.gain"], Settings("{ dirac: { groups: 2 } }"));
        Assert.Equal(["init.mean", "init.std", "init.sigmas"], Settings("truncated_normal"));
        Assert.Equal(["init.tolerance", "init.max_iterations"], Settings("lsuv"));
        Assert.Empty(Settings("torch_default"));
    }

    [Fact]
    public void Mirrored_layers_need_even_widths() => Reads.Bad(
        Before + "{ dense: 61, init: [|looks_linear|] }\n",
        "FAN0018 'looks_linear' mirrors the units of this layer, and needs an even number of them; it has 61.");

    [Fact]
    public void The_input_can_be_cut_but_not_be_a_matrix_of_its_own()
    {
        Assert.Equal(
            InitialiserKind.TruncatedNormal,
            Reads.Good(
                Reads.Body.Replace("features: 4", "features: 4, distribution: truncated_normal")).Variants[0].Input.Distribution!.Kind);
        Reads.Bad(Reads.Body.Replace("features: 4", "features: 4, distribution: [|orthogonal|]"),
            "FAN0018 'orthogonal' needs a fan_in, which the input does not have.");
    }

    private static Initialiser Weights(string init) =>
        Reads.Good($"{Before}{{ dense: 60, init: {init}, bias: zeros, activation: tanh }}\n").Variants[0].DenseLayers[0].Weights;

    private static string Text(Initialiser initialiser) => string.Join(" ", [
        .. initialiser.Arguments.Select(argument => $"{argument.Name}={FormulaPrinter.Print(argument.Value.Tree)}"),
        .. initialiser.Switches.Select(flag => $"{flag.Name}={flag.IsOn}"),
    ]);
}
