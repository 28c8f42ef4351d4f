using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>
/// The user's own types that a file names. Each has an alias at the top of the generated file: there no class, layer or variant can take
/// the name for its own, and a type that does not exist is one error. What the compiler has to say of it, it says at the YAML's line.
/// </summary>
internal static class OwnTypes
{
    /// <summary>The alias; with underscores as no name of the file has them.</summary>
    public static string Alias(string type) => "own_" + type.Replace("_", "__").Replace("::", "_").Replace('.', '_');

    /// <summary>Writes an alias for each type, where the file names it first.</summary>
    public static void WriteAliases(SourceWriter writer, Experiment experiment)
    {
        var types = experiment.Variants.SelectMany(Named)
            .GroupBy(named => Alias(named.Type), StringComparer.Ordinal).Select(group => group.First());
        foreach (var (type, place) in types)
            writer.LineAt(place, $"using {Alias(type)} = {Escaped(type)};");
    }

    /// <summary>A new object of the type: <c>new own_MyLab_Snake(frequency: 2.0)</c>.</summary>
    public static string New(string type, IEnumerable<Argument> arguments) =>
        $"new {Alias(type)}({string.Join(", ", arguments.Select(a => $"{Escape.Identifier(a.Name)}: {FormulaPrinter.Print(a.Value)}"))})";

    /// <summary>The type's name; a part of it may be a keyword.</summary>
    private static string Escaped(string type)
    {
        const string Global = "global::";
        bool isGlobal = type.StartsWith(Global, StringComparison.Ordinal);
        var parts = (isGlobal ? type.Substring(Global.Length) : type).Split('.').Select(Escape.Identifier);
        return (isGlobal ? Global : "") + string.Join(".", parts);
    }

    private static IEnumerable<(string Type, SourcePlace Place)> Named(Variant variant)
    {
        if (variant.Input.Distribution is { Own: { } input })
            yield return (variant.Input.Distribution.Name, input);
        foreach (var layer in variant.Layers)
        {
            if (layer is DenseLayer { Weights: { Own: { } weightsPlace } weights })
                yield return (weights.Name, weightsPlace);
            if (layer is DenseLayer { Bias: { Own: { } biasPlace } bias })
                yield return (bias.Name, biasPlace);
            if (layer.Activation() is { Own: { } place } activation)
                yield return (activation.Name, place);
        }

        if (variant.Upstream is { Own: { } upstreamPlace } upstream)
            yield return (upstream.Name, upstreamPlace);
    }
}
