using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>Every name of the vocabulary can be used, is documented, and names what implements it.</summary>
public class VocabularyTests
{
    public static TheoryData<string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (title, _, entries) in Lexicon.Sections.Where(section => section.Title != Lexicon.Findings.Title))
            {
                foreach (string name in entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name)))
                    data.Add(title, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_name_can_be_used(string section, string name)
    {
        var variant = Reads.Good(section switch
        {
            "Initialisers" => Initialised(name),
            "Activations" => Reads.Body.Replace("ones", $"ones, activation: {Activation(name)}"),
            "Streams" => Reads.Body + $"rng: {name}\n",
            "Dtypes" => Reads.Body + $"dtype: {name}\n",
            "Layers" => Reads.Body + $"  - {Layer(name)}\n",
            "Tensors" => Reads.Body + Tensor(name),
            "Figures" => Reads.Body + $"figure: [{{ show: [{name}] }}]\n",
            "Diagnostics" => Reads.Body + Measured(name, Lexicon.Diagnostics.Find(name)!.NeedsBackward),
            "Optimizers" => Trained($"optimizer: {name}"),
            "Losses" => Trained($"loss: {name}"),
            "Data" => Trained("steps: 9", Data(name)),
            _ when Lexicon.Statistics.Find(name)!.Of == StatisticOf.Training =>
                Trained("steps: 9") + $"expect: [{{ {name}: {{ min: 0 }} }}]\n",
            _ => Statistic(Lexicon.Statistics.Find(name)!),
        }).Variants[0];

        string used = section switch
        {
            "Initialisers" => variant.DenseLayers[0].Weights.Written.Split(' ')[0],
            "Activations" => variant.DenseLayers[0].Activation.Written.Split(' ')[0],
            "Streams" => variant.Stream,
            "Dtypes" => variant.Dtype,
            "Layers" => variant.Layers[^1].Kind,
            "Tensors" => variant.Expectations[0].Tensor,
            "Figures" => Assert.Single(variant.Figure!.Show),
            "Diagnostics" => variant.Diagnostics.Single(),
            "Optimizers" => variant.Training!.Optimizer.Name,
            "Losses" => variant.Training!.Loss,
            "Data" => Lexicon.DataSets.Find(name)!.Name == variant.Training!.Data.Name ? name : variant.Training.Data.Name,
            _ => variant.Expectations[0].Statistic,
        };
        Assert.Equal(name, used);
    }

    private static string Activation(string name)
    {
        var required = Lexicon.Activations.Find(name)!.Parameters
            .Where(parameter => parameter.Default is null).Select(parameter => $"{parameter.Name}: 1");
        return required.Any() ? $"{{ {name}: {{ {string.Join(", ", required)} }} }}" : name;
    }

    private static string Tensor(string name)
    {
        var tensor = Lexicon.Observables.Find(name)!;
        return $"observe: [{tensor.ObservedWith ?? name}]\nexpect: [{{ tensor: {name}, std: {{ min: 0 }} }}]\n"
            + (tensor.IsGradient ? "backward: { upstream: normal }\n" : "");
    }

    private static string Trained(string more, string data = "optical_digits") =>
        "layers: [{ dense: 10, init: ones }]\n"
        + $"train: {{ data: {data}, batch: 4, learning_rate: 1, "
        + $"{(more.StartsWith("steps", StringComparison.Ordinal) ? "" : "steps: 9, ")}{more} }}\n";

    private static string Data(string name) => name switch
    {
        "gaussian_mixture" or "mixture" => $"{{ {name}: {{ classes: 10, features: 4 }} }}",
        "idx" => "{ idx: { images: a, labels: b, features: 4, classes: 10 } }",
        _ => name,
    };

    private static string Statistic(StatisticEntry entry) =>
        Reads.Body + "  - { dense: 3, init: ones, name: last }\n" + Measured(entry.Diagnostic, entry.NeedsBackward)
            + $"expect: [{{ {entry.Name}: {{ min: 0 }}, layer: layer }}]\n";

    private static string Measured(string? diagnostic, bool needsBackward) =>
        (diagnostic is null ? "" : $"observe: [activations, {diagnostic}]\n") + (needsBackward ? "backward: { upstream: normal }\n" : "");

    private static string Layer(string kind) => kind switch
    {
        "dense" => "{ dense: 3, init: ones }",
        "residual" => "{ residual: { layers: [layer_norm] } }",
        "dropout" => "{ dropout: { keep: 1 } }",
        "activation" => "{ activation: tanh }",
        _ => kind,
    };

    [Fact]
    public void Each_name_is_documented_in_one_line() =>
        Assert.All(Lexicon.Sections.SelectMany(section => section.Entries), entry =>
        {
            Assert.Matches("^[^\n]{10,120}\\.$", entry.Documentation);
            Assert.Matches("^[a-z0-9_-]+$", entry.Name);
        });

    [Fact]
    public void Each_initialisers_formulas_can_be_read_and_use_fans_only_where_there_are_any()
    {
        foreach (var entry in Lexicon.Initialisers)
        {
            var formulas = new[] { entry.Standard, entry.Standard.Bias }.SelectMany(
                plan => plan?.Arguments ?? EquatableArray<ArgumentFormula>.Empty).Select(argument => argument.Formula).ToList();
            Assert.All(formulas, formula => Assert.Empty(FormulaParser.Parse(formula).Errors));
            Assert.True(entry.NeedsFans || !formulas.Any(formula => formula.Contains("fan_", StringComparison.Ordinal)), entry.Name);
            Assert.All(entry.Parameters.Where(parameter => parameter.Kind == ParameterKind.Number), parameter =>
                Assert.True(parameter.Default is null || FormulaParser.Parse(parameter.Default).Tree is not null));
            Assert.All(entry.Parameters.Where(parameter => parameter.Kind is ParameterKind.Word or ParameterKind.Flag), parameter =>
                Assert.Contains(parameter.Default, parameter.Words.Select(word => word.Name)));
        }
    }

    [Fact]
    public void Each_initialiser_that_is_a_formula_names_its_source_or_the_libraries_that_have_it() =>
        Assert.All(Lexicon.Initialisers, entry => Assert.True(entry.Source.Length + entry.Elsewhere.Length > 0, entry.Name));

    [Theory]
    [InlineData("glorot_normal", "xavier_normal")]
    [InlineData("glorot_uniform", "xavier_uniform")]
    [InlineData("kaiming_normal", "he_normal")]
    [InlineData("kaiming_uniform", "he_uniform")]
    public void Aliases_are_the_same_entry(string alias, string name) =>
        Assert.Same(Lexicon.Initialisers.Find(name), Lexicon.Initialisers.Find(alias));

    [Fact]
    public void Names_differ_within_their_table_and_are_found_by_themselves_alone()
    {
        foreach (var (_, _, entries) in Lexicon.Sections)
        {
            var names = entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name)).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }

        Assert.Null(Lexicon.Activations.Find("Relu"));
        Assert.Equal("relu", Lexicon.Activations.Nearest("Relu"));
    }

    /// <summary>Standard deviation and limits as NumPy computes them: <c>np.sqrt(2 / (100 + 60))</c> and so on.</summary>
    [Theory]
    [InlineData("lecun_normal", 0.1)]
    [InlineData("lecun_uniform", 0.17320508075688773)]
    [InlineData("he_normal", 0.1414213562373095)]
    [InlineData("he_uniform", 0.2449489742783178)]
    [InlineData("xavier_normal", 0.11180339887498948)]
    [InlineData("xavier_uniform", 0.19364916731037085)]
    public void Scaled_initialisers_have_the_reference_values(string name, double reference)
    {
        var arguments = Reads.Good($"input: {{ batch: 1, features: 100 }}\nlayers: "
            + $"[{{ dense: 60, init: {name} }}]\n").Variants[0].DenseLayers[0].Weights.Arguments;
        var gained = Reads.Good($"input: {{ batch: 1, features: 100 }}\nlayers: [{{ dense: "
            + $"60, init: {{ {name}: {{ gain: 2 }} }} }}]\n").Variants[0].DenseLayers[0].Weights.Arguments;

        Assert.Equal(reference, arguments[1].Value.Value);
        Assert.Equal(2 * reference, gained[1].Value.Value);
        Assert.Equal(name.EndsWith("uniform", StringComparison.Ordinal) ? -reference : 0, arguments[0].Value.Value);
    }

    /// <summary>A layer with that initialiser, of what it takes only what it must have.</summary>
    private static string Initialised(string name)
    {
        var required = Lexicon.Initialisers.Find(name)!.Parameters.Where(parameter => parameter.IsRequired).ToList();
        string init =
            required.Count == 0 ? name : $"{{ {name}: {{ {string.Join(", ", required.Select(parameter => $"{parameter.Name}: 1"))} }} }}";
        return Reads.Body.Replace("dense: 3", "dense: 4, bias: zeros").Replace("ones", init);
    }
}
