using System.Globalization;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Model;

namespace FanIn.Cli.Advising;

/// <summary>A network in a line: <c>100 → 5 × 100 · relu · residual</c>.</summary>
internal static class NetworkText
{
    /// <summary>Its widths, activations and other kinds of layers.</summary>
    public static string Of(Variant variant)
    {
        List<(int Units, int Count)> runs = [];
        foreach (var layer in variant.DenseLayers)
        {
            if (runs.Count > 0 && runs[^1].Units == layer.FanOut)
                runs[^1] = (layer.FanOut, runs[^1].Count + 1);
            else
                runs.Add((layer.FanOut, 1));
        }

        var widths = runs.Select(run => run.Count > 1 ? $"{Text(run.Count)} × {Text(run.Units)}" : Text(run.Units));
        var activations = variant.Layers.Select(layer => layer.Activation()?.Written).OfType<string>().Distinct();
        var kinds = variant.Layers.Where(layer => layer is not (DenseLayer or ActivationLayer)).Select(layer => layer.Kind).Distinct();
        string line = string.Join(
            " · ",
            new[]
            {
                string.Join(" → ", widths.Prepend(Text(variant.Input.Features))), string.Join(", ", activations), string.Join(", ", kinds),
            }
            .Where(part => part.Length > 0));
        return TextLayout.Shorten(line, TextLayout.ReportWidth);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
