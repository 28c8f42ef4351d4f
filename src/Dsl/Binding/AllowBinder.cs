using FanIn.Dsl.Advice;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>allow</c> for one variant.</summary>
internal static class AllowBinder
{
    /// <summary>The allowances that select the variant.</summary>
    public static IReadOnlyList<Allowance> Bind(ValueReader reader, YamlNode? node, string label)
    {
        if (node is null || reader.List(node, "allow", "a list, as in - { id: saturation, for: \"sigmoid-*\" }") is not { } entries)
            return [];
        if (entries.Count > Limits.Entries)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node.Range,
                $"allow has {entries.Count} entries; at most {Limits.Entries} are allowed.");
        var allowances = new List<Allowance>();
        foreach (var entry in entries.Take(Limits.Entries))
        {
            if (reader.Mapping(entry, Keys.Allowance) is not { } fields)
                continue;
            var finding = reader.Entry(fields["id"], Lexicon.Findings);
            if (Patterns.Variant(reader, fields, label) && finding is not null)
                allowances.Add(new Allowance(finding, fields.Range));
        }

        return allowances;
    }
}
