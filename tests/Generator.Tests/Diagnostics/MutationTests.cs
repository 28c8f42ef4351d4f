using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>
/// Whatever a file goes through while it is being typed, it is an error of its own or compiles, and never an error of C#.
/// </summary>
public class MutationTests
{
    private const string Rich = """
        experiment: rich
        seed: 3
        dtype: float32
        input: { batch: 8, features: 3, distribution: { uniform: { min: -1, max: 1 } } }
        layers:
          - dense: 2 * width
            name: hidden
            repeat: 2
            init: $init
            bias: zeros
            activation: tanh
          - { dense: 1, name: out, init: he_normal }
        matrix:
          width: [1, 2]
          init: { wide: { normal: { std: sqrt(1 / fan_in) } }, he: he_normal }
        observe: [activations, { weights: { bins: 5, range: auto } }]
        expect:
          - { for: "1-*", layer: out, std: { min: 0, max: 9 } }
        figure:
          - { xlim: [0, 1] }

        """;

    private static readonly string[] Scraps =
        ["", " ", "\n", ":", "- ", "{", "}", "[", "]", "$", "1", "x", "\"", "#", "-", "normal", "hidden", "\t", "&", "|"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_mutated_file_is_an_error_or_compiles(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++)
        {
            string yaml = Mutate(Rich, random);
            var project = Project.WithYaml(yaml);
            Assert.True(project.Result.Exception is null, $"{project.Result.Exception}\n{yaml}");
            Assert.True(project.Result.Diagnostics.All(d => d.Id != "FAN0001"), $"{string.Join('\n', project.Diagnostics)}\n{yaml}");

            var complaints = project.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
            Assert.True(complaints.Count == 0, $"{string.Join('\n', complaints)}\n{yaml}");
        }
    }

    private static string Mutate(string text, Random random)
    {
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int start = random.Next(text.Length);
            int length = Math.Min(random.Next(0, 9), text.Length - start);
            text = text[..start] + Scraps[random.Next(Scraps.Length)] + text[(start + length)..];
        }

        return text;
    }
}
