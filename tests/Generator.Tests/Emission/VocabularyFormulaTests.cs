using FanIn.Dsl.Formulas;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Activations;
using FanIn.Theory.Activations;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The formula that the vocabulary shows of an activation is the one that the runtime computes.</summary>
public class VocabularyFormulaTests
{
    /// <summary>For parameters without a default, and in the second round for all: none of them is a special case.</summary>
    private static readonly double[] Others = [0.35, 1.45];

    private static readonly double[] Points =
    [
        .. Enumerable.Range(-24, 49).Select(i => i / 4.0), -12, -7.3, 7.3, 12, -1e-3, 1e-3, -1e-10, 1e-10,
    ];

    public static TheoryData<string> Names => new(Lexicon.Activations.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_default_numbers(string name) => Compare(Lexicon.Activations.Find(name)!, (parameter, i) =>
        parameter.Default is { } fallback ? Number(fallback) : Others[i]);

    [Theory]
    [MemberData(nameof(Names))]
    public void With_other_numbers(string name) => Compare(Lexicon.Activations.Find(name)!, (_, i) => Others[i]);

    /// <summary>
    /// Values agree to 1e-13 of the larger terms that a formula takes the difference of, 1e-15 where they are 1: the runtime is more
    /// accurate there.
    /// </summary>
    private static void Compare(ActivationEntry entry, Func<ParameterEntry, int, double> numberOf)
    {
        double[] numbers = [.. entry.Parameters.Select(numberOf)];
        var named = entry.Parameters.Zip(numbers).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        var formula = FormulaFunction.Parse(entry.Formula, named);
        var runtime = Runtime(entry, numbers);
        foreach (double x in Points)
        {
            double scale = 1e-13 * Math.Max(0.1, Math.Abs(x) / 10);
            AssertClose(runtime.Value(x), formula.Value(x), scale, $"{entry.Name}({x})");
            AssertClose(runtime.Derivative(x), formula.Derivative(x), scale, $"{entry.Name}'({x})");
        }

        Assert.All(runtime.Kinks, kink => Assert.Contains(formula.Kinks, found => Math.Abs(found - kink) < 1e-12));
        foreach (double kink in runtime.Kinks)
            AssertClose(runtime.Derivative(kink), formula.Derivative(kink), 1e-14, $"{entry.Name}' at its kink {kink}");
    }

    private static IScalarActivation Runtime(ActivationEntry entry, double[] numbers)
    {
        var type = typeof(IActivation).Assembly.GetType("FanIn.Runtime.Activations." + entry.RuntimeType)!;
        object activation = Activator.CreateInstance(type, [.. numbers.Select(number => (object)number)])!;
        return (IScalarActivation)Activator.CreateInstance(typeof(ScalarActivation<>).MakeGenericType(type), activation)!;
    }

    /// <summary>A default is a formula over nothing.</summary>
    private static double Number(string fallback) => FormulaFunction.Parse($"x + ({fallback})").Value(0);

    private static void AssertClose(double expected, double actual, double absolute, string what) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= (1e-13 * Math.Abs(expected))
            + absolute, $"{what}: {expected:R}, {actual:R}");
}
