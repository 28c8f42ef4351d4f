using FanIn.Runtime.Activations;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Tests.Predictions;

/// <summary>One network of the grid.</summary>
public sealed record GridPoint(string Activation, double SigmaW2, int Depth, int Width)
{
    public const int Batch = 200;

    // A cosine of 1 comes out a few bits above or below.
    private const double Rounding = 1e-15;

    public override string ToString() =>
        FormattableString.Invariant($"{Activation} σ_w² {SigmaW2}, {Depth} layers of {Width}");

    /// <summary>What was predicted and what a seed measured, for each kind of warning that there is a measurement for.</summary>
    public IEnumerable<GridDecision> Decisions(ulong seed) => Activation switch
    {
        "sigmoid" => Decisions(new Sigmoid(), seed),
        "tanh" => Decisions(new Tanh(), seed),
        "relu" => Decisions(new Relu(), seed),
        "leaky_relu" => Decisions(new LeakyRelu(0.2), seed),
        "elu" => Decisions(new Elu(1), seed),
        "selu" => Decisions(new Selu(), seed),
        "gelu" => Decisions(new Gelu(), seed),
        "silu" => Decisions(new Silu(), seed),
        "softplus" => Decisions(new Softplus(1), seed),
        "hard_tanh" => Decisions(new HardTanh(-1, 1), seed),
        "softsign" => Decisions(new Softsign(), seed),
        _ => throw new ArgumentException(Activation),
    };

    private IEnumerable<GridDecision> Decisions<TActivation>(TActivation activation, ulong seed)
        where TActivation : struct, IActivation
    {
        using var experiment = new GridExperiment<TActivation>(activation, this, seed);
        var result = experiment.Run();
        var findings = NetworkPredictor.Predict(result.Sketch!).Findings;
        var layers = result.Layers;
        var signals = layers.Select(layer => Rms(layer.Activations!) / Rms(layers[0].Activations!)).ToArray();
        var gradient = Rms(layers[0].PreActivationGradients!) / Rms(layers[^1].PreActivationGradients!);
        (FindingKind Kind, double Measured)[] measured =
        [
            (FindingKind.VanishingSignal, signals.Min()),
            (FindingKind.ExplodingSignal, signals.Max()),
            (FindingKind.Saturation, layers.Max(Saturated)),
            (FindingKind.VanishingGradient, gradient),
            (FindingKind.ExplodingGradient, gradient),
            (FindingKind.IndistinguishableInputs, Math.Max(1 - layers.Max(layer => layer.Diagnostics.Cosine!.Value), Rounding)),
            (FindingKind.Chaotic, experiment.Divergence().Max()),
            (FindingKind.DeadUnits, layers.Max(layer => layer.Diagnostics.Dead!.Value)),
        ];
        return [.. measured.Select(pair => new GridDecision(
            this, seed, pair.Kind, findings.FirstOrDefault(finding => finding.Kind == pair.Kind), pair.Measured))];
    }

    private static double Saturated(LayerResult layer) =>
        Number(layer.Diagnostics.SaturatedLow!.Value) + Number(layer.Diagnostics.SaturatedHigh!.Value);

    private static double Number(double share) => double.IsNaN(share) ? 0 : share;

    private static double Rms(TensorStatistics statistics) =>
        Math.Sqrt((statistics.Mean * statistics.Mean) + (statistics.Std * statistics.Std));
}
