using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>
/// An item of <c>layers</c> before repeat. Units (of a dense one) and Repeat are null when they could not be read; the name also for a
/// block. Inner: the layers of a block, or of a residual's branch.
/// </summary>
internal sealed record LayerItem(
    LayerFields Layer, Fields Fields, string? WrittenName, TextRange NameRange, int? Units, int? Repeat, IReadOnlyList<LayerItem> Inner)
{
    /// <summary>The kind's name; <c>layers</c> for a block.</summary>
    public string Kind => Layer.Kind?.Name ?? "layers";

    /// <summary>Whether the activation goes before the product, as a layer of its own.</summary>
    public bool IsPreActivation { get; init; }

    /// <summary>Layers after repeat.</summary>
    public double Count => (Repeat ?? 1) * ((Kind == "layers" ? 0.0 : IsPreActivation ? 2 : 1) + Inner.Sum(item => item.Count));

    /// <summary>Whether the number of layers is known.</summary>
    public bool IsCounted => Repeat is not null && Inner.All(item => item.IsCounted);
}

/// <summary>Reads the shape of the network: sizes, names and numbers of layers, on which everything else in it depends.</summary>
internal sealed class LayerItems(ValueReader reader)
{
    private int _met;

    /// <summary>The items; none, and reported, when there are too many layers.</summary>
    public IReadOnlyList<LayerItem> Read(YamlNode? node)
    {
        var items = ReadList(node, "layers", 1);
        double total = 0;
        for (int i = 0; i < items.Count; i++)
        {
            total += items[i].Count;
            if (total <= Limits.Layers)
                continue;
            TooMany(items[i].Layer.Fields.Range);
            items.RemoveRange(i, items.Count - i);
        }

        return items.Count > 0 && !WithinBudget(node!, (int)Math.Min(total, Limits.Layers)) ? [] : items;
    }

    private List<LayerItem> ReadList(YamlNode? node, string what, int nesting)
    {
        var items = new List<LayerItem>();
        if (reader.List(node, what, "a list of layers, such as '- dense: 100' with its init") is not { } list)
            return items;
        if (list.Count == 0)
            reader.Bag.Add(DiagnosticCatalog.WrongShape, node!.Range, $"{what} must hold at least one layer.");
        if (nesting > Limits.LayerNesting)
        {
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node!.Range, $"Layers are nested deeper than {Limits.LayerNesting}, or hold themselves.");
            return items;
        }

        foreach (var item in list)
        {
            if (++_met > Limits.Nodes)
            {
                TooMany(item.Range);
                break;
            }

            if (LayerKeys.Check(reader, item) is { } fields)
                items.Add(Read(fields, nesting));
        }

        return items;
    }

    private LayerItem Read(LayerFields layer, int nesting)
    {
        var fields = layer.Fields;
        string kind = layer.Kind?.Name ?? "layers";
        int? units = kind == LayerKinds.Dense
            ? reader.Integer(fields["dense"], reader.Scope, "dense", 1, (int)Limits.TensorElements)
            : null;
        int? repeat = fields["repeat"] is { } count ? reader.Integer(count, reader.Scope, "repeat", 1, Limits.Layers) : 1;
        var own = fields;
        IReadOnlyList<LayerItem> inner = [];
        if (layer.Kind is null)
            inner = ReadList(layer.Value, "layers", nesting + 1);
        else if (kind == LayerKinds.Residual && reader.Mapping(layer.Value, Keys.Residual) is { } residual)
            (own, inner) = (residual, ReadList(residual["layers"], "layers", nesting + 1));
        var (name, range) = layer.Kind is null ? (null, fields.Range) : Name(fields, kind == LayerKinds.Dense ? "layer" : kind);
        return new LayerItem(layer, own, name, range, units, repeat, inner)
        {
            IsPreActivation = kind == LayerKinds.Dense && Order(fields["order"]),
        };
    }

    private (string? Name, TextRange Range) Name(Fields fields, string standard)
    {
        if (fields["name"] is not { } node)
            return (standard, fields.Range);
        var name = reader.Text(node, "name", "a layer's name");
        bool isName = name is not null && NameRule.Check(name.Value, "a layer's name", name.Range, reader.Bag);
        return (isName ? name!.Value : null, node.Range);
    }

    private bool Order(YamlNode? node)
    {
        string[] orders = ["post_activation", "pre_activation"];
        if (node is null || reader.Text(node, "order", Words.List(orders)) is not { } text)
            return false;
        if (!orders.Contains(text.Value))
            reader.Bag.Add(
                DiagnosticCatalog.UnknownName, text.Range,
                $"order must be {orders[0]} or {orders[1]}; found {Words.Quote(text.Value)}.{Words.Suggest(text.Value, orders)}");
        return text.Value == orders[1];
    }

    private void TooMany(TextRange range) => reader.Bag.Add(
        DiagnosticCatalog.ExpansionLimit, range, $"With this layer there are more than {Limits.Layers} layers.");

    private bool WithinBudget(YamlNode node, int layers)
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
