using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>Follows the network's width from layer to layer, and finds tensors that are too large and branches that don't fit.</summary>
internal sealed class LayerShapes(ValueReader reader, IReadOnlyList<NamedLayer> layers, InputParts input)
{
    private readonly List<int?> _widths = [input.Features];

    /// <summary>Units before the next layer and units of it; null where they are not known.</summary>
    public (int? FanIn, int? FanOut) Next()
    {
        int index = _widths.Count - 1;
        var step = layers[index].Step;
        int? fanIn = _widths[index];
        int? fanOut = step.Kind switch
        {
            LayerKinds.Dense => step.Item.Units,
            LayerKinds.Residual => _widths[step.Skip],
            _ => fanIn,
        };
        _widths.Add(fanOut);
        if (step.Kind == LayerKinds.Dense)
        {
            CheckSize(step.Item, "weights", fanIn, fanOut);
            CheckSize(step.Item, "activations", input.Batch, fanOut);
        }
        else if (fanIn is { } branch && fanOut is { } skipped && branch != skipped)
        {
            ReportMismatch(index, branch, skipped);
            fanIn = fanOut;
        }

        return (fanIn, fanOut);
    }

    /// <summary>At the last layer of the branch that has a width of its own.</summary>
    private void ReportMismatch(int index, int branch, int skipped)
    {
        var residual = layers[index];
        int last = index - 1;
        while (layers[last].Step.Kind != LayerKinds.Dense)
            last--;
        string before = residual.Step.Skip == 0 ? "the input" : $"{Words.Quote(layers[residual.Step.Skip - 1].Name)}";
        reader.Bag.Add(
            DiagnosticCatalog.ShapeMismatch, layers[last].Step.Item.Fields["dense"]!.Range,
            $"The residual {Words.Quote(residual.Name)} adds what its branch ends with, {Units(branch)} of "
            + $"{Words.Quote(layers[last].Name)}, to what enters it, {Units(skipped)} of {before}: both must have the same width.");
    }

    private static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";

    private void CheckSize(LayerItem item, string tensor, long? rows, long? columns)
    {
        if (rows * columns > Limits.TensorElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, item.Fields["dense"]!.Range,
                $"The {tensor} of this layer would have {rows} × {columns} elements; at most {Limits.TensorElements} are allowed.");
    }
}
