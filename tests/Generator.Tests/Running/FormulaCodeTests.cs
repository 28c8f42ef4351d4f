using System.Reflection;
using FanIn.Dsl.Formulas;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Generator.Tests.Running;

/// <summary>The vector code of formulas, compiled and run: what the formula says, in every width, for every x.</summary>
public class FormulaCodeTests
{
    private static readonly string[] Formulas =
    [
        "x * sigmoid(1.702 * x)",
        "0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x^3)))",
        "x / 2 * (1 + erf(x / 1.4142135623730951))",
        "where(x > 0, x, expm1(x))",
        "where(x >= 1, x - 1, where(x <= -1, x + 1, 0))",
        "where(x < -1, -1, where(x != 0.5, x, 7))",
        "where(x < -0.75, x, where(x <= 0.75, 0, x))",
        "where(x == 0, 1, sin(x) / x)",
        "where(x <= 0, 0, x^2)",
        "where(x^2 <= 1, x^2, 2 * abs(x) - 1)",
        "where(log(x) <= 0, 1, 2 * x)",
        "max(x, 0.01 * x)",
        "max(log(x), -1)",
        "min(max(0.2 * x + 0.5, 0), 1)",
        "min(log1p(x), sqrt(x), cos(x))",
        "abs(abs(x) - 2)",
        "softplus(2 * x) / 2 - softplus(-x)",
        "sin(x)^2 + cos(x) * sin(x)",
        "cos(3 * x) - cos(x)",
        "exp(-x^2 / 2) / (2 * pi)",
        "(1 + x^2)^-0.5",
        "(1 + abs(x))^1.3 - 1",
        "2^x",
        "x^7 / 5040 - x^5 / 120 + x^3 / 6 - x",
        "1 / (1 + exp(-x))",
        "x - (2 - (3 - x)) / (4 / (5 / x))",
        "-(-x) * -(2) + (-x)^2",
        "sigmoid(tanh(sigmoid(tanh(x))))",
        "tanh(x) + tanh(x) * (tanh(x) - 3 * tanh(x)^2)",
    ];

    private static readonly double[] Points =
        [-30, -4, -2, -1.5, -1, -0.75, -1e-9, -0.0, 0, 1e-9, 0.3, 0.5, 1, 1.25, 2, 3, 8, 30];

    private static readonly Lazy<Project> Generated = new(() => Project.WithYaml(
        "experiment: formulas-run\ninput: { batch: 3, features: 2 }\nlayers:\n  - { dense: 2, init: he_normal, activation: $activation }\n"
        + "matrix:\n  activation:\n" + string.Concat(Formulas.Select((formula, i) => $"    f{i}: {{ formula: \"{formula}\" }}\n"))));

    [Fact]
    public void Value_and_derivative_are_those_of_the_formula() => ForEach((formula, type) =>
    {
        var expected = FormulaFunction.Parse(formula);
        var actual = (Theory.Activations.IScalarActivation)Activator.CreateInstance(
            typeof(ScalarActivation<>).MakeGenericType(type), Activator.CreateInstance(type))!;
        foreach (double x in Points)
        {
            AssertClose(expected.Value(x), actual.Value(x), $"{formula} at {x}");
            AssertClose(expected.Derivative(x), actual.Derivative(x), $"slope of {formula} at {x}");
        }

        Assert.Equal(double.NaN, actual.Value(double.NaN));
        Assert.Equal(double.NaN, actual.Derivative(double.NaN));
        Assert.All(actual.Kinks, kink => Assert.Contains(expected.Kinks, other => Math.Abs(kink - other) < 1e-12));
        Assert.Equal(actual.Kinks.Order(), actual.Kinks);
    });

