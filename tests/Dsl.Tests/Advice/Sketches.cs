using FanIn.Dsl.Advice;
using FanIn.Dsl.Tests.Support;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>Sketches of texts.</summary>
internal static class Sketches
{
    public const string Input = "input: { batch: 10, features: 100 }\n";

    /// <summary>The network of a text without a matrix.</summary>
    public static NetworkSketch Of(string yaml) => NetworkSketches.Of(Reads.Good(yaml).Variants[0]);

    /// <summary>The network of some layers, in flow style.</summary>
    public static NetworkSketch OfLayers(string layers) => Of($"{Input}layers: [{layers}]\n");

    /// <summary>The first of three layers of 60 units, all alike, behind 100 inputs.</summary>
    public static DenseSketch Layer(string keys) => (DenseSketch)OfLayers($"{{ dense: 60, repeat: 3, {keys} }}").Layers[0];
}
