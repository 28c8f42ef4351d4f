using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Questions to sketches, and sketches with other layers.</summary>
public static class Sketched
{
    internal static IScalarActivation Identity { get; } = StandardActivations.Find("identity")!;

    /// <summary>The dense layers of a network, those of branches included, in the order in which they are computed.</summary>
    public static IReadOnlyList<DenseSketch> DenseLayers(this NetworkSketch network) => [.. All(network.Layers).OfType<DenseSketch>()];

    /// <summary>The activations of a network, each once; the identity where it has no other.</summary>
    public static IReadOnlyList<IScalarActivation> Activations(this NetworkSketch network)
    {
        List<IScalarActivation> found = [.. All(network.Layers).Select(layer => layer switch
        {
            DenseSketch dense => dense.Activation,
            ActivationSketch own => own.Activation,
            _ => null,
        }).OfType<IScalarActivation>().Distinct()];
        return found.Count > 0 ? found : [Identity];
    }

    /// <summary>The network with each of its layers replaced, those of branches too.</summary>
    /// <param name="network">The network.</param>
    /// <param name="replace">What stands for a layer that is no residual.</param>
    public static NetworkSketch With(this NetworkSketch network, Func<LayerSketch, LayerSketch> replace) =>
        network with { Layers = With(network.Layers, replace) };

    /// <summary>
    /// The network without what its initialisers say: equal for two variants that differ in nothing else.
    /// </summary>
    public static NetworkSketch Shape(this NetworkSketch network) => network.With(layer => layer is DenseSketch dense
        ? dense with { Weights = WeightSketch.Random(1), Bias = dense.Bias is null ? null : WeightSketch.Constant(0) } : layer);

    private static IReadOnlyList<LayerSketch> With(IReadOnlyList<LayerSketch> layers, Func<LayerSketch, LayerSketch> replace) =>
        [.. layers.Select(layer => layer is ResidualSketch residual
            ? residual with { Branch = With(residual.Branch, replace) } : replace(layer))];

    private static IEnumerable<LayerSketch> All(IEnumerable<LayerSketch> layers) =>
        layers.SelectMany(layer => layer is ResidualSketch residual ? All(residual.Branch) : [layer]);
}
