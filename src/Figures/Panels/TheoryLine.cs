using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Panels;

/// <summary>What theory expects of the bars of a panel.</summary>
/// <param name="Density">The line: the mean of the density over each bin, at its middle, so that it is what the bar stands for.</param>
/// <param name="Atoms">Bins that hold a value with a share of its own, ReLU's zero, and the share of all that falls into them.</param>
internal sealed record TheoryLine(IReadOnlyList<DensityPoint> Density, IReadOnlyList<TheoryAtom> Atoms)
{
    /// <summary>Nothing is expected.</summary>
    public static TheoryLine None { get; } = new([], []);

    /// <summary>The line over a histogram; none where theory says nothing of its shape.</summary>
    public static TheoryLine Of(LayerPrediction? prediction, Histogram histogram)
    {
        if (prediction is null || !(histogram.Low < histogram.High))
            return None;
        double[] edges = [.. Enumerable.Range(0, histogram.Bins + 1).Select(histogram.Edge)];
        if (prediction.Histogram(edges) is not { } expected)
            return None;

        var atoms = new List<TheoryAtom>();
        var smooth = expected.Shares.ToArray();
        foreach (var (value, share) in expected.Atoms.Where(atom => atom.Value >= edges[0] && atom.Value <= edges[^1] && atom.Share > 0))
        {
            var bin = Math.Min(histogram.Bins - 1, Array.FindLastIndex(edges, edge => edge <= value));
            smooth[bin] = Math.Max(0, smooth[bin] - share);
            atoms.Add(new(edges[bin], edges[bin + 1], expected.Shares[bin]));
        }

        return new(Points(edges, smooth), [.. atoms.Distinct()]);
    }

    /// <summary>The line reaches to the outer edges, and rests where nothing is expected.</summary>
    private static List<DensityPoint> Points(double[] edges, double[] shares)
    {
        var points = new List<DensityPoint>();
        var (first, last) = (Array.FindIndex(shares, share => share > 0), Array.FindLastIndex(shares, share => share > 0));
        if (first < 0)
            return points;
        for (var bin = Math.Max(0, first - 1); bin <= Math.Min(shares.Length - 1, last + 1); bin++)
        {
            var density = shares[bin] / (edges[bin + 1] - edges[bin]);
            if (bin == 0)
                points.Add(new(edges[0], density));
            points.Add(new((edges[bin] + edges[bin + 1]) / 2, density));
            if (bin == shares.Length - 1)
                points.Add(new(edges[^1], density));
        }

        return points;
    }
}

/// <summary>A bin with a value that has a share of its own.</summary>
/// <param name="Low">Left edge.</param>
/// <param name="High">Right edge.</param>
/// <param name="Share">Share of all elements in the bin.</param>
internal readonly record struct TheoryAtom(double Low, double High, double Share);
