using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>A layer after repeat, in the order in which layers are computed.</summary>
/// <param name="Item">What the file says of it.</param>
/// <param name="Kind">Its kind; for the first half of a pre-activation layer <c>activation</c>.</param>
/// <param name="WrittenName">Its name before numbering; null when it could not be read.</param>
/// <param name="Skip">Of a residual, the number of layers before its branch.</param>
internal sealed record LayerStep(LayerItem Item, string Kind, string? WrittenName, int Skip);

/// <summary>Writes blocks and repeats out.</summary>
internal static class LayerExpansion
{
    /// <summary>The layers one after the other; a residual follows its branch.</summary>
    public static IReadOnlyList<LayerStep> Expand(IReadOnlyList<LayerItem> items)
    {
        var steps = new List<LayerStep>();
        Expand(items, steps);
        return steps;
    }

    private static void Expand(IReadOnlyList<LayerItem> items, List<LayerStep> steps)
    {
        foreach (var item in items)
        {
            for (int i = 0; i < (item.Repeat ?? 1); i++)
            {
                int before = steps.Count;
                Expand(item.Inner, steps);
                if (item.IsPreActivation)
                    steps.Add(new LayerStep(item, LayerKinds.Activation, item.WrittenName is { } name ? name + "-activation" : null, 0));
                if (item.Layer.Kind is { } kind)
                    steps.Add(new LayerStep(item, kind.Name, item.WrittenName, before));
            }
        }
    }
}
