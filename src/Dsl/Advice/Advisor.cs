using FanIn.Theory;
using FanIn.Theory.Activations;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>
/// Recommends an initialisation for a network: the first of the language's initialisers under which nothing is found wrong with it, those
/// at the edge of chaos of its activations before others. Where none will do, the same with another activation.
/// </summary>
public static class Advisor
{
    /// <summary>The advice; null where theory says nothing of the network, whatever its weights.</summary>
    /// <param name="network">The network, with any weights.</param>
    public static InitialisationAdvice? Advise(NetworkSketch network)
    {
        var advices = Advices(network, activation: null).ToList();
        if (advices.Count == 0)
            return null;
        if (advices.Find(advice => advice.Helps) is { } good)
            return good;
        var best = advices.OrderBy(Badness).First();
        var other = Substitutes(network.Activations()[0])
            .SelectMany(name => Advices(network, name)).FirstOrDefault(advice => advice.Helps);
        return (other ?? best) with { Unhelped = best.Prediction };
    }

    /// <summary>What the network could compute instead: tanh for what saturates on both sides, otherwise a rectifier first.</summary>
    private static string[] Substitutes(IScalarActivation activation) =>
        ActivationTheory.Of(activation).Slopes is { SaturatedBelow: not null, SaturatedAbove: not null }
            ? ["tanh", "relu"] : ["relu", "tanh"];

    private static IEnumerable<InitialisationAdvice> Advices(NetworkSketch network, string? activation)
    {
        var changed = activation is null ? network : With(network, StandardActivations.Find(activation)!);
        var layers = changed.DenseLayers();
        foreach (var candidate in Candidate.For(changed))
        {
            if (layers.Any(layer => candidate.Spread(layer) is null))
                continue;
            var advised = changed.With(layer => layer is DenseSketch dense ? Take(dense, candidate) : layer);
            var prediction = NetworkPredictor.Predict(advised);
            if (prediction.Layers.Count > 0 && prediction.Obstacle is null)
                yield return new InitialisationAdvice(
                    [.. layers.Select(layer => Of(layer, candidate, layer.Activation is null ? null : activation))],
                    advised, prediction, null);
        }
    }

    /// <summary>Findings first; then how far signal and gradient are from lasting.</summary>
    private static double Badness(InitialisationAdvice advice)
    {
        var chain = advice.Prediction.Layers.Where(layer => layer.Depth == 0).ToList();
        double Change(double first, double last) => Math.Abs(Math.Log(last / first));
        double signal = Change(chain[0].Rms.Value, chain[chain.Count - 1].Rms.Value);
        var gradients = chain.Select(layer => layer.PreGradientRms?.Value).OfType<double>().ToList();
        double gradient = gradients.Count > 1 ? Change(gradients[0], gradients[gradients.Count - 1]) : 0;
        return 1e6 * advice.Prediction.Findings.Count + Math.Min(signal + gradient, 1e5);
    }

    private static NetworkSketch With(NetworkSketch network, IScalarActivation activation) => network.With(layer => layer switch
    {
        DenseSketch { Activation: not null } dense => dense with { Activation = activation },
        ActivationSketch own => own with { Activation = activation },
        _ => layer,
    });

    private static DenseSketch Take(DenseSketch dense, Candidate candidate)
    {
        var (sigmaW, sigmaB) = candidate.Spread(dense)!.Value;
        return dense with
        {
            Weights = WeightSketch.Random(sigmaW * sigmaW / dense.FanIn),
            Bias = sigmaB > 0 ? WeightSketch.Random(sigmaB * sigmaB) : null,
        };
    }

    private static LayerAdvice Of(DenseSketch dense, Candidate candidate, string? activation)
    {
        var (sigmaW, sigmaB) = candidate.Spread(dense)!.Value;
        bool hasBias = dense.Bias is not null and not { IsConstant: true, Obstacle: null };
        string? bias = sigmaB > 0 ? Normal(sigmaB) : hasBias ? "zeros" : null;
        return new LayerAdvice(dense.Name, candidate.Written, activation, bias, dense.FanIn, sigmaW, sigmaB);
    }

    private static string Normal(double std) => FormattableString.Invariant($"{{ normal: {{ std: {std:G4} }} }}");
}
