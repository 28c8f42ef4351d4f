using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Running;

/// <summary>
/// A type of the user's own that is unfit for its place is one error, at its place in the YAML, however often it is repeated.
/// </summary>
public class UnfitTypeTests
{
    /// <summary>Two variants of five layers each.</summary>
    private const string File = """
        experiment: own
        matrix: { width: [5, 6] }
        input: { batch: 4, features: 3, distribution: MyLab.Ring }
        layers:
          - dense: width
            name: hidden
            repeat: 5
            init: { MyLab.Orthonormal: { gain: 6 } }
            bias: { global::Offset: { value: 0.5 } }
            activation: { MyLab.Snake: { frequency: 2 } }

        """;

    /// <summary>Types that are almost right.</summary>
    private const string Misfits = """
        #pragma warning disable CS1591
        using System;
        using FanIn.Runtime.Activations;
        using FanIn.Runtime.Initialisation;

        namespace Odd
        {
            internal readonly struct Hidden : IActivation
            {
                public TVector Apply<TVector>(TVector x) where TVector : struct, FanIn.Runtime.Numerics.IVector<TVector> => x;

                public TVector Derivative<TVector>(TVector x) where TVector : struct, FanIn.Runtime.Numerics.IVector<TVector> => x;
            }

            public sealed class Boxed : IActivation
            {
                public TVector Apply<TVector>(TVector x) where TVector : struct, FanIn.Runtime.Numerics.IVector<TVector> => x;

                public TVector Derivative<TVector>(TVector x) where TVector : struct, FanIn.Runtime.Numerics.IVector<TVector> => x;
            }

            public abstract class Unmade : IInitialiser
            {
                public abstract void Fill(InitialiserContext context, Span<double> rowMajor);
            }

            public sealed class Counted(int rows, double gain = 1) : IInitialiser
            {
                public Counted(double std, double gain)
                    : this((int)std, gain)
                {
                }

                public void Fill(InitialiserContext context, Span<double> rowMajor) => rowMajor[0] = rows + gain;
            }

            public sealed class Single : IInitialiser
            {
                private Single()
                {
                }

                public static Single Instance { get; } = new();

                public void Fill(InitialiserContext context, Span<double> rowMajor)
                {
                }
            }

            internal sealed class Inner(params double[] values) : IInitialiser
            {
                public void Fill(InitialiserContext context, Span<double> rowMajor) => rowMajor.Fill(values.Length);
            }

            public partial struct Completed;

            public enum Kind { One }
        }

        """;

