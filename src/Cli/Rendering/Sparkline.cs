using System.Globalization;
using FanIn.Runtime.Results;
using FanIn.Testing.Text;

namespace FanIn.Cli.Rendering;

/// <summary>A histogram as one line of block characters.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// The histogram in a fixed number of columns. A column without counts is blank, and one with any is not: what is rare stays
    /// visible. Exact zeros do not set the scale: the spike that a ReLU makes of half of its values would flatten all the others.
    /// Nor does a handful that is left within the range: a full column holds at least a quarter of an even share of all elements.
    /// </summary>
    /// <param name="histogram">What to draw.</param>
    /// <param name="columns">Characters to draw.</param>
    public static string Draw(Histogram histogram, int columns) =>
        Draw(histogram.Counts, histogram.Edge, histogram.Zeros, histogram.Below + histogram.Above, columns);

    /// <inheritdoc cref="Draw(Histogram, int)"/>
    public static string Draw(SnapshotHistogram histogram, int columns)
    {
        long Outside(string name) => histogram.Outside.FirstOrDefault(count => count.Name == name).Count;
        double Edge(int bin) =>
            double.TryParse(histogram.Bins[bin].Low, CultureInfo.InvariantCulture, out double edge) ? edge : double.NaN;
        return Draw([.. histogram.Bins.Select(bin => bin.Count)], Edge, Outside("zeros"), Outside("below") + Outside("above"), columns);
    }

    /// <summary>The mean histogram of an ensemble likewise.</summary>
    public static string Draw(EnsembleTensor tensor, int columns)
    {
        var (histogram, bins) = (tensor.Histogram, tensor.Histogram.Counts.Length);
        long Mean(string name) => (long)Math.Round(tensor.Find(name)!.Value.Mean);
        long zeros = (long)Math.Round(tensor.Find("zero_fraction")!.Value.Mean * tensor.Count);
        double Edge(int bin) => histogram.Low + (bin * ((histogram.High - histogram.Low) / bins));
        return Draw([.. histogram.Counts.Select(count => (long)Math.Ceiling(count))], Edge, zeros, Mean("below") + Mean("above"), columns);
    }

    /// <summary>Counts in a fixed number of columns, the fullest of which is full.</summary>
    /// <param name="counts">Elements in each bin; at least one bin.</param>
    /// <param name="columns">Characters to draw.</param>
    public static string Draw(IReadOnlyList<long> counts, int columns) => Draw(counts, columns, highest: 0);

    private static string Draw(IReadOnlyList<long> counts, Func<int, double> edge, long zeros, long outside, int columns)
    {
        long[] others = [.. counts];
        int bin = Enumerable.Range(0, others.Length).LastOrDefault(i => edge(i) <= 0);
        others[bin] -= Math.Min(others[bin], zeros);
        double evenShare = (others.Sum() + outside) / (double)columns;
        return Draw(counts, columns, Math.Max(Resample(others, columns).Max(), evenShare / 4));
    }

    /// <summary>
    /// A curve in a fixed number of columns, each the mean of its part; the height is from 0 to the highest. What is not finite is blank.
    /// </summary>
    /// <param name="values">The curve, not negative.</param>
    /// <param name="columns">Characters to draw; fewer where there are fewer values.</param>
    public static string Curve(IReadOnlyList<double> values, int columns)
    {
        columns = Math.Min(columns, values.Count);
        double[] means = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            int from = (int)((long)column * values.Count / columns), to = (int)((column + 1L) * values.Count / columns);
            means[column] = values.Skip(from).Take(to - from).Average();
        }

        double highest = means.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return string.Concat(means.Select(mean => !double.IsFinite(mean) ? ' ' : Levels[highest == 0 ? 0 : Level(mean / highest)]));
    }

    private static string Draw(IReadOnlyList<long> counts, int columns, double highest)
    {
        double[] heights = Resample(counts, columns);
        if (highest == 0)
            highest = heights.Max();
        return string.Create(columns, (heights, highest), static (line, state) =>
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = state.heights[i] > 0 ? Levels[Level(state.heights[i] / state.highest)] : ' ';
        });
    }

    /// <summary>Spreads each bin evenly over its width and collects what falls into each column.</summary>
    private static double[] Resample(IReadOnlyList<long> counts, int columns)
    {
        double[] heights = new double[columns];
        for (int bin = 0; bin < counts.Count; bin++)
        {
            // In units of 1 / (bins · columns), so that all edges are integers and no share is lost to rounding.
            long start = (long)bin * columns, end = start + columns;
            for (long at = start; at < end;)
            {
                int column = (int)(at / counts.Count);
                long stop = Math.Min(end, (column + 1L) * counts.Count);
                heights[column] += (double)counts[bin] * (stop - at) / columns;
                at = stop;
            }
        }

        return heights;
    }

    private static int Level(double share) => Math.Clamp((int)Math.Ceiling(share * Levels.Length) - 1, 0, Levels.Length - 1);
}
