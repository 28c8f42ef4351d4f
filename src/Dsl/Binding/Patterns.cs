using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads the patterns that select variants and layers.</summary>
internal static class Patterns
{
    /// <summary>Whether the entry's <c>for</c> selects the variant.</summary>
    public static bool Variant(ValueReader reader, Fields fields, string label)
    {
        if (fields["for"] is not { } node)
            return true;
        return Pattern(reader, node, "for", "a glob over the variants' labels") is { } pattern
            && reader.File.Selections.Select(pattern, "variant", [label], ignoreCase: true).Count > 0;
    }

    /// <summary>The layers that the entry's <c>layer</c> selects.</summary>
    public static IReadOnlyList<string> Layers(ValueReader reader, Fields fields, IReadOnlyList<string> layers)
    {
        if (fields["layer"] is not { } node)
            return layers;
        return layers.Count > 0 && Pattern(reader, node, "layer", "a layer's name or a glob over them") is { } pattern
            ? reader.File.Selections.Select(pattern, "layer", layers, ignoreCase: false)
            : [];
    }

    private static YamlScalar? Pattern(ValueReader reader, YamlNode node, string what, string expected)
    {
        var pattern = reader.Text(node, what, expected);
        if (pattern is null || pattern.Value.Length <= Limits.IdLength)
            return pattern;
        reader.Bag.Add(DiagnosticCatalog.TextLimit, pattern.Range, $"This pattern is longer than {Limits.IdLength} characters.");
        return null;
    }
}
