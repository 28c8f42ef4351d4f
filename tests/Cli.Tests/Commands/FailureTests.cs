using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

public sealed class FailureTests
{
    [Fact]
    public void A_defect_is_one_clear_line_without_stack_trace()
    {
        using var session = new Session();
        session.Catalog.OnDraw = _ => throw new InvalidOperationException("the buffers\nare gone");

        Assert.Equal(70, session.Run());

        Assert.Equal("FanIn failed: InvalidOperationException: the buffers are gone (FANIN_TRACE=1 shows where.)\n", session.Error);
        Assert.Equal(0, session.Catalog.Alive);
    }

    [Fact]
    public void The_stack_trace_is_there_for_who_asks()
    {
        using var session = new Session();
        session.Variables["FANIN_TRACE"] = "1";
        session.Catalog.OnDraw = _ => throw new InvalidOperationException("the buffers are gone");

        session.Run();

        Assert.Contains("   at FanIn.Cli.", session.Error);
    }

    [Fact]
    public void Ctrl_c_stops_between_two_experiments_and_writes_nothing()
    {
        using var session = new Session { IsTerminal = true };
        session.Catalog.OnDraw = id =>
        {
            if (id.EndsWith("tanh-he", StringComparison.Ordinal))
                session.Interrupt.Cancel();
        };
        bool drawn = false;
        session.WriteFigures = (_, _) =>
        {
            drawn = true;
            return [];
        };

        Assert.Equal(130, session.Run("run", "--threads", "1", "--json", "results.json", "--figures", "pictures"));

        Assert.False(drawn);
        Assert.Empty(session.Folder.GetFiles("*", SearchOption.AllDirectories));
        Assert.Equal(2, session.Catalog.Created.Count);
        Assert.Equal(0, session.Catalog.Alive);
        Assert.EndsWith("\r\u001b[2KCancelled.\n", session.Error);
    }

    [Fact]
    public void Ctrl_c_while_figures_are_drawn_is_not_forgotten()
    {
        using var session = new Session();
        session.WriteFigures = (_, _) =>
        {
            session.Interrupt.Cancel();
            return [];
        };

        Assert.Equal(130, session.Run());

        Assert.DoesNotContain("expectations hold", session.Out);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_defect()
    {
        using var session = new Session();
        session.Catalog.OnDraw = _ => throw new OperationCanceledException();

        Assert.Equal(70, session.Run());
    }
}
