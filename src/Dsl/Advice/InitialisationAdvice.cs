using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>What theory recommends for a network, whatever it is initialised with now.</summary>
/// <param name="Layers">The dense layers in their order, those of branches included.</param>
/// <param name="Sketch">The network with the advice taken.</param>
/// <param name="Prediction">What is predicted of it.</param>
/// <param name="Unhelped">
/// What is predicted with the best initialisation that was found for the network's own activation; null where that helps.
/// </param>
public sealed record InitialisationAdvice(
    IReadOnlyList<LayerAdvice> Layers, NetworkSketch Sketch, NetworkPrediction Prediction, NetworkPrediction? Unhelped)
{
    /// <summary>Whether the network is healthy with it. If not, it is the best that was found.</summary>
    public bool Helps => Prediction.Obstacle is null && Prediction.Findings.Count == 0;
}
