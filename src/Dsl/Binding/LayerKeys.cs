using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Checks the keys of a layer, one of which is its kind.</summary>
internal static class LayerKeys
{
    /// <summary>The layer's fields; without its kind, and reported, where the language has no such kind.</summary>
    public static Fields? Check(ValueReader reader, YamlNode node)
    {
        if (reader.Resolve(node) is not YamlMapping mapping || UnknownKind(mapping) is not { } kind)
            return reader.Mapping(node, Keys.Layer);
        reader.Entry(kind, Lexicon.Layers);
        var rest = new YamlMapping([.. mapping.Entries.Where(entry => entry.Key != kind)], mapping.Range);
        var table = Keys.Layer with { Entries = [.. Keys.Layer.Entries.Where(key => Lexicon.Layers.Find(key.Name) is null)] };
        return KeyCheck.Check(rest, table, [], reader.Bag);
    }

    /// <summary>In a layer without a kind, the unknown key that is near to one, or else the first that is near to no other key.</summary>
    private static YamlScalar? UnknownKind(YamlMapping mapping)
    {
        var written = mapping.Entries.Select(entry => entry.Key).ToList();
        if (written.Any(key => Lexicon.Layers.Find(key.Value) is not null))
            return null;
        var keys = Keys.Layer.Entries.Select(key => key.Name).ToList();
        var unknown = written.Where(key => !keys.Contains(key.Value)).ToList();
        return unknown.FirstOrDefault(key => Lexicon.Layers.Nearest(key.Value) is not null)
            ?? unknown.FirstOrDefault(key => NearestName.Find(key.Value, keys) is null);
    }
}
