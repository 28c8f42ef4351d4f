namespace FanIn.Runtime.Definitions;

/// <summary>The widths of a network in words: equal neighbours are counted, and a long chain keeps its ends.</summary>
public static class LayerWidths
{
    private const int MostShown = 8;

    /// <summary>The layers that give a network its widths: the dense ones, which all others follow; all where none is dense.</summary>
    public static IReadOnlyList<LayerDefinition> Counted(IReadOnlyList<LayerDefinition> layers) =>
        layers.Any(layer => layer.Kind == LayerDefinition.Dense) ? [.. layers.Where(layer => layer.Kind == LayerDefinition.Dense)] : layers;

    /// <summary><c>5 layers</c>; <c>5 dense layers</c> where there are others as well, which it does not count.</summary>
    /// <param name="layers">The layers, the first first.</param>
    /// <param name="number">How numbers are written.</param>
    public static string Count(IReadOnlyList<LayerDefinition> layers, Func<int, string> number)
    {
        int counted = Counted(layers).Count;
        return $"{number(counted)}{(counted < layers.Count ? " dense" : "")} layer{(counted == 1 ? "" : "s")}";
    }

    /// <summary>
    /// <c>512</c>, <c>3 × 64</c>, <c>10</c>: the fan_out of the layers that count, the number of layers in a row before what they share. Of
    /// more than eight runs the first four and the last three, with <c>…</c> between them.
    /// </summary>
    /// <param name="layers">The layers, the first first.</param>
    /// <param name="number">How numbers are written.</param>
    public static IReadOnlyList<string> Runs(IReadOnlyList<LayerDefinition> layers, Func<int, string> number)
    {
        List<(int Width, int Times)> runs = [];
        foreach (var layer in Counted(layers))
        {
            if (runs.Count > 0 && runs[^1].Width == layer.FanOut)
                runs[^1] = (layer.FanOut, runs[^1].Times + 1);
            else
                runs.Add((layer.FanOut, 1));
        }

        var shown = runs.Select(run => run.Times == 1 ? number(run.Width) : $"{number(run.Times)} × {number(run.Width)}").ToList();
        return shown.Count <= MostShown ? shown : [.. shown[..4], "…", .. shown[^3..]];
    }
}
