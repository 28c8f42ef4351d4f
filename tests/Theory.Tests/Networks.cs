using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>Sketches that tests ask for often.</summary>
internal static class Networks
{
    public static readonly IReadOnlyList<(string Name, double SigmaW2)> Scales =
        [("std1", 100), ("std0.01", 0.01), ("xavier", 1), ("he", 2)];

    /// <summary>Equal layers of normal weights.</summary>
    public static NetworkSketch Square(string activation, double sigmaW2, int depth = 5) =>
        Chain(activation, [.. Enumerable.Repeat(100, depth + 1)], 1000, sigmaW2);

    /// <summary>Dense layers <c>1</c>, <c>2</c>, … of normal weights with Var W = σ_w²/fan_in.</summary>
    public static NetworkSketch Chain(string activation, int[] widths, int batch, double sigmaW2, double sigmaB2 = 0)
    {
        var phi = StandardActivations.Find(activation)!;
        var bias = sigmaB2 == 0 ? null : WeightSketch.Random(sigmaB2);
        var layers = widths.Zip(widths.Skip(1)).Select((pair, index) => (LayerSketch)new DenseSketch(
            $"{index + 1}", pair.First, pair.Second, WeightSketch.Random(sigmaW2 / pair.First), bias, phi));
        return new NetworkSketch(batch, new InputSketch(widths[0], 0, 1), [.. layers]);
    }

    /// <summary>One of the twelve of the chapter: <c>tanh-xavier</c>.</summary>
    public static NetworkSketch Chapter(string experiment)
    {
        var parts = experiment.Split('-', 2);
        return Square(parts[0], Scales.Single(scale => scale.Name == parts[1]).SigmaW2);
    }
}
