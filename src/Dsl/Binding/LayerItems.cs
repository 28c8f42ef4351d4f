using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>An item of <c>layers</c> before repeat. Units and Repeat are null when they could not be read.</summary>
internal sealed record LayerItem(Fields Fields, string? WrittenName, TextRange NameRange, int? Units, int? Repeat);

/// <summary>Reads the shape of the network: sizes, names and numbers of layers, on which everything else in it depends.</summary>
internal static class LayerItems
{
    public static IReadOnlyList<LayerItem> Read(ValueReader reader, YamlNode? node)
    {
        var items = new List<LayerItem>();
        if (reader.List(node, "layers", "a list of layers, each of which starts with '- dense:'") is not { } list)
            return items;
        if (list.Count == 0)
            reader.Bag.Add(DiagnosticCatalog.WrongShape, node!.Range, "layers must hold at least one layer.");
        long total = 0;
        foreach (var item in list)
        {
            if (LayerKeys.Check(reader, item) is not { } fields)
                continue;
            items.Add(Read(reader, fields));
            total += items[items.Count - 1].Repeat ?? 1;
            if (total > Limits.Layers)
            {
                reader.Bag.Add(
                    DiagnosticCatalog.ExpansionLimit, item.Range,
                    $"With this layer there are more than {Limits.Layers} layers.");
                items.RemoveAt(items.Count - 1);
                break;
            }
        }

        return WithinBudget(reader, node!, (int)Math.Min(total, Limits.Layers)) ? items : [];
    }

    private static LayerItem Read(ValueReader reader, Fields fields)
    {
        int? units = reader.Integer(fields["dense"], reader.Scope, "dense", 1, (int)Limits.TensorElements);
        int? repeat = fields["repeat"] is { } count ? reader.Integer(count, reader.Scope, "repeat", 1, Limits.Layers) : 1;
        if (fields["name"] is not { } nameNode)
            return new LayerItem(fields, "layer", fields.Range, units, repeat);
        var name = reader.Text(nameNode, "name", "a layer's name");
        bool isName = name is not null && NameRule.Check(name.Value, "a layer's name", name.Range, reader.Bag);
        return new LayerItem(fields, isName ? name!.Value : null, nameNode.Range, units, repeat);
    }

    private static bool WithinBudget(ValueReader reader, YamlNode node, int layers)
    {
        reader.File.Layers += layers;
        if (reader.File.Layers <= Limits.LayersOfAllVariants)
            return true;
        reader.Bag.Add(
            DiagnosticCatalog.ExpansionLimit, node.Range,
            $"All variants together have more than {Limits.LayersOfAllVariants} layers.");
        return false;
    }
}
