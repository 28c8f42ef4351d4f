using FanIn.Dsl.Vocabulary;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Generator.Tests.Running;

/// <summary>What is set for a run gives, to the bit, what a file with that number in it gives.</summary>
public class SettingTests
{
    private const string Knobs = """
        experiment: knobs
        parameters:
          sigma_w: 1.0
          sigma_b: { default: sigma_w / 3, min: 0 }
        input: { batch: 8, features: 5, distribution: { uniform: { min: -sigma_w, max: 1 } } }
        layers:
          - { dense: 4, name: hidden, repeat: 2, init: { normal: { std: sigma_w / sqrt(fan_in) } }, bias: { normal: { std: sigma_b } }, activation: tanh }
          - { dense: 3, name: out, init: { xavier_uniform: { gain: exp(sigma_b) } }, bias: { constant: { value: sigma_b^2 } } }
        observe: [activations, weights]

        """;

    private const string Layers = """
        experiment: layers
        parameters: { a: 0.5 }
        input: { batch: 8, features: 4 }
        layers:
          - { layer_norm: { epsilon: a } }
          - residual: { layers: [{ dense: 4, init: he_normal, activation: relu }, { batch_norm: { epsilon: a } }], scale: 1 - a / depth }
          - { dropout: { keep: a }, name: dropped }
          - rms_norm: { epsilon: 2 * a }

        """;

