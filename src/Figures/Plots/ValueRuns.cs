using FanIn.Figures.Text;

namespace FanIn.Figures.Plots;

/// <summary>Says which points have no place on a logarithmic axis, and why.</summary>
internal static class ValueRuns
{
    /// <summary><c>exactly 0 in layers 3–5, 8</c>; nothing where all have a place.</summary>
    /// <param name="points">The number of a layer, and its value.</param>
    public static IEnumerable<string> Notes(IReadOnlyList<(double X, double Y)> points)
    {
        foreach (var (what, holds) in Kinds)
        {
            var layers = points.Where(point => holds(point.Y)).Select(point => (int)point.X).ToList();
            if (layers.Count > 0)
                yield return $"{what} in layer{(layers.Count > 1 ? "s" : "")} {Runs(layers)}";
        }
    }

    private static readonly (string What, Func<double, bool> Holds)[] Kinds =
    [
        ("exactly 0", value => value == 0),
        ("infinite", double.IsInfinity),
        ("not a number", double.IsNaN),
    ];

    private static string Runs(IReadOnlyList<int> layers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var layer in layers)
        {
            if (runs.Count > 0 && runs[^1].Last == layer - 1)
                runs[^1] = (runs[^1].First, layer);
            else
                runs.Add((layer, layer));
        }

        return string.Join(", ", runs.Select(run => run.First == run.Last
            ? NumberText.Count(run.First)
            : $"{NumberText.Count(run.First)}–{NumberText.Count(run.Last)}"));
    }
}
