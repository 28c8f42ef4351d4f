using System.Globalization;
using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The documentation of the generated classes: what was read from the file, as a reader would note it down.</summary>
internal static class DocumentationEmitter
{
    private const int LongestLine = 110;

    /// <summary>Documents the class that holds the variants of a matrix.</summary>
    public static void WriteMatrix(SourceWriter writer, Experiment experiment)
    {
        Write(writer, "summary", Summary(experiment));
        string labels = string.Join(", ", experiment.Variants.Select(variant => Escape.Xml(variant.Label)));
        Write(writer, "remarks", $"From <c>{Escape.Xml(experiment.SourcePath)}</c>; variants: {labels}.");
    }

    /// <summary>Documents the class of one variant: its source, its input and a table of its layers.</summary>
    public static void WriteVariant(SourceWriter writer, Experiment experiment, Variant variant)
    {
        Write(writer, "summary", variant.Label.Length == 0
            ? Summary(experiment)
            : $"The variant {Escape.Xml(variant.Label)} of {Escape.Xml(experiment.Name)}.");
        writer.Line("/// <remarks>");
        writer.Line($"/// <para>From <c>{Escape.Xml(experiment.SourcePath)}</c>.</para>");
        writer.Line(
            $"/// <para>Input x: {variant.Input.Batch} × {variant.Input.Features}, {Escape.Xml(variant.InputWritten)}; "
            + $"{variant.Dtype}, stream {variant.Stream}, seed {variant.Seed.ToString()}.</para>");
        writer.Line("/// <code>");
        foreach (string line in LayerTable(variant))
            writer.Line($"/// {line}");
        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static string Summary(Experiment experiment) =>
        Escape.Xml(experiment.Description.Length > 0 ? experiment.Description : $"The experiment {experiment.Name}.");

    /// <summary>An element on one line, or its text broken at blanks into lines that can be read.</summary>
    private static void Write(SourceWriter writer, string element, string text)
    {
        if (text.Length <= LongestLine)
        {
            writer.Line($"/// <{element}>{text}</{element}>");
            return;
        }

        writer.Line($"/// <{element}>");
        foreach (string line in Wrapped(text))
            writer.Line($"/// {line}");
        writer.Line($"/// </{element}>");
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        int start = 0;
        while (text.Length - start > LongestLine)
        {
            int end = text.LastIndexOf(' ', start + LongestLine, LongestLine);
            if (end <= start)
                break;
            yield return text.Substring(start, end - start);
            start = end + 1;
        }

        yield return text.Substring(start);
    }

    /// <summary>With a column of kinds where there is another than dense.</summary>
    private static IEnumerable<string> LayerTable(Variant variant)
    {
        bool hasKinds = variant.Layers.Any(layer => layer is not DenseLayer);
        var table = new TextTable(hasKinds ? [false, false, .. Numeric] : [false, .. Numeric]);
        Add("layer", "kind", "fan_in", "fan_out", "weights", "bias", "activation", "parameters");
        foreach (var layer in variant.Layers)
        {
            var dense = layer as DenseLayer;
            Add(
                layer.Name,
                dense is null && layer is not ActivationLayer ? Escape.Comment(layer.Written) : layer.Kind,
                Text(layer.FanIn),
                Text(layer.FanOut),
                dense is null ? "" : Escape.Comment(dense.Weights.Written),
                dense is null ? "" : dense.Bias is null ? "none" : Escape.Comment(dense.Bias.Written),
                layer.Activation() is { } activation ? Escape.Comment(Notation.Activation(activation)) : "",
                dense is null ? "" : Text(Notation.Parameters(dense)));
        }

        Add("total", "", "", "", "", "", "", Text(variant.DenseLayers.Sum(Notation.Parameters)));
        return table.Lines().Select(Escape.Xml);

        void Add(string name, string kind, params string[] cells) => table.Add(hasKinds ? [name, kind, .. cells] : [name, .. cells]);
    }

    private static bool[] Numeric => [true, true, false, false, false, true];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
