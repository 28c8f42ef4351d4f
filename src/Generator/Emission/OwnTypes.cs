using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>
/// The user's own types that a file names. Each has an alias at the top of the generated file: there no class, layer or variant can take
/// the name for its own, and a type that does not exist is one error. What the compiler has to say of it, it says at the YAML's line.
/// </summary>
internal static class OwnTypes
{
    /// <summary>More columns than a line has: all that the compiler finds in the line is at the place that is given.</summary>
    private const int WholeLine = 65000;

    /// <summary>The alias; with underscores as no name of the file has them.</summary>
    public static string Alias(string type) => "own_" + type.Replace("_", "__").Replace("::", "_").Replace('.', '_');

    /// <summary>Writes an alias for each type, where the file names it first.</summary>
    public static void WriteAliases(SourceWriter writer, Experiment experiment)
    {
        var types = experiment.Variants.SelectMany(Named)
            .GroupBy(named => Alias(named.Type), StringComparer.Ordinal).Select(group => group.First());
        foreach (var (type, place) in types)
            WriteAt(writer, experiment.SourcePath, place, $"using {Alias(type)} = {type};");
    }

    /// <summary>Writes a line of code; what the compiler finds in it is reported at the place in the YAML, if there is one.</summary>
    public static void WriteAt(SourceWriter writer, string sourcePath, SourcePlace? place, string code)
    {
        if (place is null)
        {
            writer.Line(code);
            return;
        }

        string from = $"({place.From.Line + 1}, {place.From.Column + 1})";
        string to = $"({place.To.Line + 1}, {place.To.Column + 1})";
        writer.Line($"#line {from} - {to} {WholeLine} {Quote(sourcePath)}");
        writer.Line(code);
        writer.Line("#line default");
    }

    /// <summary>A new object of the type: <c>new own_MyLab_Snake(frequency: 2.0)</c>.</summary>
    public static string New(string type, IEnumerable<Argument> arguments) =>
        $"new {Alias(type)}({string.Join(", ", arguments.Select(a => $"{Escape.Identifier(a.Name)}: {FormulaPrinter.Print(a.Value)}"))})";

    private static IEnumerable<(string Type, SourcePlace Place)> Named(Variant variant)
    {
        if (variant.Input.Distribution is { Own: { } input })
            yield return (variant.Input.Distribution.Name, input);
        foreach (var layer in variant.Layers)
        {
            if (layer.Weights.Own is { } weights)
                yield return (layer.Weights.Name, weights);
            if (layer.Bias?.Own is { } bias)
                yield return (layer.Bias.Name, bias);
            if (layer.Activation.Own is { } activation)
                yield return (layer.Activation.Name, activation);
        }
    }

    /// <summary>A directive's text has no escapes, and no quote in it.</summary>
    private static string Quote(string path) => $"\"{Escape.Comment(path).Replace('"', '_')}\"";
}
