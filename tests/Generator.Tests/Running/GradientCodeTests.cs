using System.Globalization;
using FanIn.Dsl.Vocabulary;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;

namespace FanIn.Generator.Tests.Running;

/// <summary>
/// The generated backward pass of every activation of the vocabulary, of formulas and of a type of the user's own, against central
/// differences of L = Σ upstream · z of the last layer: dL/dx, dW, db, and da sample by sample. With h = 1e-5 the difference leaves out
/// h²/6 of a third derivative, below 1e-9 here, and loses 1e-14 / h = 1e-9 of L to rounding; 1e-6 of the largest gradient is far from both.
/// The draws have no pre-activation within h of a kink or jump: one that had would fail by half a slope.
/// </summary>
public class GradientCodeTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-6;

    private static readonly string[] Formulas =
    [
        "x * sigmoid(x)", "tanh(x) + 0.1 * x", "max(x, 0.1 * x)", "abs(x) - 1",
        "x^3 / 10", "exp(-x^2)", "sin(3 * x) / (1 + x^2)", "log(1 + exp(x))",
    ];

    [Fact]
    public void Every_activation_passes_central_differences()
    {
        string[] words = [.. Lexicon.Activations.Select(Word)];
        string[] choices = [.. words, .. Formulas.Select(formula => $"{{ formula: \"{formula}\" }}"), "{ MyLab.Snake: { frequency: 2 } }"];
        var yaml = string.Join('\n', [
            "experiment: slopes",
            "seed: 3",
            "input: { batch: 3, features: 4 }",
            "layers:",
            "  - { dense: 5, name: first, init: { normal: { std: 0.4 } }, bias: { normal: { std: 0.3 } }, activation: $activation }",
            "  - { dense: 4, name: second, init: { normal: { std: 0.1 } }, bias: { normal: { std: 0.3 } }, activation: $activation }",
            "matrix:",
            "  activation:",
            .. choices.Select((choice, i) => $"    a{i}: {choice}"),
            "backward: { upstream: normal }",
            ""]);
        var checkedOnes = 0;
        Compiler.Run(Project.WithYaml(yaml).WithCode(Yaml.OwnTypes).Output, assembly =>
        {
            var catalog = (IReadOnlyList<ExperimentEntry>)assembly.GetTypes().Single(
                type => type.Name == "ExperimentCatalog").GetProperty("All")!.GetValue(null)!;
            foreach (var (entry, choice) in catalog.Zip(choices))
            {
                using var experiment = (Experiment<double>)entry.Create(new());
                Check(experiment, choice);
                checkedOnes++;
            }
        });
        Assert.Equal(Lexicon.Activations.Count + Formulas.Length + 1, checkedOnes);
    }

    private static string Word(ActivationEntry entry)
    {
        var required = entry.Parameters.Where(parameter => parameter.IsRequired)
            .Select((parameter, i) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}: {0.35 + i}")).ToArray();
        return required.Length == 0 ? entry.Name : $"{{ {entry.Name}: {{ {string.Join(", ", required)} }} }}";
    }

    private static void Check(Experiment<double> experiment, string choice)
    {
        dynamic network = experiment;
        dynamic[] layers = [network.First, network.Second];
        BlockedMatrix<double> output = network.Second.Activations;
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        double[] upstream = Copy(output.Rows, output.Units, (row, unit) => experiment.Upstream[row, unit]);
        double[] input = Copy(3, 4, (row, feature) => experiment.Input[row, feature]);
        Compare($"{choice}: dL/dx", input, values =>
            experiment.Input.CopyFrom(values), Copy(3, 4, (row, feature) => experiment.InputGradients[row, feature]));
        foreach (dynamic layer in layers)
        {
            string name = layer.Name;
            Parameter<double> weights = layer.Weights, bias = layer.Bias;
            ParameterGradient<double> dw = layer.WeightGradients, db = layer.BiasGradients;
            Compare($"{choice}: dW of {name}", Copy(weights), values =>
                weights.CopyFrom(values), Copy(dw.Rows, dw.Columns, (k, j) => dw[k, j]));
            Compare($"{choice}: db of {name}", Copy(bias), values => bias.CopyFrom(values), Copy(1, db.Columns, (k, j) => db[k, j]));

            // Of one sample's upstream gradient alone, da is what its bias does.
            BlockedMatrix<double> da = layer.PreActivationGradients;
            var whole = (double[])upstream.Clone();
            for (int row = 0; row < 3; row++)
            {
                upstream = [.. whole.Select((value, i) => i / output.Units == row ? value : 0)];
                experiment.Upstream.CopyFrom(upstream);
                experiment.Forward();
                experiment.Backward();
                Compare($"{choice}: da of {name}", Copy(bias), values => bias.CopyFrom(values), Copy(1, da.Units, (_, j) => da[row, j]));
            }

            upstream = whole;
            experiment.Upstream.CopyFrom(whole);
            experiment.Forward();
            experiment.Backward();
        }

        void Compare(string what, double[] values, Action<double[]> set, double[] gradients)
        {
            double scale = Math.Max(1, gradients.Max(Math.Abs));
            for (int i = 0; i < values.Length; i++)
            {
                double expected = (At(i, Step) - At(i, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(expected - gradients[i]) <= Tolerance * scale, $"{what}[{i}]: {gradients[i]:R}, by differences {expected:R}");
            }

            set(values);

            double At(int i, double change)
            {
                var changed = (double[])values.Clone();
                changed[i] += change;
                set(changed);
                experiment.Forward();
                return Copy(output.Rows, output.Units, (row, unit) => output[row, unit]).Zip(upstream, (z, slope) => z * slope).Sum();
            }
        }
    }

    private static double[] Copy(Parameter<double> parameter) =>
        Copy(parameter.Rows, parameter.Columns, (row, column) => parameter[row, column]);

    private static double[] Copy(int rows, int columns, Func<int, int, double> element) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => element(i / columns, i % columns))];
}
