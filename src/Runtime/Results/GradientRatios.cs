using System.Collections.Immutable;

namespace FanIn.Runtime.Results;

/// <summary>What compares a layer's gradient with that of the next.</summary>
internal static class GradientRatios
{
    /// <summary>The layers, those with a dense one after them with their <see cref="LayerResult.Chi"/>.</summary>
    public static ImmutableArray<LayerResult> Complete(LayerResult[] layers)
    {
        TensorStatistics? next = null;
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            if (layers[i].PreActivationGradients is not { } gradients)
                continue;
            if (next is not null)
                layers[i] = layers[i] with { Chi = Square(gradients.Rms / next.Rms) };
            next = gradients;
        }

        return [.. layers];
    }

    private static double Square(double ratio) => ratio * ratio;
}