    [Theory]
    [InlineData("MyLab.Snake: { frequency: 2 }", "MyLab.Orthonormal: { gain: 6 }",
        "(10,19): error FAN0018: 'MyLab.Orthonormal' can't be an activation: it must be a struct that implements "
        + "FanIn.Runtime.Activations.IActivation; found a class that does not, and is an initialiser.")]
    [InlineData("MyLab.Snake: { frequency: 2 }", "Odd.Boxed: {}", "(10,19): error FAN0018: 'Odd.Boxed' can't "
        + "be an activation: it must be a struct that implements FanIn.Runtime.Activations.IActivation; found a class.")]
    [InlineData("MyLab.Snake: { frequency: 2 }", "Odd.Hidden: {}",
        "(10,19): error FAN0018: 'Odd.Hidden' can't be an activation: it must be public, as the layers are that are made with it.")]
    [InlineData("MyLab.Snake: { frequency: 2 }", "System.Math: {}", "(10,19): error FAN0018: 'System.Math' can't be an "
        + "activation: it must be a struct that implements FanIn.Runtime.Activations.IActivation; found a static class that does not.")]
    [InlineData("frequency: 2", "frequenzy: 2",
        "(10,34): error FAN0014: 'MyLab.Snake' has no number 'frequenzy'. Did you mean 'frequency'? It takes: frequency.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "MyLab.Snake: { frequency: 2 }",
        "(8,13): error FAN0018: 'MyLab.Snake' can't be an initialiser: it must be a class or struct that implements "
        + "FanIn.Runtime.Initialisation.IInitialiser; found a struct that does not, and is an activation.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "MyLab.Orthonormal: {}",
        "(8,13): error FAN0015: 'MyLab.Orthonormal' needs the number 'gain', as its constructor does.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "MyLab.Ring: { gain: 6 }",
        "(8,27): error FAN0014: 'MyLab.Ring' has no number 'gain'. It takes no numbers.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Unmade: {}", "(8,13): error FAN0018: 'Odd.Unmade' can't be an initialiser: it "
        + "must be a class or struct that implements FanIn.Runtime.Initialisation.IInitialiser and can be made; found an abstract class.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Counted: { rows: 6 }",
        "(8,28): error FAN0018: 'Odd.Counted' takes 'rows' as int; a file's numbers are of type double.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Counted: { rows: 6, std: 2 }",
        "(8,13): error FAN0018: 'Odd.Counted' has no constructor that takes rows, std together.")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Counted: { std: 6 }",
        "(8,13): error FAN0015: 'Odd.Counted' needs the number 'gain', as its constructor does.")]
    [InlineData(
        "MyLab.Orthonormal: { gain: 6 }", "Odd.Single: {}", "(8,13): error FAN0018: 'Odd.Single' has no constructor that can be called.")]
    [InlineData("global::Offset", "Odd.Kind", "(9,13): error FAN0018: 'Odd.Kind' can't be an initialiser: it must "
        + "be a class or struct that implements FanIn.Runtime.Initialisation.IInitialiser; found an enum that does not.")]
    [InlineData("MyLab.Ring", "System.Guid", "(3,47): error FAN0018: 'System.Guid' can't be an initialiser: it must "
        + "be a class or struct that implements FanIn.Runtime.Initialisation.IInitialiser; found a struct that does not.")]
    public void It_is_one_error_of_ours_and_none_of_the_compilers(string old, string now, string expected)
    {
        var project = Made(File.Replace(old, now));
        Assert.Equal("/repo/demo/experiments/demo.yaml" + expected, Assert.Single(project.Faults));
        Assert.Empty(Errors(project));
    }

    [Theory]
    [InlineData("MyLab.Snake: { frequency: 2 }", "MyLab.Snake: {}")]           // a struct can be made of nothing
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Counted: { std: 6, gain: 2 }")]
    [InlineData("MyLab.Orthonormal: { gain: 6 }", "Odd.Inner: {}")]            // internal, and params
    public void What_fits_is_left_to_the_compiler(string old, string now)
    {
        var project = Made(File.Replace(old, now));
        Assert.Empty(project.Faults);
        Assert.Empty(Errors(project));
    }

    [Fact]
    public void Of_a_partial_type_which_a_generator_may_complete_nothing_is_said() =>
        Assert.Empty(Made(File.Replace("MyLab.Snake: { frequency: 2 }", "Odd.Completed: {}")).Faults);

    [Fact]
    public void Each_place_of_the_file_is_told()
    {
        var project = Made(File.Replace("MyLab.Snake: { frequency: 2 }", "Odd.Boxed: {}") + "  - { activation: Odd.Boxed }\n");
        Assert.Equal(2, project.Faults.Count);
        Assert.Empty(Errors(project));
    }

    [Fact]
    public void The_namespace_around_generated_code_comes_first_as_in_CSharp()
    {
        var project = Made(File, "namespace Demo.MyLab { public readonly struct Snake; }");
        Assert.Contains("found a struct that does not", Assert.Single(project.Faults));
    }

    [Fact]
    public void Code_that_uses_the_experiment_has_no_errors_for_it()
    {
        var project = Made(
            File.Replace("MyLab.Snake: { frequency: 2 }", "Odd.Boxed: {}"),
            "public static class User { public static double Read() { using "
            + "var own = new Demo.Own._5(); return own.Hidden3.Activations[0, 0]; } }");
        Assert.Single(project.Faults);
        Assert.Empty(Errors(project));
    }

    private static Project Made(string yaml, string more = "") =>
        Project.WithYaml(yaml).WithCode(Yaml.OwnTypes).WithCode(Misfits).WithCode(more);

    private static IEnumerable<Diagnostic> Errors(Project project) =>
        project.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
