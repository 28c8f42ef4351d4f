using FanIn.Runtime.Results;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Tests.Fakes;

/// <summary>Results that theory has something to say of.</summary>
internal static class Sketched
{
    /// <summary>
    /// The catalog's first experiment with the network that its layers have: dense, of an activation, weights of variance σ_w²/fan_in.
    /// </summary>
    public static ExperimentResult Result(
        string activation, double sigmaW2, int layers = 5, Func<LayerResult, LayerResult>? change = null, WeightSketch? weights = null)
    {
        var definition = FakeCatalog.Definition("sketched", activation, layers);
        definition = definition with
        {
            Layers = [.. definition.Layers.Select(layer => layer with { Activation = activation })],
            Upstream = "normal",
        };
        using var experiment = new FakeExperiment(definition, new(), new FakeCatalog());
        var result = experiment.ToResult();
        var phi = StandardActivations.Find(activation)!;
        return result with
        {
            Layers = [.. result.Layers.Select(change ?? (layer => layer))],
            Sketch = new NetworkSketch(
                definition.Batch,
                new InputSketch(definition.Features, 0, 1),
                [.. definition.Layers.Select(layer => new DenseSketch(
                    layer.Name, layer.FanIn, layer.FanOut, weights ?? WeightSketch.Random(sigmaW2 / layer.FanIn), null, phi))]),
        };
    }

    /// <summary>The same as residuals, each around one dense layer.</summary>
    public static ExperimentResult Residuals(string activation, double sigmaW2, int branches)
    {
        var result = Result(activation, sigmaW2, 2 * branches);
        var chain = result.Sketch!.Layers.OfType<DenseSketch>().Chunk(2)
            .Select(pair => new ResidualSketch(pair[1].Name, [pair[0] with { FanIn = pair[0].FanOut }], 1));
        return result with
        {
            Definition = result.Definition with
            {
                Layers = [.. result.Definition.Layers.Select((layer, i) =>
                    i % 2 == 0 ? layer
                        : new LayerDefinition(layer.Name, layer.Path, layer.FanOut, "residual", "residual") { Skip = i - 1 })],
            },
            Sketch =
                result.Sketch with { Input = result.Sketch.Input with { Width = result.Definition.Layers[0].FanOut }, Layers = [.. chain] },
        };
    }

    /// <summary>What seven steps of training make of a result: theory is left to the state before the first.</summary>
    public static ExperimentResult Trained(ExperimentResult start) => start with
    {
        Sketch = null,
        Layers = [.. start.Layers.Select(layer => WithStd(layer, 0.9))],
        Definition = start.Definition with
        {
            Upstream = null,
            Training = new("optical_digits", 7, "softmax_cross_entropy", "sgd", "0.1") { ObservedSteps = [0, 7] },
        },
        Training = new()
        {
            Losses = [2, 1],
            Checkpoints =
                [new(0, 2, 2, 0.1) { Layers = start.Layers, Sketch = start.Sketch }, new(7, 1, 1, 0.9) { Layers = start.Layers }],
            Samples = 30,
            HeldOut = 10,
        },
    };

    /// <summary>A layer with a standard deviation.</summary>
    public static LayerResult WithStd(LayerResult layer, double std, double mean = 0) =>
        layer with { Activations = layer.Activations! with { Std = std, Mean = mean } };

    /// <summary>A layer with gradients of a size.</summary>
    public static LayerResult WithGradient(LayerResult layer, double rms)
    {
        var gradient = FakeCatalog.Statistics([1, 2, 1], rms, -1, 1) with { Mean = 0 };
        return layer with { Gradients = gradient, PreActivationGradients = gradient, WeightGradients = gradient };
    }
}
