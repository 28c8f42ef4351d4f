using FanIn.Dsl.Advice;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Binding;

/// <summary>Finds where the layers of a network stand in the file.</summary>
internal static class LayerSites
{
    /// <summary>The places of layers after repeat, in their order.</summary>
    public static IReadOnlyList<LayerSite> Of(IReadOnlyList<NamedLayer> layers)
    {
        var counts = new Dictionary<(int, string), int>();
        var numbers = new List<int>();
        foreach (var layer in layers)
        {
            counts.TryGetValue(Key(layer), out int before);
            counts[Key(layer)] = before + 1;
            numbers.Add(before + 1);
        }

        return [.. layers.Zip(numbers, (layer, number) => new LayerSite(
            layer.Step.Item.Layer.Key.Range, Init(layer.Step.Item), number, counts[Key(layer)]))];
    }

    // A pre-activation layer is two layers of one item.
    private static (int, string) Key(NamedLayer layer) => (layer.Step.Item.Layer.Key.Range.Start, layer.Step.Kind);

    private static TextRange Init(LayerItem item) => (item.Fields["init"] ?? item.Layer.Key).Range;
}
