using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

/// <summary>Experiments that run side by side look as if they had run one after the other.</summary>
public sealed class ParallelRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("64")]
    public void Real_experiments_print_the_same_bytes_with_any_number_of_threads(string threads)
    {
        using var session = new Session { Catalog = Real(), IsTerminal = true };
        Assert.Equal(1, session.Run("run", "--threads", "1", "--json", "one.json"));
        var (output, progress) = (session.Out, session.Error);

        Assert.Equal(1, session.Run("run", "--threads", threads, "--json", "several.json"));

        Assert.Equal(output, session.Out);
        Assert.Equal(progress, session.Error);
        Assert.Equal(Bytes(session, "one.json"), Bytes(session, "several.json"));
    }

    [Fact]
    public void One_thread_runs_one_experiment_at_a_time()
    {
        using var session = new Session { Catalog = Many(8) };

        Assert.Equal(0, session.Run("run", "--threads", "1"));

        Assert.Equal(1, session.Catalog.MostAlive);
        Assert.Equal(0, session.Catalog.Alive);
    }

    [Fact]
    public void As_many_small_ones_run_at_once_as_there_are_threads()
    {
        using var meeting = new Barrier(3);
        using var session = new Session { Catalog = Many(9) };
        session.Catalog.OnDraw = _ => Assert.True(meeting.SignalAndWait(Patience));

        Assert.Equal(0, session.Run("run", "--threads", "3"));

        Assert.Equal(3, session.Catalog.MostAlive);
        Assert.Equal(0, session.Catalog.Alive);
    }

    [Fact]
    public void A_late_first_one_does_not_hold_up_the_others_and_is_still_shown_first()
    {
        using var othersRan = new CountdownEvent(7);
        using var session = new Session { Catalog = Many(8) };
        session.Catalog.OnDraw = id =>
        {
            if (id == "e0")
                Assert.True(othersRan.Wait(Patience));
            else
                othersRan.Signal();
        };

        Assert.Equal(0, session.Run("run", "--threads", "2"));

        Assert.Equal(["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7"], session.OutLines.Where(line => line is ['e', _]));
    }

    [Fact]
    public void A_big_one_has_all_threads_and_no_company()
    {
        var catalog = Many(3).Add(FakeCatalog.Definition("big") with { Batch = 100_000 }).Add(FakeCatalog.Definition("last"));
        using var session = new Session { Catalog = catalog };
        int company = -1;
        catalog.OnDraw = id => company = id == "big" ? catalog.Alive : company;

        Assert.Equal(0, session.Run());

        Assert.Equal(1, company);
        Assert.Equal([1, 1, 1, 4, 1], catalog.Created.Select(created => created.Options.Threads));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void One_that_throws_ends_the_run_after_those_before_it_were_shown(string threads)
    {
        using var session = new Session { Catalog = Many(9) };
        session.Catalog.OnDraw = id =>
        {
            if (id == "e4")
                throw new InvalidOperationException("no more");
        };

        Assert.Equal(70, session.Run("run", "--threads", threads, "--json", "results.json"));

        Assert.Equal(["e0", "e1", "e2", "e3"], session.OutLines.Where(line => line is ['e', _]));
        Assert.Equal("FanIn failed: InvalidOperationException: no more (FANIN_TRACE=1 shows where.)\n", session.Error);
        Assert.Equal(0, session.Catalog.Alive);
        Assert.False(session.Exists("results.json"));
    }

    [Fact]
    public void Of_several_that_throw_the_first_in_order_is_told()
    {
        using var secondThrows = new ManualResetEventSlim();
        using var session = new Session { Catalog = Many(4) };
        session.Catalog.OnDraw = id =>
        {
            if (id == "e1")
                secondThrows.Set();
            else
                Assert.True(secondThrows.Wait(Patience));
            throw new InvalidOperationException(id);
        };

        Assert.Equal(70, session.Run("run", "--threads", "2"));

        Assert.Contains("InvalidOperationException: e0 ", session.Error);
        Assert.Equal(2, session.Catalog.Created.Count);
        Assert.Equal(0, session.Catalog.Alive);
    }

    [Fact]
    public void Ctrl_c_stops_all_that_run_and_frees_their_buffers()
    {
        using var meeting = new Barrier(3);
        using var session = new Session { Catalog = Many(9) };
        session.Catalog.OnDraw = _ =>
        {
            Assert.True(meeting.SignalAndWait(Patience));
            session.Interrupt.Cancel();
        };

        Assert.Equal(130, session.Run("run", "--threads", "3", "--json", "results.json"));

        Assert.Equal("Cancelled.\n", session.Error);
        Assert.Equal(3, session.Catalog.Created.Count);
        Assert.Equal(0, session.Catalog.Alive);
        Assert.Empty(session.Folder.GetFiles());
    }

    private static FakeCatalog Many(int count)
    {
        var catalog = new FakeCatalog();
        for (int i = 0; i < count; i++)
            catalog.Add(FakeCatalog.Definition($"e{i}"));
        return catalog;
    }

    private static FakeCatalog Real()
    {
        var catalog = new FakeCatalog();
        catalog.Entries.AddRange(FakeCatalog.Real);
        return catalog;
    }

    private static byte[] Bytes(Session session, string path) => File.ReadAllBytes(Path.Combine(session.Folder.FullName, path));
}
