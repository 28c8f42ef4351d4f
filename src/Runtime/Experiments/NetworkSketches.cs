using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Layers;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Experiments;

/// <summary>The network as it ran, with the numbers that were drawn, as theory needs it.</summary>
internal static class NetworkSketches
{
    /// <summary>
    /// The sketch. What theory does not cover stands in it with the reason, so that a prediction says where and why it ends.
    /// </summary>
    /// <param name="definition">What ran.</param>
    /// <param name="input">How its input was drawn.</param>
    /// <param name="layers">Its layers, the first first.</param>
    /// <param name="upstream">How the gradient of the last layer was drawn; null without a backward pass.</param>
    public static NetworkSketch Of(
        ExperimentDefinition definition, DrawnNumbers input, IReadOnlyList<ILayer> layers, DrawnNumbers? upstream)
    {
        var drawn = input.ToInput(definition.Features);
        LayerSketch[] first = drawn is null ? [new OpaqueSketch("input", $"its values {input.Obstacle}")] : [];
        var sketch = new NetworkSketch(
            definition.Batch, drawn ?? new(definition.Features, 0, 1), [.. first, .. Chain(definition, layers)]);
        return upstream is { } above
            ? sketch with { Upstream = above.ToWeights("its values", definition.Batch, definition.Layers[^1].FanOut) }
            : sketch;
    }

    /// <summary>The sketch of a network that is about to be trained.</summary>
    /// <param name="definition">What ran.</param>
    /// <param name="input">The moments of the samples that went through it.</param>
    /// <param name="layers">Its layers, with the weights that were drawn.</param>
    /// <param name="upstream">dL/dz of the last layer, as the loss gave it: theory says what becomes of it on its way back.</param>
    public static NetworkSketch Untrained(
        ExperimentDefinition definition, InputSketch input, IReadOnlyList<ILayer> layers, GradientMoments upstream) =>
        new(definition.Batch, input, Chain(definition, layers))
        {
            Upstream = WeightSketch.Independent(0, upstream.Second, "its values"),
            Loss = new(upstream.Likeness, upstream.Echo),
        };

    /// <summary>The sketch after training, of which theory knows nothing: it is about weights that were drawn.</summary>
    public static NetworkSketch Trained(ExperimentDefinition definition) => new(
        definition.Batch, new(definition.Features, 0, 1), [new OpaqueSketch(definition.Layers[0].Name, "its weights are trained")]);

    /// <summary>Layers stand in a list, a residual behind its branch: it takes the branch's sketches back from it.</summary>
    private static LayerSketch[] Chain(ExperimentDefinition definition, IReadOnlyList<ILayer> layers)
    {
        List<(int Number, LayerSketch Sketch)> chain = [];
        for (var i = 0; i < layers.Count; i++)
        {
            var branch = definition.Layers[i].Skip is { } skip ? chain.FindIndex(entry => entry.Number > skip) : chain.Count;
            branch = branch < 0 ? chain.Count : branch;
            LayerSketch[] inside = [.. chain.Skip(branch).Select(entry => entry.Sketch)];
            var number = inside.Length > 0 ? chain[branch].Number : i + 1;
            chain.RemoveRange(branch, inside.Length);
            chain.Add((number, layers[i].ToSketch(inside)));
        }

        return [.. chain.Select(entry => entry.Sketch)];
    }
}
