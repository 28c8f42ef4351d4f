using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>backward</c>.</summary>
internal static class BackwardBinder
{
    /// <summary>How the gradient from above is drawn; null when there is no backward pass, or when it could not be read.</summary>
    /// <param name="reader">The variant.</param>
    /// <param name="node">The value.</param>
    /// <param name="keepAll">Whether every layer is kept; null when that could not be read.</param>
    public static Initialiser? Bind(ValueReader reader, YamlNode? node, bool? keepAll)
    {
        if (reader.Mapping(node, Keys.Backward) is not { } fields)
            return null;
        if (keepAll == false)
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, node!.Range,
                "A backward pass needs every layer's activations, which keep: last does not keep. Write keep: all, or leave it out.");
        var place = new TensorPlace("the upstream gradient", reader.RunScope, null, new("upstream", ""));
        return InitialiserBinder.Bind(reader, fields["upstream"], place)?.Initialiser;
    }
}
