using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;
using Range = FanIn.Dsl.Model.Range;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>figure</c> for one variant; of several entries that select it the last to set a limit wins.</summary>
internal static class FigureBinder
{
    public static FigureLimits? Bind(ValueReader reader, YamlNode? node, string label)
    {
        if (node is null || reader.List(node, "figure", "a list, as in - { for: \"relu-*\", ylim: [0, 7000] }") is not { } entries)
            return null;
        if (entries.Count > Limits.Entries)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node.Range,
                $"figure has {entries.Count} entries; at most {Limits.Entries} are allowed.");
        FigureLimits? limits = null;
        foreach (var entry in entries.Take(Limits.Entries))
        {
            if (reader.Mapping(entry, Keys.Figure) is not { } fields)
                continue;
            var x = Limit(reader, fields, "xlim");
            var y = Limit(reader, fields, "ylim");
            if (fields["xlim"] is null && fields["ylim"] is null)
                reader.Bag.Add(DiagnosticCatalog.MissingKey, fields.Range, "A figure's limits need xlim, ylim or both.");
            if (Patterns.Variant(reader, fields, label))
                limits = new FigureLimits(x ?? limits?.X, y ?? limits?.Y);
        }

        return limits;
    }

    private static Range? Limit(ValueReader reader, Fields fields, string key) =>
        fields[key] is { } node ? IntervalBinder.Bind(reader, node, key) : null;
}
