using FanIn.Runtime.Results;
using FanIn.Theory;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Kinds;

/// <summary>A place in the plane of σ_w and σ_b where layers lie.</summary>
/// <param name="SigmaW">√(fan_in Var W).</param>
/// <param name="SigmaB">√(Var b).</param>
/// <param name="Name">The variant's label, if all of its layers lie here; otherwise the layer's name.</param>
internal readonly record struct PhasePoint(double SigmaW, double SigmaB, string Name);

/// <summary>The layers with one activation, and the activation's edge of chaos.</summary>
/// <param name="Name">The activation as the file writes it.</param>
/// <param name="Activation">φ.</param>
/// <param name="Points">Each place once.</param>
internal sealed record PhasePlane(string Name, IScalarActivation Activation, IReadOnlyList<PhasePoint> Points)
{
    private const double SmallestQ = 1e-5;
    private const double LargestQ = 1e3;
    private const int Steps = 160;

    /// <summary>The planes of all activations whose layers have random weights, in the order in which they occur.</summary>
    public static IReadOnlyList<PhasePlane> Of(IReadOnlyList<ExperimentResult> results) =>
    [
        .. results.SelectMany(Layers).GroupBy(layer => layer.Written).Select(group => new PhasePlane(
            group.Key, group.First().Activation,
            [.. group.Select(layer => layer.Point).DistinctBy(point => (point.SigmaW, point.SigmaB))])),
    ];

    /// <summary>The critical points σ_w(q), σ_b(q), from small variances q to large ones; none where φ jumps.</summary>
    public IReadOnlyList<(double X, double Y)> Edge()
    {
        var theory = ActivationTheory.Of(Activation);
        return [.. Enumerable.Range(0, Steps + 1)
            .Select(step => theory.CriticalForVariance(SmallestQ * Math.Pow(LargestQ / SmallestQ, (double)step / Steps)))
            .Select(point => point is null ? (double.NaN, double.NaN) : (point.SigmaW, point.SigmaB))];
    }

    private static IEnumerable<(string Written, IScalarActivation Activation, PhasePoint Point)> Layers(ExperimentResult result)
    {
        var layers = result.Sketch?.Layers.OfType<DenseSketch>()
            .Where(layer => layer is { Activation: not null, Weights.Obstacle: null, Bias: null or { Obstacle: null } }).ToList() ?? [];
        var isOnePlace = layers.Select(Place).Distinct().Count() == 1;
        var label = result.Definition.Label.Length > 0 ? result.Definition.Label : result.Definition.Name;
        foreach (var layer in layers)
        {
            var (sigmaW, sigmaB) = Place(layer);
            var written = result.Definition.Layers.First(definition => definition.Name == layer.Name).Activation;
            yield return (written ?? "", layer.Activation!, new(sigmaW, sigmaB, isOnePlace ? label : $"{label} {layer.Name}".Trim()));
        }
    }

    private static (double SigmaW, double SigmaB) Place(DenseSketch layer) =>
        (Math.Sqrt(layer.FanIn * layer.Weights.Variance), Math.Sqrt(layer.Bias?.Variance ?? 0));
}
