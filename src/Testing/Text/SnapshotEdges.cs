using System.Globalization;
using FanIn.Runtime.Results;

namespace FanIn.Testing.Text;

/// <summary>Bin edges for reading: as many decimals as three digits of a bin's width need. The exact range stands above the bins.</summary>
internal static class SnapshotEdges
{
    private const int MaxDecimals = 12;
    private const double MaxFixed = 1e9;
    private const string Scientific = "0.000000e+00";

    /// <summary>Every edge of the histogram, Bins + 1 texts.</summary>
    public static string[] Write(Histogram histogram)
    {
        var format = Format(histogram);
        var edges = new string[histogram.Bins + 1];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = Write(histogram.Edge(i), format);
        return edges;
    }

    private static string Format(Histogram histogram)
    {
        // By multiplying, since the last bit of a logarithm differs between systems. 99.999: a tenth that misses its last bit is a tenth.
        int decimals = 0;
        for (var width = (histogram.High - histogram.Low) / histogram.Bins; width < 99.999 && decimals <= MaxDecimals; width *= 10)
            decimals++;

        var largest = Math.Max(Math.Abs(histogram.Low), Math.Abs(histogram.High));
        return decimals <= MaxDecimals && largest < MaxFixed ? "F" + decimals.ToString(CultureInfo.InvariantCulture) : Scientific;
    }

    private static string Write(double edge, string format)
    {
        if (!double.IsFinite(edge))
            return SnapshotNumber.Statistic(edge);

        var text = edge.ToString(format, CultureInfo.InvariantCulture);
        var isZero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return isZero ? text.TrimStart('-') : text;
    }
}
