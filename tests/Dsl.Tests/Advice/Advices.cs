using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>Texts of which theory has something to say.</summary>
internal static class Advices
{
    public static readonly IReadOnlyList<(string Name, string Init)> Scales =
    [
        ("std1", "{ normal: { std: 1 } }"), ("std0.01", "{ normal: { std: 0.01 } }"),
        ("xavier", "{ normal: { std: sqrt(1 / fan_in) } }"), ("he", "{ normal: { std: sqrt(2 / fan_in) } }"),
    ];

    /// <summary>1000 inputs, layers of 100; the item of the layers stands on line 4.</summary>
    public static string Network(string activation, string init, int depth = 5) =>
        $"experiment: network\ninput: {{ batch: 1000, features: 100 }}\nlayers:\n  - {{ "
        + $"dense: 100, name: hidden, repeat: {depth}, init: {init}, activation: {activation} }}\n";

    /// <summary>All twelve; the item of the layers stands on line 4.</summary>
    public static string Chapter { get; } =
        Network("$activation", "$init") + "matrix:\n  activation: [sigmoid, relu, tanh]\n  init:\n"
        + string.Concat(Scales.Select(scale => $"    {scale.Name}: {scale.Init}\n"));

    public static IReadOnlyList<Diagnostic> Of(string yaml)
    {
        var result = Reads.Read(yaml);
        Assert.NotNull(result.Experiment);
        Assert.All(result.Diagnostics, diagnostic => Reads.AssertConsistent(yaml, diagnostic));
        return result.Diagnostics;
    }

    /// <summary><c>1@3 4@1</c>: the last digit of the id, and the layer, of a network without a matrix.</summary>
    public static string Written(string yaml) => string.Join(' ', Of(yaml).Select(diagnostic =>
    {
        Assert.StartsWith("FAN100", diagnostic.Id, StringComparison.Ordinal);
        Assert.Equal((3, 6), (diagnostic.Range.From.Line, diagnostic.Range.From.Column));
        return $"{diagnostic.Id[^1]}@{diagnostic.Message.Split('\'')[1]["hidden".Length..]}";
    }));
}
