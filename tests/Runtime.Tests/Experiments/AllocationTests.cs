using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>After construction nothing is allocated, whatever the stream, the dtype, what is kept and how many threads.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string, RandomStream> Cases()
    {
        var cases = new TheoryData<string, RandomStream>();
        foreach (var sample in AllocationProbe.Samples)
        {
            foreach (var stream in Enum.GetValues<RandomStream>())
                cases.Add(sample, stream);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_thread_allocates_nothing(string sample, RandomStream stream)
    {
        using var experiment = AllocationProbe.Create(sample, stream, threads: 1);
        Assert.Equal(0, Allocations.OfThread(() => AllocationProbe.Round(experiment)));
    }

    /// <summary>In a process of its own: other tests allocate too.</summary>
    [Fact]
    public void Three_threads_allocate_nothing() => Assert.Equal("0 bytes", ChildProcess.Run("allocations"));

    /// <summary>Likewise, two threads that train.</summary>
    [Fact]
    public void Training_on_two_threads_allocates_nothing() => Assert.Equal("0 bytes", ChildProcess.Run("training allocations"));
}
