namespace FanIn.Figures.Layout;

/// <summary>Which layers of a deep net are drawn.</summary>
internal static class LayerSelection
{
    /// <summary>All, or that many at even distances with the first and the last among them.</summary>
    public static IReadOnlyList<T> Evenly<T>(IReadOnlyList<T> layers, int most)
    {
        if (layers.Count <= most)
            return layers;
        if (most == 1)
            return [layers[^1]];

        return [.. Enumerable.Range(0, most).Select(i => layers[(int)Math.Round((double)i * (layers.Count - 1) / (most - 1))])];
    }
}
