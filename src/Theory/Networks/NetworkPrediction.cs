namespace FanIn.Theory.Networks;

/// <summary>What theory says of a network before anything is drawn.</summary>
public sealed record NetworkPrediction
{
    /// <summary>The layers that theory reaches, in order; a residual's branch stands before the residual.</summary>
    public required IReadOnlyList<LayerPrediction> Layers { get; init; }

    /// <summary>Why the layers after the last of <see cref="Layers"/> have no prediction, as a sentence; null where all have.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The conditions of the warnings that hold, in the order of their kinds.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the findings come to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// Whether <see cref="Verdict"/> says anything: where theory ends before the last layer, nothing wrong before it does not mean healthy.
    /// </summary>
    public bool HasVerdict => Obstacle is null || Findings.Count > 0;

    /// <summary>The prediction for a layer, or null where there is none.</summary>
    public LayerPrediction? Find(string layer) => Layers.FirstOrDefault(prediction => prediction.Name == layer);
}
