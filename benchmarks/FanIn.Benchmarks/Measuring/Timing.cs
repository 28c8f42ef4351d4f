namespace FanIn.Benchmarks.Measuring;

/// <summary>The times of one contender, in nanoseconds an operation.</summary>
/// <param name="Median">What a user meets on a machine that does other things as well.</param>
/// <param name="Minimum">What the machine can do.</param>
public sealed record Timing(double Median, double Minimum)
{
    /// <summary>Median and minimum of samples.</summary>
    public static Timing Of(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        int middle = sorted.Length / 2;
        return new(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0]);
    }
}
