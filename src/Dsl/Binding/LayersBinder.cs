using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>The layers of a variant: bound, as far as they could be, and their names.</summary>
internal sealed record BoundLayers(IReadOnlyList<DenseLayer?> Layers, IReadOnlyList<LayerOutline> Outlines, IReadOnlyList<string> Names);

/// <summary>Reads <c>layers</c>.</summary>
internal static class LayersBinder
{
    public static BoundLayers Bind(ValueReader reader, YamlNode? node, InputParts input, IReadOnlyList<string> enclosing)
    {
        int errorsBefore = reader.Bag.ErrorsMet;
        var items = LayerItems.Read(reader, node);
        bool isRead = reader.Bag.ErrorsMet == errorsBefore;
        bool knowsDepth = items.All(item => item.Repeat is not null);
        var named = LayerNames.Number(items, enclosing, reader.Bag);
        var layers = new List<DenseLayer?>();
        var outlines = new List<LayerOutline>();
        int? fanIn = input.Features;
        foreach (var layer in named)
        {
            reader.File.Cancellation.ThrowIfCancellationRequested();
            int? fanOut = layer.Item.Units;
            var scope = Scope(reader.Scope, fanIn, fanOut, layers.Count + 1, knowsDepth ? named.Count : null);
            CheckSizes(reader, layer.Item, input.Batch, fanIn, fanOut);
            var fields = layer.Item.Fields;
            var activation = ActivationBinder.Bind(reader, fields["activation"], scope);
            var place = new LayerPlace(layers.Count + 1, knowsDepth ? named.Count : null, fanIn, fanOut, activation);
            var weights = InitialiserBinder.Bind(reader, fields["init"], new TensorPlace("init", scope, place));
            bool hasBias = BiasBinder.HasBias(reader, fields["bias"], weights);
            var bias = hasBias ? BiasBinder.Bind(reader, fields["bias"], weights, new TensorPlace("bias", scope, place)) : null;
            BiasBinder.CheckCalibration(reader, fields, weights, hasBias);
            bool isWhole = weights is not null && activation is not null && (bias is not null || !hasBias);
            layers.Add(isWhole && fanIn is { } rows && fanOut is { } columns
                ? new DenseLayer(layer.Name, layer.Path, layer.PropertyName, rows, columns, weights!.Initialiser, bias, activation!)
                : null);
            if (!layer.HasClash)
                outlines.Add(new LayerOutline(layer.PropertyName, activation?.RuntimeType ?? "Identity"));
            fanIn = fanOut;
        }

        if (layers.Count == 0)
            layers.Add(null);

        // Where a key of a layer is wrong, which may be its name or repeat, a pattern may well mean what is not there yet.
        IReadOnlyList<string> names = isRead ? [.. named.Select(layer => layer.Name)] : [];
        return new BoundLayers(layers, outlines, names);
    }

    private static Scope Scope(Scope outer, int? fanIn, int? fanOut, int layer, int? depth) => outer.With(
        new Dictionary<string, ScopeValue?>
        {
            ["fan_in"] = Known(fanIn),
            ["fan_out"] = Known(fanOut),
            ["fan_avg"] = Known((fanIn + (double?)fanOut) / 2),
            ["layer"] = Known(layer),
            ["depth"] = Known(depth),
        });

    private static ScopeValue? Known(double? value) => value is { } number ? ScopeValue.Of(number) : null;

    private static void CheckSizes(ValueReader reader, LayerItem item, long? batch, long? fanIn, long? fanOut)
    {
        Check(reader, item, "weights", fanIn, fanOut);
        Check(reader, item, "activations", batch, fanOut);
    }

    private static void Check(ValueReader reader, LayerItem item, string tensor, long? rows, long? columns)
    {
        if (rows * columns > Limits.TensorElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, item.Fields["dense"]!.Range,
                $"The {tensor} of this layer would have {rows} × {columns} elements; at most {Limits.TensorElements} are allowed.");
    }
}
