using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Explaining;

/// <summary>What the sentences of an experiment's story are made of: what was measured, beside what theory says.</summary>
internal sealed class StoryFacts(ExperimentResult result)
{
    /// <summary>The run.</summary>
    public ExperimentResult Result { get; } = result;

    /// <summary>What theory says of the network; null for a result without a sketch.</summary>
    public NetworkPrediction? Theory { get; } = result.Prediction;

    /// <summary>The layers as the rules of the findings see them, by measurement.</summary>
    public IReadOnlyList<LayerFacts> Measured { get; } = MeasuredFacts.Of(result);

    /// <summary>The first layer.</summary>
    public LayerResult First => Result.Layers[0];

    /// <summary>The last layer.</summary>
    public LayerResult Last => Result.Layers[^1];

    /// <summary>What theory says of the last layer; null where it does not reach it.</summary>
    public LayerPrediction? LastPrediction => Theory?.Find(Last.Name);

    /// <summary>The names of the layers that are in no residual's branch.</summary>
    public IReadOnlyList<string> Chain => [.. Measured.Where(layer => layer.Depth == 0).Select(layer => layer.Name)];

    /// <summary>Where and why theory ends, as a clause; null where it does not.</summary>
    public string? Obstacle
    {
        get
        {
            if (Theory is not { Obstacle: { } obstacle })
                return null;
            int colon = obstacle.IndexOf(": ", StringComparison.Ordinal);
            return $"theory ends at {(obstacle[..colon] is "input" ? "the input" : obstacle[..colon])}, since {obstacle[(colon + 2)..]}";
        }
    }
}
