namespace FanIn.Benchmarks.Measuring;

/// <summary>Something that is timed: one call of <see cref="Sample"/> gives the time of one operation.</summary>
/// <param name="Name">Unique in a run: <c>numpy script, relu</c>.</param>
/// <param name="Sample">Nanoseconds of one operation, averaged over as many as make the clock's grain vanish.</param>
public sealed record Contender(string Name, Func<double> Sample)
{
    private const double ShortestSample = 2e6; // ns

    /// <summary>A contender of this process.</summary>
    public static Contender Of(string name, Action operation)
    {
        int repeats = 0;
        return new(name, () =>
        {
            if (repeats == 0)
                repeats = Repeats(operation);
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            for (int i = 0; i < repeats; i++)
                operation();
            return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats;
        });
    }

    // Runs until the JIT has nothing left to improve, then sees how many operations fill a sample.
    private static int Repeats(Action operation)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        int warm = 0;
        double elapsed;
        do
        {
            operation();
            warm++;
            elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }
        while (elapsed < 3e8 || warm < 3);

        start = System.Diagnostics.Stopwatch.GetTimestamp();
        operation();
        double once = Math.Max(50, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        return (int)Math.Max(1, ShortestSample / once);
    }
}

/// <summary>The times of one contender, in nanoseconds an operation.</summary>
/// <param name="Median">What a user meets on a machine that does other things as well.</param>
/// <param name="Minimum">What the machine can do.</param>
public sealed record Timing(double Median, double Minimum);
