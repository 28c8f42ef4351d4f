using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>An item of <c>layers</c> whose keys have been checked.</summary>
/// <param name="Kind">Its kind; null for a block.</param>
/// <param name="Key">The kind as it is written.</param>
/// <param name="Value">What stands behind the kind; null where it is a bare word.</param>
/// <param name="Fields">The item's keys.</param>
internal sealed record LayerFields(LayerEntry? Kind, YamlScalar Key, YamlNode? Value, Fields Fields);

/// <summary>Checks the keys of a layer, one of which is its kind.</summary>
internal static class LayerKeys
{
    private static readonly string[] OfDenseAlone = ["init", "bias", "order"];

    /// <summary>The layer's fields; null, and reported, when it can't be told what it is.</summary>
    public static LayerFields? Check(ValueReader reader, YamlNode node)
    {
        switch (reader.Resolve(node))
        {
            case null:
                return null;
            case YamlScalar word when Lexicon.Layers.Find(word.Value) is { Parameters.Count: > 0 } kind && kind.Name != LayerKinds.Residual:
                return new LayerFields(kind, word, null, new Fields(new YamlMapping([], word.Range)));
            case YamlScalar word when Lexicon.Layers.Find(word.Value) is null && Lexicon.Layers.Nearest(word.Value) is not null:
                reader.Entry(word, Lexicon.Layers);
                return null;
            case YamlMapping mapping:
                return Check(reader, mapping);
            default:
                reader.Mapping(node, Keys.Layer);
                return null;
        }
    }

    private static LayerFields? Check(ValueReader reader, YamlMapping mapping)
    {
        if (Kind(mapping) is not { } found)
            return CheckWithoutKind(reader, mapping);

        var (kind, entry) = found;
        var table = kind is null ? Keys.Block
            : kind.Name == LayerKinds.Dense ? Keys.Layer
            : Keys.OtherLayer with { What = $"a layer of kind {kind.Name}" };
        string[] more = table == Keys.Block || table == Keys.Layer ? [] : [kind!.Name];
        return new LayerFields(kind, entry.Key, entry.Value, KeyCheck.Check(mapping, table, more, reader.Bag));
    }

    /// <summary>dense before all others; an activation is a layer of its own where there is no other kind.</summary>
    private static (LayerEntry? Kind, YamlEntry Entry)? Kind(YamlMapping mapping)
    {
        var kinds = mapping.Entries
            .Select(entry => (Kind: Lexicon.Layers.Find(entry.Key.Value), Entry: entry))
            .Where(pair => pair.Kind is not null || pair.Entry.Key.Value == "layers")
            .OrderBy(pair => pair.Kind?.Name switch { LayerKinds.Dense => 0, LayerKinds.Activation => 3, null => 2, _ => 1 })
            .ToList();
        bool isDense = mapping.Entries.Any(entry => OfDenseAlone.Contains(entry.Key.Value));
        return kinds.Count == 0 || (isDense && kinds[0].Kind?.Name == LayerKinds.Activation) ? null : kinds[0];
    }

    /// <summary>Reports it; a layer whose kind is misspelt is read as the kind that is meant.</summary>
    private static LayerFields? CheckWithoutKind(ValueReader reader, YamlMapping mapping)
    {
        var rest = mapping;
        if (UnknownKind(mapping) is { } kind)
        {
            reader.Entry(kind, Lexicon.Layers);
            if (Lexicon.Layers.Nearest(kind.Value) is { } meant)
                return Check(reader, MisspeltKeys.Replace(mapping, kind, meant));
            rest = new YamlMapping([.. mapping.Entries.Where(entry => entry.Key != kind)], mapping.Range);
        }
        else if (!mapping.Entries.Any(entry => OfDenseAlone.Contains(entry.Key.Value)))
        {
            reader.Bag.Add(
                DiagnosticCatalog.MissingKey, mapping.Range,
                $"A layer needs a key that is its kind. There are: {Words.List(Lexicon.Layers.Names.Append("layers"))}.");
        }
        else
        {
            KeyCheck.Check(mapping, Keys.Layer, [], reader.Bag);
            return null;
        }

        var table = Keys.Layer with { Entries = [.. Keys.Layer.Entries.Where(key => Lexicon.Layers.Find(key.Name) is null)] };
        if (!rest.Entries.Any(entry => OfDenseAlone.Contains(entry.Key.Value)))
            table = Keys.OtherLayer;
        KeyCheck.Check(rest, table, [LayerKinds.Activation], reader.Bag);
        return null;
    }

    /// <summary>In a layer without a kind, the unknown key that is near to one, or else the first that is near to no other key.</summary>
    private static YamlScalar? UnknownKind(YamlMapping mapping)
    {
        var keys = Keys.Layer.Entries.Select(key => key.Name).ToList();
        var unknown = mapping.Entries.Select(entry => entry.Key).Where(key => !keys.Contains(key.Value)).ToList();
        return unknown.FirstOrDefault(key => Lexicon.Layers.Nearest(key.Value) is not null && !IsNearerToKey(key.Value, keys))
            ?? unknown.FirstOrDefault(key => NearestName.Find(key.Value, keys) is null);
    }

    private static bool IsNearerToKey(string written, List<string> keys) =>
        NearestName.Find(written, [.. Lexicon.Layers.Names, .. keys]) is { } nearest && keys.Contains(nearest)
        && nearest != LayerKinds.Dense;
}
