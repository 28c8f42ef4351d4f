using FanIn.Theory;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>An initialiser of the language that may be recommended.</summary>
/// <param name="Written">The value of <c>init</c>.</param>
/// <param name="Spread">σ_w and σ_b for a layer; null where it gives none for the layer's activation.</param>
internal sealed record Candidate(string Written, Func<DenseSketch, (double SigmaW, double SigmaB)?> Spread)
{
    private const double Nearly = 1e-6;

    private static readonly Candidate[] Named =
    [
        new("lecun_normal", _ => (1, 0)),
        new("he_normal", _ => (Math.Sqrt(2), 0)),
        new("xavier_normal", layer => (Math.Sqrt(2.0 * layer.FanIn / (layer.FanIn + layer.FanOut)), 0)),
    ];

    private static readonly Candidate[] Critical =
    [
        new("edge_of_chaos", layer => Edge(Theory(layer).CriticalForBias(0))),
        new("{ edge_of_chaos: { q: 1 } }", layer => Edge(Theory(layer).CriticalForVariance(1))),
        new("{ edge_of_chaos: { sigma_b: 0.1 } }", layer => Edge(Theory(layer).CriticalForBias(0.1))),
    ];

    /// <summary>
    /// In the order in which they are tried: a well-known name that is critical for the network's activations or that they were made for,
    /// the critical points, the other names.
    /// </summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<Candidate> For(NetworkSketch network)
    {
        var activations = network.Activations();
        var layers = network.DenseLayers();
        var critical =
            Named.Where(candidate => layers.All(layer => activations.All(phi => candidate.Suits(layer with { Activation = phi }))))
                .Take(1).ToList();
        return [.. critical, .. Critical, .. Named.Except(critical)];
    }

    private bool Suits(DenseSketch layer) => Spread(layer) is { } own
        && ((Critical[0].Spread(layer) is { } edge && Math.Abs(own.SigmaW / edge.SigmaW - 1) < Nearly)
            || (IsSelfNormalising(Theory(layer)) && Math.Abs(own.SigmaW - 1) < Nearly));

    /// <summary>Mean 0 and mean square 1 stay as they are at σ_w = 1 (Klambauer et al. 2017, definition 1): SELU.</summary>
    private static bool IsSelfNormalising(ActivationTheory theory)
    {
        var moments = theory.Moments(1);
        return Math.Abs(moments.Mean) < Nearly && Math.Abs(moments.Second - 1) < Nearly;
    }

    private static ActivationTheory Theory(DenseSketch layer) => ActivationTheory.Of(layer.Activation ?? Sketched.Identity);

    private static (double SigmaW, double SigmaB)? Edge(EdgeOfChaos? point) => point is null ? null : (point.SigmaW, point.SigmaB);
}
