using FanIn.Dsl.Model;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Says what is wrong with the networks of a file, equal ones once, within what a build may spend on it.</summary>
internal sealed class NetworkForecast
{
    private readonly Effort _effort = Effort.OfBuild;
    private readonly Dictionary<NetworkSketch, NetworkFindings?> _known = [];
    private readonly NetworkSketches _sketches;

    public NetworkForecast() => _sketches = new NetworkSketches(_effort.Count);

    /// <summary>The functions of the file's activations.</summary>
    public ScalarActivations Activations => _sketches.Activations;

    /// <summary>What theory finds in a variant's network; null where the file has used up what may be spent.</summary>
    public NetworkFindings? Of(Variant variant) => Of(TryGet(() => _sketches.Sketch(variant)), variant.Layers.Count);

    /// <summary>The same with other weights, and where it is given another activation in the place of each that the network has.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="sigmaW">σ_w of every layer.</param>
    /// <param name="instead">The activation.</param>
    /// <param name="standardInput">Whether the input has mean 0 and standard deviation 1, whatever the file says.</param>
    public NetworkFindings? Of(Variant variant, double sigmaW, IScalarActivation? instead = null, bool standardInput = false)
    {
        var sketch = TryGet(() => _sketches.Sketch(variant));
        var changed = sketch?.With(layer => layer switch
        {
            DenseSketch dense => dense with
            {
                Weights = WeightSketch.Random(sigmaW * sigmaW / dense.FanIn),
                Activation = dense.Activation is null ? null : instead ?? dense.Activation,
            },
            ActivationSketch activation => activation with { Activation = instead ?? activation.Activation },
            _ => layer,
        });
        if (standardInput)
            changed = changed is null ? null : changed with { Input = new InputSketch(changed.Input.Width, Mean: 0, Variance: 1) };
        return Of(changed, variant.Layers.Count);
    }

    /// <summary>The largest standard deviation of a bias.</summary>
    public double SigmaB(Variant variant) =>
        Math.Sqrt(TryGet(() => _sketches.Sketch(variant))?.DenseLayers()
            .Select(layer => layer.Bias?.Variance ?? 0).DefaultIfEmpty().Max() ?? 0);

    private NetworkFindings? Of(NetworkSketch? sketch, int layers)
    {
        if (sketch is null)
            return null;
        if (!_known.TryGetValue(sketch, out var findings))
            _known[sketch] = findings = _effort.Spend(layers) ? TryGet(() => NetworkFindings.Of(sketch)) : null;
        return findings;
    }

    /// <summary>What is computed, or null where a formula is too much for theory.</summary>
    public static T? TryGet<T>(Func<T?> compute)
        where T : class
    {
        try
        {
            return compute();
        }
        catch (Effort.ExhaustedException)
        {
            return null;
        }
    }
}
