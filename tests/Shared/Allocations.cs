namespace FanIn.Tests;

/// <summary>
/// Bytes that work allocates once it is warm: the fewest of several rounds, because each round does the same work, while the runtime
/// may allocate at any moment beside it (when it promotes code, for instance).
/// </summary>
internal static class Allocations
{
    private const int Rounds = 5;

    /// <summary>Of this thread.</summary>
    public static long OfThread(Action round, int warmUp = 3) => Fewest(round, warmUp, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>Of all threads of the process.</summary>
    public static long OfProcess(Action round, int warmUp) => Fewest(round, warmUp, () => GC.GetTotalAllocatedBytes(precise: true));

    private static long Fewest(Action round, int warmUp, Func<long> allocated)
    {
        for (var i = 0; i < warmUp; i++)
            round();
        var fewest = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = allocated();
            round();
            fewest = Math.Min(fewest, allocated() - before);
        }

        return fewest;
    }
}
