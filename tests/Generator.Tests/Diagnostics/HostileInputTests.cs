using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>Whatever a file holds, there is an error in it, and the rest of the project is untouched.</summary>
public class HostileInputTests
{
    private const string Good = """
        experiment: demo
        input: { batch: 8, features: 3, distribution: normal }
        layers:
          - dense: 4
            init: normal
            activation: tanh

        """;

    public static TheoryData<string, string> Inputs => new()
    {
        { "unknown key", Good + "colour: red\n" },
        { "duplicate key", Good + "seed: 1\nseed: 2\n" },
        { "wrong type", Good.Replace("dense: 4", "dense: [4]") },
        { "bad number", Good.Replace("dense: 4", "dense: 4x") },
        { "unknown name", Good.Replace("tanh", "tanhh") },
        { "unresolved reference", Good.Replace("tanh", "$phi") },
        { "reference in braces", Good.Replace("init: normal", "init: { normal: { std: ${x} } }") },
        { "formula split by its comma", Good.Replace("init: normal", "init: { normal: { std: max(1, 2) } }") },
        { "nested parentheses", WithStd(new string('(', 10_000) + "1" + new string(')', 10_000)) },
        { "unclosed bracket", Good + "matrix:\n  activation: [tanh, relu\nseed: 1\n" },
        { "nested dashes", string.Concat(Enumerable.Repeat("- ", 60_000)) },
        { "nested brackets", Good + "matrix: " + new string('[', 60_000) },
        { "two mebibytes", Good + "# " + new string('x', 2 * 1024 * 1024) },
        { "NUL bytes", Good.Replace("tanh", "ta\0nh") },
        { "nothing", "" },
        { "comments alone", "# one\n# two\n" },
        { "no layers", "experiment: demo\ninput: { batch: 8, features: 3, distribution: normal }\n" },
        { "a scalar", "just text" },
        { "tab indentation", "layers:\n\t- dense: 4\n" },
        { "anchors", Good.Replace("init: normal", "init: &a normal") },
        { "second document", Good + "---\n" + Good },
        { "seed too large", Good + "seed: 18446744073709551616\n" },
        { "seed too large for numpy", Good + "rng: numpy-legacy\nseed: 4294967296\n" },
        { "a layer named as a member", Good.Replace("- dense: 4", "- dense: 4\n    name: run") },
        { "powers without end", WithStd(string.Concat(Enumerable.Repeat("2^", 1000)) + "1") },
        { "signs without end", WithStd(new string('-', 1000) + "1") },
        { "an experiment named as a namespace that code needs", Good.Replace("experiment: demo", "experiment: system") },
        { "a layer named as its experiment", Good.Replace("- dense: 4", "- dense: 4\n    name: demo") },
        { "two layers that become one property", Good + Layer("name: a-b") + Layer("name: a.b") },
        { "a number that clashes with a written name", Good + Layer("name: a, repeat: 2") + Layer("name: a1") },
        { "two labels that become one class", Good.Replace("tanh", "$phi") + "matrix:\n  phi: { a-b: tanh, a.b: relu }\n" },
        { "a label named as its experiment", Good.Replace("tanh", "$phi") + "matrix:\n  phi: { demo: tanh }\n" },
        { "a label named as a member", Good.Replace("tanh", "$phi") + "matrix:\n  phi: { equals: tanh }\n" },
        { "a layer named as its variant", Good.Replace("tanh", "$phi") + Layer("name: tanh") + "matrix:\n  phi: [tanh]\n" },
        { "a label twice", Good.Replace("tanh", "$phi") + "matrix:\n  phi: { a: tanh, a: relu }\n" },
        { "no name that could be one", Good.Replace("experiment: demo", "experiment: '???'") },
        { "an experiment named as the catalog", Good.Replace("experiment: demo", "experiment: experiment-catalog") },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Hostile_text_is_a_located_error_and_harms_no_other_file(string what, string yaml)
    {
        var project = Project.Of(
            new TestFile(Project.Directory + "experiments/hostile.yaml", yaml),
            new TestFile(Project.Directory + "experiments/clean.yaml", Yaml.Clean));

        Assert.Null(project.Result.Exception);
        Assert.Contains(project.Result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.All(project.Result.Diagnostics, diagnostic =>
        {
            Assert.EndsWith("experiments/hostile.yaml", diagnostic.Location.GetLineSpan().Path);
            Assert.True(diagnostic.Id != "FAN0001", $"{what}: {diagnostic}");
        });
        Assert.Contains("experiments/clean.yaml.g.cs", project.Sources.Keys);
        Compiler.AssertClean(project.Output);
    }

    private static string Layer(string name) => $"  - {{ dense: 4, {name}, init: normal }}\n";

    private static string WithStd(string formula) => Good.Replace("init: normal", $"init: {{ normal: {{ std: {formula} }} }}");

    /// <summary>Apart from the others, as test runners can't carry such a text.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_an_error() =>
        Assert.Contains("demo.yaml(7,14): error FAN0003: ", Assert.Single(Project.WithYaml(Good + "description: \ud83d\n").Diagnostics));
}
