using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>Pairs a mapping's nodes, and refuses what may not be a key.</summary>
internal static class MappingEntries
{
    public static IReadOnlyList<YamlEntry> From(List<YamlNode> nodes, bool isFlow, SourceText source, DiagnosticBag bag)
    {
        var pairs = new List<YamlEntry>();
        for (int i = 0; i < nodes.Count; i += 2)
        {
            // The text may break off between a key and its value.
            var value = i + 1 < nodes.Count ? nodes[i + 1] : new YamlInvalid(nodes[i].Range);
            if (nodes[i] is YamlScalar key)
                pairs.Add(new YamlEntry(key, value));
            else if (nodes[i] is not YamlInvalid)
                bag.Add(DiagnosticCatalog.WrongShape, nodes[i].Range, $"A key must be a name; found {nodes[i].Kind}.");
        }

        return Distinct(isFlow ? SplitFormulas.Mend(pairs, source, bag) : pairs, bag);
    }

    private static List<YamlEntry> Distinct(IReadOnlyList<YamlEntry> pairs, DiagnosticBag bag)
    {
        var firsts = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        var entries = new List<YamlEntry>();
        foreach (var entry in pairs)
        {
            if (entry.Key.Value == "<<")
            {
                bag.Add(
                    DiagnosticCatalog.Anchor, entry.Key.Range,
                    "Merge keys (<<) are not part of the language. Write the keys where they are used.");
            }
            else if (firsts.TryGetValue(entry.Key.Value, out var first))
            {
                bag.Add(
                    DiagnosticCatalog.DuplicateKey, entry.Key.Range,
                    $"The key {Words.Quote(entry.Key.Value)} stands in this mapping already, in line {first.Range.From.Line + 1}.");
            }
            else
            {
                firsts.Add(entry.Key.Value, entry.Key);
                entries.Add(entry);
            }
        }

        return entries;
    }
}
