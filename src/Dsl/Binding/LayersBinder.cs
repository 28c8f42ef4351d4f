using FanIn.Dsl.Advice;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>
/// The layers of a variant: bound, as far as they could be, and their names. Kinds: the kind of each name. Sites: where they stand.
/// </summary>
internal sealed record BoundLayers(
    IReadOnlyList<Layer?> Layers, IReadOnlyList<LayerOutline> Outlines, IReadOnlyList<string> Names,
    IReadOnlyDictionary<string, string> Kinds, IReadOnlyList<LayerSite> Sites);

/// <summary>Reads <c>layers</c>.</summary>
internal static class LayersBinder
{
    public static BoundLayers Bind(ValueReader reader, YamlNode? node, InputParts input, IReadOnlyList<string> enclosing)
    {
        int errorsBefore = reader.Bag.ErrorsMet;
        var items = new LayerItems(reader).Read(node);
        bool isRead = reader.Bag.ErrorsMet == errorsBefore;
        bool knowsDepth = items.All(item => item.IsCounted);
        var named = LayerNames.Number(LayerExpansion.Expand(items), enclosing, reader.Bag);
        int depth = named.Count(layer => layer.Step.Kind == LayerKinds.Dense);
        var widths = new LayerShapes(reader, named, input);
        var layers = new List<Layer?>();
        var outlines = new List<LayerOutline>();
        int dense = 0;
        foreach (var layer in named)
        {
            reader.File.Cancellation.ThrowIfCancellationRequested();
            dense += layer.Step.Kind == LayerKinds.Dense ? 1 : 0;
            var (fanIn, fanOut) = widths.Next();
            var scope = Scope(reader.RunScope, fanIn, fanOut, dense, knowsDepth ? depth : null);
            var place = new LayerPlace(dense, knowsDepth ? depth : null, fanIn, fanOut);
            var parts = LayerBinder.Bind(reader, layer, place, scope);
            layers.Add(parts.Layer);
            if (!layer.HasClash)
                outlines.Add(new LayerOutline(
                    layer.PropertyName, Lexicon.Layers.Find(layer.Step.Kind)!.RuntimeType, parts.ActivationType));
        }

        if (layers.Count == 0)
            layers.Add(null);

        // Where a key of a layer is wrong, which may be its name or repeat, a pattern may well mean what is not there yet.
        IReadOnlyList<string> names = isRead ? [.. named.Select(layer => layer.Name)] : [];
        var kinds = named.GroupBy(layer => layer.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Step.Kind, StringComparer.Ordinal);
        return new BoundLayers(layers, outlines, names, kinds, LayerSites.Of(named));
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
}
