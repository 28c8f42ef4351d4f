using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>What was run, in words: the lines above an experiment's table.</summary>
internal static class ExperimentHeading
{
    private const string Separator = " · ";
    private const int Indent = 2;
    private const int Longest = 60;

    /// <summary>Prints the id and what there is to know about the network and its numbers.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="definition">What ran.</param>
    /// <param name="draws">The stream and its seeds: <c>philox, seed 0</c>.</param>
    /// <param name="settings">The numbers that were set.</param>
    /// <param name="initialisers">What the weights were drawn with; see <see cref="InitialiserLines"/>.</param>
    public static void Print(
        StyledWriter writer, ExperimentDefinition definition, string draws, IReadOnlyList<Setting> settings,
        IEnumerable<string>? initialisers = null)
    {
        writer.WriteLine(definition.Id, Look.Heading);
        var drawn = (initialisers ?? []).SelectMany(line => TextLayout.Wrap(line, TextLayout.ReportWidth - Indent));
        foreach (string line in Network(definition).Concat(drawn).Concat(Numbers(definition, draws)))
            writer.Write(new string(' ', Indent)).WriteLine(line, Look.Aside);
        string start = "set ";
        int width = TextLayout.ReportWidth - Indent - start.Length;
        foreach (string line in TextLayout.Join(settings.Select(setting => setting.ToString()), Separator, width))
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

    private static IEnumerable<string> Numbers(ExperimentDefinition definition, string draws)
    {
        string[] parts =
        [
            $"{Phrases.Count(definition.Batch, "sample")} of {definition.Input} input",
            draws,
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