    public static TheoryData<string, string> Numbers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var entry in Lexicon.Initialisers)
            {
                var numbers = entry.Parameters.Where(p => p is { Kind: ParameterKind.Number, IsOptional: false, IsFixed: false });
                foreach (var parameter in numbers)
                    data.Add(entry.Name, parameter.Name);
            }

            return data;
        }
    }

    [Fact]
    public void A_property_gives_what_the_file_would() => Compare(
        Knobs,
        Knobs.Replace("sigma_w: 1.0", "sigma_w: 1.7"),
        experiment => experiment.GetType().GetProperty("SigmaW")!.SetValue(experiment, 1.7));

    [Fact]
    public void A_parameter_may_be_set_that_others_depend_on() => Compare(
        Knobs,
        Knobs.Replace("sigma_w: 1.0", "sigma_w: 0.3").Replace("sigma_w / 3", "0.25"),
        experiment => (experiment.Settings["sigma_w"], experiment.Settings["sigma_b"]) = (0.3, 0.25));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_number_of_every_initialiser_can_be_set(string initialiser, string number)
    {
        var required = Lexicon.Initialisers.Find(initialiser)!.Parameters.SingleOrDefault(p => p.IsRequired);
        string needed = required is null ? initialiser : $"{{ {initialiser}: {{ {required.Name}: 1 }} }}";
        string written = required is null || required.Name == number ? "" : $"{required.Name}: 1, ";
        string file =
            Yaml.Clean.Replace("{ normal: { std: sqrt(1 / fan_in) } }", needed).Replace("activation", "bias: normal\n    activation");
        Compare(
            file,
            file.Replace($"init: {needed}", $"init: {{ {initialiser}: {{ {written}{number}: 0.7 }} }}"),
            experiment => experiment.Settings[$"layer.init.{number}"] = 0.7);
    }

    [Theory]
    [InlineData("gain: 6 * a", "gain: 0.7 + 0 * a", "hidden.init.gain", 0.7)]
    [InlineData("value: 0.5", "value: -2", "hidden.bias.value", -2)]
    [InlineData("a: 1", "a: 3", "a", 3)]
    public void The_numbers_of_a_type_of_ones_own_can_be_set(string old, string now, string name, double value)
    {
        const string File = """
            experiment: own
            parameters: { a: 1 }
            input: { batch: 8, features: 5 }
            layers:
              - { dense: 4, name: hidden, repeat: 2, init: { MyLab.Orthonormal: { gain: 6 * a } }, bias: { global::Offset: { value: 0.5 } }, activation: tanh }

            """;
        Compare(File, File.Replace(old, now), experiment => experiment.Settings[name] = value);
    }

    [Theory]
    [InlineData("hidden", "{ normal: { std: 0.5 } }", "{ normal: { std: 0.5 } }")]
    [InlineData("hidden2", "{ normal: { std: sigma_w / sqrt(fan_in) } }", "{ normal: { std: 0.5 } }")]
    public void A_shared_name_stands_for_all_its_layers_and_a_numbered_one_for_a_single_layer(string name, string first, string second)
    {
        const string Layer = "  - { dense: 4, name: hidden, repeat: 2, init: { normal: { std: sigma_w / sqrt(fan_in) } }";
        string one = Layer.Replace(" repeat: 2,", "");
        string rest = Knobs.Split(Layer)[1].Split('\n')[0];
        string written = Knobs.Replace(
            Layer,
            one.Replace("{ normal: { std: sigma_w / sqrt(fan_in) } }", first) + rest + "\n"
            + one.Replace("{ normal: { std: sigma_w / sqrt(fan_in) } }", second));
        Compare(Knobs, written, experiment => experiment.Settings[$"{name}.init.std"] = 0.5);
    }

    [Fact]
    public void A_parameter_may_stand_in_the_numbers_of_every_kind_of_layer() => Compare(
        Layers,
        Layers.Replace("a: 0.5", "a: 0.25"),
        experiment => experiment.Settings["a"] = 0.25);

    [Theory]
    [InlineData(1.5, "keep of dropped must be above 0 and at most 1; what is set makes it 1.5.")]
    [InlineData(-0.5, "The epsilon of layer_norm must be at least 0; what is set makes it -0.5.")]
    public void Ranges_of_other_layers_hold_too(double value, string message) => Load(Layers, entry =>
    {
        using var experiment = entry.Create(new() { Settings = [new("a", value)] });
        Assert.Equal(message, Assert.Throws<SettingException>(experiment.Draw).Message);
    });

    [Fact]
    public void A_parameter_may_stand_in_an_activation()
    {
        string file = Yaml.Clean.Replace("activation: tanh",
            "activation: { leaky_relu: { slope: a / 2 } }\n  - activation: { elu: { alpha: a } }") + "parameters: { a: 0.5 }\n";
        Compare(file, file.Replace("a: 0.5", "a: 0.25"), experiment => experiment.Settings["a"] = 0.25);
    }

    [Fact]
    public void Null_puts_the_files_value_back() => Compare(Knobs, Knobs, experiment =>
    {
        experiment.Settings["sigma_w"] = 9;
        experiment.Settings["input.max"] = 2;
        experiment.Run();
        experiment.Settings["sigma_w"] = null;
        experiment.Settings.Clear();
    });

    [Fact]
    public void Options_set_what_a_catalog_makes() => Load(Knobs, entry =>
    {
        using var experiment = entry.Create(new() { Settings = [new("hidden1.bias.std", 2), new("sigma_w", 3)] });
        Assert.Equal([new("sigma_w", 3), new("hidden1.bias.std", 2)], experiment.Run().Settings.AsEnumerable());
        var refused = Assert.Throws<SettingException>(() => entry.Create(new() { Settings = [new("sigma_b", -1)] }));
        Assert.Equal("sigma_b must be at least 0, not -1.", refused.Message);
    });

    [Fact]
    public void A_run_with_settings_allocates_nothing_and_draws_the_same_each_time() => Load(Knobs, entry =>
    {
        using var experiment = entry.Create(new() { Settings = [new("sigma_w", 0.5), new("out.init.gain", 2)] });
        var first = experiment.Run();
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            experiment.Draw();
            experiment.Forward();
            experiment.Observe();
        }));
        Assert.Equal(first, experiment.ToResult());
    });

    [Fact]
    public void A_formula_that_what_is_set_makes_impossible_says_so() => Load(
        Yaml.Clean.Replace("sqrt(1 / fan_in)", "sqrt(a)") + "parameters: { a: 1 }\n",
        entry =>
        {
            using var experiment = entry.Create(new() { Settings = [new("a", -1)] });
            Assert.Equal(
                "layer.init.std must be at least 0, and sqrt(a) is NaN with a = -1.",
                Assert.Throws<SettingException>(experiment.Draw).Message);
            experiment.Settings["layer.init.std"] = 1;
            Assert.Equal(2, experiment.Run().Settings.Length);
        });

    [Fact]
    public void An_interval_that_what_is_set_turns_round_says_so() => Load(Knobs, entry =>
    {
        using var experiment = entry.Create(new() { Settings = [new("sigma_w", -2)] });
        Assert.Equal("min must not be above max; found min = 2, max = 1.", Assert.Throws<SettingException>(() =>
        {
            experiment.Settings["sigma_b"] = 0;
            experiment.Draw();
        }).Message);
    });

    private static void Compare(string file, string rewritten, Action<IExperiment> set) => Load(file, entry =>
    {
        using var experiment = entry.Create(new());
        set(experiment);
        var actual = experiment.Run();
        Load(rewritten, other =>
        {
            using var expected = other.Create(new(Seed: experiment.Seed));
            Assert.Equal(expected.Run().Layers.Select(WithoutFormula), actual.Layers.Select(WithoutFormula));
        });
        Assert.Equal(file == rewritten, actual.Settings.IsEmpty);
    });

    /// <summary>Everything but the formula of the file, which is the one thing that a setting does not change.</summary>
    private static LayerResult WithoutFormula(LayerResult layer) =>
        layer with { Initialiser = layer.Initialiser is { } report ? report with { Formula = "" } : null };

    private static void Load(string yaml, Action<ExperimentEntry> test)
    {
        var project = Project.WithYaml(yaml).WithCode(Yaml.OwnTypes);
        Assert.Empty(project.Faults);
        Compiler.Run(project.Output, assembly => test(
            ((IReadOnlyList<ExperimentEntry>)assembly.GetType("Demo.ExperimentCatalog")!.GetProperty("All")!.GetValue(null)!)[0]));
    }
}
