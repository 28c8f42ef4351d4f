using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// Count, mean and central power sums of a group of numbers. The mean is kept as a sum of two parts, so that differences of means are
/// right also where the spread is a billionth of the mean.
/// </summary>
internal struct Moments
{
    /// <summary>Number of elements.</summary>
    public double Count;

    /// <summary>One of the elements; the mean is Shift + Offset.</summary>
    public double Shift;

    /// <summary>The mean minus Shift.</summary>
    public double Offset;

    /// <summary>Σ (x − mean)².</summary>
    public double M2;

    /// <summary>Σ (x − mean)³.</summary>
    public double M3;

    /// <summary>Σ (x − mean)⁴.</summary>
    public double M4;

    /// <summary>Arithmetic mean.</summary>
    public readonly double Mean => Shift + Offset;

    /// <summary>Population variance.</summary>
    public readonly double Variance => M2 / Count;

    /// <summary>Population standard deviation.</summary>
    public readonly double Std => Math.Sqrt(Variance);

    /// <summary>
    /// m₃ / m₂^1.5; NaN for a constant, and where the spread is so small (below 1e-96) that its cube is not a normal number.
    /// </summary>
    public readonly double Skewness => Ratio(M3 / Count, Variance * Std);

    /// <summary>
    /// m₄ / m₂² − 3; NaN for a constant, and where the spread is so small (below 1e-72) that its fourth power is not a normal number.
    /// </summary>
    public readonly double ExcessKurtosis => Ratio(M4 / Count, Variance * Variance) - 3;

    /// <summary>The mean of this group minus a point near it, itself given in two parts.</summary>
    public readonly double MeanFrom(double shift, double offset) => ((Shift - shift) - offset) + Offset;

    /// <summary>
    /// The moments of all groups together: first the mean, then the power sums about it, both in the order of the groups.
    /// </summary>
    /// <param name="groups">At least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Moments Combine(ReadOnlySpan<Moments> groups)
    {
        var all = new Moments { Shift = groups[0].Shift };
        foreach (ref readonly var group in groups)
        {
            all.Count += group.Count;
            all.Offset += group.Count * ((group.Shift - all.Shift) + group.Offset);
        }

        all.Offset /= all.Count;
        foreach (ref readonly var group in groups)
        {
            var d = group.MeanFrom(all.Shift, all.Offset);
            var d2 = d * d;
            all.M2 += group.M2 + (group.Count * d2);
            all.M3 += group.M3 + (3 * d * group.M2) + (group.Count * d2 * d);
            all.M4 += group.M4 + (4 * d * group.M3) + (6 * d2 * group.M2) + (group.Count * d2 * d2);
        }

        return all;
    }

    private static double Ratio(double moment, double power) => power > 1e-290 ? moment / power : double.NaN;
}
