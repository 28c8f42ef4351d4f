using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>A team does every item once, passes exceptions on, and can be used again and ended.</summary>
public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1000)]
    [InlineData(8, 3)]
    public void Every_item_is_done_once_in_every_round(int threads, int count)
    {
        using var team = new WorkerTeam(threads);
        for (var round = 0; round < 50; round++)
        {
            var work = new Recorder(count, threads);
            team.Run(work, count);
            Assert.All(work.Done, times => Assert.Equal(1, times));
            Assert.False(work.Overlapped);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_first_exception_surfaces_and_the_team_lives_on(int threads)
    {
        using var team = new WorkerTeam(threads);
        for (var round = 0; round < 20; round++)
        {
            Assert.Equal("item 7", Assert.Throws<InvalidOperationException>(() => team.Run(new Failing(7), 100)).Message);
            var work = new Recorder(100, threads);
            team.Run(work, 100);
            Assert.All(work.Done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void A_team_has_at_least_one_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0));

    [Fact]
    public void After_its_end_a_team_refuses_work_and_can_be_ended_again()
    {
        var team = new WorkerTeam(2);
        team.Dispose();
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.Run(new Recorder(10, 2), 10));
    }

    private sealed class Recorder(int count, int threads) : IParallelWork
    {
        private readonly int[] _busy = new int[threads];

        public int[] Done { get; } = new int[count];

        public bool Overlapped { get; private set; }

        public void Do(int item, int worker)
        {
            if (Interlocked.Increment(ref _busy[worker]) != 1)
                Overlapped = true;
            Interlocked.Increment(ref Done[item]);
            Interlocked.Decrement(ref _busy[worker]);
        }
    }

    private sealed class Failing(int bad) : IParallelWork
    {
        public void Do(int item, int worker)
        {
            if (item == bad)
                throw new InvalidOperationException($"item {item}");
        }
    }
}
