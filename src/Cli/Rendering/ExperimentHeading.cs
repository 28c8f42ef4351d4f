using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Rendering;

/// <summary>What was run, in words: the lines above an experiment's table.</summary>
internal static class ExperimentHeading
{
    private const string Separator = " · ";
    private const int Indent = 2;
    private const int Longest = 60;

    /// <summary>Prints the id and what there is to know about the network and its numbers.</summary>
    public static void Print(StyledWriter writer, ExperimentResult result, bool allLayers)
    {
        writer.WriteLine(result.Definition.Id, Look.Heading);
        foreach (string line in Network(result.Definition).Concat(Initialisers(result, allLayers)).Concat(Numbers(result)))
            writer.Write(new string(' ', Indent)).WriteLine(line, Look.Aside);
        string start = "set ";
        int width = TextLayout.ReportWidth - Indent - start.Length;
        foreach (string line in TextLayout.Join(result.Settings.Select(setting => setting.ToString()), Separator, width))
        {
            writer.Write(new string(' ', Indent)).WriteLine(start + line, Look.Striking);
            start = new string(' ', start.Length);
        }
    }

    private static IEnumerable<string> Network(ExperimentDefinition definition)
    {
        var layers = definition.Layers;
        var dense = layers.Where(layer => layer.Kind == LayerDefinition.Dense).ToList();
        var others = layers.Where(layer => layer.Kind is not (LayerDefinition.Dense or "activation")).ToList();
        string[] parts =
        [
            Widths(definition),
            Each(layers.Select(layer => layer.Activation), "activations"),
            .. dense.Count > 0 ? ["weights " + Each(dense.Select(layer => layer.Weights), "initialisers")] : Array.Empty<string>(),
            .. dense.Any(layer => layer.Bias is not null)
                ? ["bias " + Each(dense.Select(layer => layer.Bias ?? "none"), "initialisers")]
                : Array.Empty<string>(),
            Kinds(others),
        ];
        parts = [.. parts.Where(part => part.Length > 0)];
        return TextLayout.Join(parts, Separator, TextLayout.ReportWidth - Indent);
    }

    private static IEnumerable<string> Initialisers(ExperimentResult result, bool allLayers) =>
        InitialiserLines.Of(result, allLayers).SelectMany(line => TextLayout.Wrap(line, TextLayout.ReportWidth - Indent));

    private static IEnumerable<string> Numbers(ExperimentResult result)
    {
        var definition = result.Definition;
        string[] parts =
        [
            $"{Phrases.Count(definition.Batch, "sample")} of {definition.Input} input",
            string.Create(CultureInfo.InvariantCulture, $"{result.Stream.Name()}, seed {result.Seed}"),
            definition.Dtype,
        ];
        return TextLayout.Join(parts, Separator, TextLayout.ReportWidth - Indent);
    }

    /// <summary><c>784 → 512 → 3 × 64 → 10</c>.</summary>
    private static string Widths(ExperimentDefinition definition) =>
        string.Join(" → ", LayerWidths.Runs(definition.Layers, Text).Prepend(Text(definition.Features)));

    /// <summary>With their numbers, or without where that is too long.</summary>
    private static string Kinds(IReadOnlyList<LayerDefinition> layers)
    {
        string written = string.Join(", ", layers.Select(layer => layer.Written).Distinct());
        return written.Length <= Longest ? written : string.Join(", ", layers.Select(layer => layer.Kind).Distinct());
    }

    /// <summary>The one that all layers have; the different ones in their order; or how many there are.</summary>
    private static string Each(IEnumerable<string?> values, string plural)
    {
        string[] distinct = values.OfType<string>().Distinct().ToArray();
        string all = string.Join(", ", distinct);
        return all.Length <= Longest ? all : $"{Text(distinct.Length)} {plural}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