    [Fact]
    public void No_value_lies_outside_of_the_range() => ForEach((formula, type) =>
    {
        var range = (ActivationRange)typeof(FormulaCodeTests).GetMethod(nameof(RangeOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, null)!;
        var expected = FormulaFunction.Parse(formula);
        double[] values = [.. Points.Select(expected.Value).Where(value => !double.IsNaN(value))];
        Assert.All(values, value => Assert.InRange(value, range.Low, range.High));
    });

    [Fact]
    public void Every_width_gives_the_same_bits() => ForEach((formula, type) =>
    {
        var check = typeof(FormulaCodeTests).GetMethod(nameof(AssertWidths), BindingFlags.NonPublic | BindingFlags.Static)!;
        check.MakeGenericMethod(type).Invoke(null, [formula]);
    });

    [Fact]
    public void Numbers_of_the_file_reach_the_formula() => Compiler.Run(
        Project.WithYaml("""
            experiment: numbers
            input: { batch: 2, features: 4, distribution: ones }
            layers:
              - dense: 3
                init: { constant: { value: 0.25 } }
                activation: { formula: "slope * x + sqrt(fan_in) * fan_out + x^layer" }
            matrix: { slope: [0.5, 8] }
            """).Output,
        assembly => Assert.Equal([0.5 + 6 + 1, 8 + 6 + 1], Catalog(assembly).Select(entry =>
        {
            using var experiment = entry.Create(new());
            return experiment.Run().Layers[0].Activations!.Max;
        })));

    [Fact]
    public void A_parameter_of_a_run_reaches_the_formula_without_a_build() => Compiler.Run(
        Project.WithYaml("""
            experiment: runtime
            parameters: { slope: 0.5 }
            input: { batch: 2, features: 4, distribution: ones }
            layers:
              - { dense: 3, init: { constant: { value: 0.25 } }, activation: { formula: "slope * x + (2 * slope)^2" } }
            """).WithCode("""
            #pragma warning disable CS1591
            public static class Setter
            {
                public static double Max(double slope)
                {
                    using var experiment = new Demo.Runtime();
                    experiment.Slope = slope;
                    return experiment.Run().Layers[0].Activations!.Max;
                }
            }
            """).Output,
        assembly => Assert.Equal((0.5 + 1, 2 + 16.0), (Max(assembly, 0.5), Max(assembly, 2))));

    private static double Max(Assembly assembly, double slope) =>
        (double)assembly.GetType("Setter")!.GetMethod("Max")!.Invoke(null, [slope])!;

    [Fact]
    public void Float32_rounds_the_same_formula() => Compiler.Run(
        Project.WithYaml("""
            experiment: narrow
            dtype: float32
            input: { batch: 64, features: 4 }
            layers:
              - { dense: 3, init: he_normal, activation: $activation }
            matrix: { activation: { mine: { formula: x * sigmoid(x) }, theirs: silu } }
            """).Output,
        assembly =>
        {
            double[] std = [.. Catalog(assembly).Select(entry => entry.Create(new()).Run().Layers[0].Activations!.Std)];
            Assert.Equal(std[1], std[0], 1e-6 * std[1]);
        });

    [Fact]
    public void The_documentation_of_a_generated_struct_is_the_formula() =>
        Assert.Contains("/// <summary>φ(x) = where(x &gt; 0, x, expm1(x))</summary>",
            Generated.Value.Source("experiments/demo.yaml"), StringComparison.Ordinal);

    private static void ForEach(Action<string, Type> test) => Compiler.Run(Generated.Value.Output, assembly =>
    {
        for (int i = 0; i < Formulas.Length; i++)
            test(Formulas[i], assembly.GetType($"Demo.FormulasRun+Activation_F{i}")!);
    });

    private static IReadOnlyList<Runtime.Experiments.ExperimentEntry> Catalog(Assembly assembly) =>
        (IReadOnlyList<Runtime.Experiments.ExperimentEntry>)assembly.GetType("Demo.ExperimentCatalog")!.GetProperty("All")!.GetValue(null)!;

    private static ActivationRange RangeOf<TActivation>()
        where TActivation : struct, IActivation => TActivation.Range;

    private static void AssertWidths<TActivation>(string formula)
        where TActivation : struct, IActivation
    {
        double[] x = [.. Points, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 5e-324];
        Array.Resize(ref x, 24);
        var expected = Run<TActivation, Lane<double>, double>(x);
        Assert.Equal(expected, Run<TActivation, Lanes128<double>, double>(x));
        Assert.Equal(expected, Run<TActivation, Lanes256<double>, double>(x));
        Assert.True(expected.AsSpan().SequenceEqual(Run<TActivation, Lanes512<double>, double>(x)), formula);
        float[] narrow = [.. x.Select(value => (float)value)];
        Assert.Equal(Run<TActivation, Lane<float>, float>(narrow), Run<TActivation, Lanes512<float>, float>(narrow));
    }

    /// <summary>Bits of value and derivative.</summary>
    private static ulong[] Run<TActivation, TVector, T>(T[] x)
        where TActivation : struct, IActivation
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var activation = default(TActivation);
        var values = new T[2 * Math.Max(x.Length, 32)];
        var padded = new T[values.Length / 2];
        x.CopyTo(padded, 0);
        for (int i = 0; i < padded.Length; i += TVector.Count)
        {
            var vector = TVector.Load(ref padded[i]);
            activation.Apply(vector).Store(ref values[i]);
            activation.Derivative(vector).Store(ref values[padded.Length + i]);
        }

        return [.. values.Select(value => BitConverter.DoubleToUInt64Bits(double.CreateChecked(value)))];
    }

    /// <summary>What a formula subtracts from each other is some 1 large, and so is the error that stays where it cancels.</summary>
    private static void AssertClose(double expected, double actual, string what) => Assert.True(
        expected.Equals(actual)
            || Math.Abs(expected - actual) <= 1e-13 * Math.Max(0.1, Math.Abs(expected)), $"{what}: {expected:R}, {actual:R}");
}
