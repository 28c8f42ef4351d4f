using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Figures.Text;

/// <summary>What stands under a figure's title: shapes, layers, stream and seed.</summary>
internal static class ExperimentText
{
    private const int MostDifferent = 3;

    public static IEnumerable<string> Notes(ExperimentResult result)
    {
        var definition = result.Definition;
        yield return $"{Plural(definition.Batch, "sample")} of {Plural(definition.Features, "feature")}";
        yield return $"{Plural(definition.Layers.Count, "layer")} of {Units([.. definition.Layers.Select(layer => layer.FanOut)])}";
        yield return Distinct(definition.Layers.Select(layer => layer.Activation), "activations");
        yield return $"weights {Distinct(definition.Layers.Select(layer => layer.Weights), "initialisers")}";
        if (definition.Layers.Any(layer => layer.Bias is not null))
            yield return $"bias {Distinct(definition.Layers.Select(layer => layer.Bias ?? "none"), "initialisers")}";
        yield return Draws(result);
        yield return definition.Dtype;
    }

    /// <summary><c>philox, seed 0</c>.</summary>
    public static string Draws(ExperimentResult result) => FormattableString.Invariant($"{result.Stream.Name()}, seed {result.Seed}");

    /// <summary><c>100 units</c>, <c>80, 60, 40 units</c>; runs are counted (<c>64 × 9, 10 units</c>).</summary>
    public static string Units(IReadOnlyList<int> widths)
    {
        var runs = new List<(int Width, int Length)>();
        foreach (var width in widths)
        {
            if (runs.Count > 0 && runs[^1].Width == width)
                runs[^1] = (width, runs[^1].Length + 1);
            else
                runs.Add((width, 1));
        }

        if (runs.Count == 1)
            return Plural(runs[0].Width, "unit");
        var parts = runs.Select(run => NumberText.Count(run.Width) + (run.Length > 1 ? $" × {NumberText.Count(run.Length)}" : ""));
        return string.Join(", ", parts) + " units";
    }

    private static string Plural(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Distinct(IEnumerable<string> texts, string noun)
    {
        var distinct = texts.Distinct().ToList();
        return distinct.Count <= MostDifferent ? string.Join(" / ", distinct) : $"{NumberText.Count(distinct.Count)} {noun}";
    }
}
