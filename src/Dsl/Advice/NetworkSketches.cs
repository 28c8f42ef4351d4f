using FanIn.Dsl.Model;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Networks of files as theory needs them: widths, variances and activations.</summary>
public sealed class NetworkSketches
{
    private readonly ScalarActivations _activations;

    /// <summary>An object without variants.</summary>
    public NetworkSketches()
        : this(formula => formula)
    {
    }

    internal NetworkSketches(Func<IScalarActivation, IScalarActivation> formulas) => _activations = new(formulas);

    /// <summary>
    /// What enters a network from data that a build knows nothing of, as files; null where this isn't known either, as in a build.
    /// </summary>
    public Func<DataSet, InputSketch?> Data { get; init; } = _ => null;

    internal ScalarActivations Activations => _activations;

    /// <summary>
    /// The network of one variant, with the numbers that hold where nobody sets others. What theory knows nothing of stands in it with the
    /// reason, so that <see cref="NetworkPredictor.Predict"/> says where and why it ends.
    /// </summary>
    public static NetworkSketch Of(Variant variant) => new NetworkSketches().Sketch(variant);

    /// <summary>The same; variants that one object sketches share the functions of their formulas, and what theory keeps of them.</summary>
    public NetworkSketch Sketch(Variant variant)
    {
        var numbers = new TheoryNumbers(_activations, variant.Parameters);
        var weights = new WeightSketches(numbers);
        var input = variant.Training is { Data: { } data }
            ? DataSketches.Of(data, variant.Input.Batch) ?? Data(data)
            : InputSketches.Of(variant.Input);
        var open = new List<(int First, LayerSketch Layer)>();
        for (int i = 0; i < variant.Layers.Count; i++)
        {
            var layer = variant.Layers[i];
            int first = i;
            LayerSketch sketch;
            if (layer is ResidualLayer residual)
            {
                first = residual.Skip;
                int branch = open.FindIndex(entry => entry.First >= first);
                sketch = new ResidualSketch(layer.Name, [.. open.Skip(branch).Select(entry => entry.Layer)], residual.Scale.Value);
                open.RemoveRange(branch, open.Count - branch);
            }
            else
            {
                sketch = Sketch(layer, weights);
            }

            open.Add((first, sketch));
        }

        IEnumerable<LayerSketch> layers = open.Select(entry => entry.Layer);
        if (input is null)
            layers = layers.Prepend(new OpaqueSketch(
                "input", variant.Training is null ? "it is drawn by a type of your own" : "its files are read when the experiment runs"));
        return new NetworkSketch(variant.Input.Batch, input ?? new InputSketch(variant.Input.Features, 0, 1), [.. layers])
        {
            Loss = variant.Training is { Data.Classes: var classes } ? LossOfLabels(classes) : null,
        };
    }

    /// <summary>
    /// While all classes are as likely, dL/dz is 1/C − 1 at the sample's class and 1/C elsewhere: its cosine between two samples is 1 for
    /// one class in C and −1/(C − 1) otherwise.
    /// </summary>
    private static LossSketch LossOfLabels(int classes) => new(1.0 / (classes - 1));

    private LayerSketch Sketch(Layer layer, WeightSketches weights) => layer switch
    {
        DenseLayer dense => Dense(dense, weights),
        ActivationLayer activation when _activations.Find(activation.Activation) is { } phi => new ActivationSketch(layer.Name, phi),
        ActivationLayer => Unknown(layer),
        NormLayer { Norm: "layer_norm" } norm => new NormSketch(layer.Name, NormKind.Layer, norm.Epsilon.Value),
        NormLayer { Norm: "rms_norm" } norm => new NormSketch(layer.Name, NormKind.Rms, norm.Epsilon.Value),
        NormLayer { Norm: "batch_norm" } norm => new NormSketch(layer.Name, NormKind.Batch, norm.Epsilon.Value),
        DropoutLayer dropout => new DropoutSketch(layer.Name, dropout.Keep.Value),
        _ => new OpaqueSketch(layer.Name, $"theory has no layers of kind {layer.Kind}"),
    };

    private LayerSketch Dense(DenseLayer dense, WeightSketches weights)
    {
        var drawn = weights.OfWeights(dense);
        var bias = dense.Bias is null ? null : weights.OfBias(dense);
        bool isLinear = dense.Activation.Name == "identity";
        var activation = isLinear ? null : _activations.Find(dense.Activation);
        bool isKnown = isLinear || activation is not null;

        // What is wrong with the weights is wrong with them before any activation.
        return isKnown || drawn.Obstacle is not null || drawn.IsConstant
            ? new DenseSketch(dense.Name, dense.FanIn, dense.FanOut, drawn, bias, activation)
            : Unknown(dense);
    }

    private static OpaqueSketch Unknown(Layer layer) =>
        new(layer.Name, "its activation is a type of your own, which is known to the run alone");
}
