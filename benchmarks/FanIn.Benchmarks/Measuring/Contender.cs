using System.Diagnostics;

namespace FanIn.Benchmarks.Measuring;

/// <summary>Something that is timed: one call of <see cref="Sample"/> gives the time of one operation.</summary>
/// <param name="Name">Unique in a run.</param>
/// <param name="Sample">Nanoseconds of one operation, averaged over as many as make the clock's grain vanish.</param>
public sealed record Contender(string Name, Func<double> Sample)
{
    private const double ShortestSample = 2e6; // ns

    private const double WarmUp = 2e8; // ns

    /// <summary>A contender of this process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operation">What is timed.</param>
    /// <param name="parts">Of which an operation has so many: the time is that of one.</param>
    public static Contender Of(string name, Action operation, double parts = 1)
    {
        int repeats = 0;
        return new(name, () =>
        {
            if (repeats == 0)
                repeats = WarmedUp(operation);
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < repeats; i++)
                operation();
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats / parts;
        });
    }

    // Runs until the JIT has nothing left to improve, and tells how many operations fill a sample.
    private static int WarmedUp(Action operation)
    {
        long start = Stopwatch.GetTimestamp();
        double fastest = double.PositiveInfinity;
        for (int i = 0; i < 3 || Stopwatch.GetElapsedTime(start).TotalNanoseconds < WarmUp; i++)
        {
            long before = Stopwatch.GetTimestamp();
            operation();
            fastest = Math.Min(fastest, Math.Max(20, Stopwatch.GetElapsedTime(before).TotalNanoseconds));
        }

        return (int)Math.Max(1, ShortestSample / fastest);
    }
}
