using System.Globalization;

namespace FanIn.Testing.Text;

/// <summary>How a snapshot writes numbers.</summary>
public static class SnapshotNumber
{
    /// <summary>Significant digits of a statistic.</summary>
    public const int Digits = 10;

    /// <summary><c>0.6279481237</c>, <c>1.25e-05</c>, <c>NaN</c>, <c>-Inf</c>; either zero is <c>0</c>.</summary>
    public static string Statistic(double value) => value switch
    {
        0 => "0",
        double.NaN => "NaN",
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("G10", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    /// <summary>An integer in plain digits.</summary>
    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A seed in plain digits.</summary>
    public static string Integer(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
