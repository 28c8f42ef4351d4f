using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests.Verification;

public sealed class DiffToolTests
{
    private static readonly SnapshotSettings Asked = new() { OpenDiffTool = true };

    [Fact]
    public void No_window_opens_unless_asked_for()
    {
        using var run = new TestRun();

        run.Verify("one");

        Assert.Empty(run.DiffTool.Events);
    }

    [Fact]
    public void No_window_opens_on_a_build_server_and_nothing_but_the_received_file_is_written()
    {
        using var run = new TestRun(Asked with { IsBuildServer = true });

        Assert.NotNull(run.Verify("one"));

        Assert.Empty(run.DiffTool.Events);
        Assert.Equal([run.Files.ReceivedName], run.Existing);
    }

    [Fact]
    public void A_build_server_leaves_the_verified_file_as_it_is()
    {
        using var run = new TestRun(new SnapshotSettings { IsBuildServer = true });
        run.Approve("one\r\n");

        Assert.NotNull(run.Verify("two"));
        Assert.Null(run.Verify("one"));

        Assert.Equal([run.Files.VerifiedName], run.Existing);
        Assert.Equal("one\r\n"u8.ToArray(), File.ReadAllBytes(run.Files.VerifiedPath));
    }

    [Fact]
    public void A_window_that_was_asked_for_opens_on_failure_and_closes_when_the_test_passes()
    {
        using var run = new TestRun(Asked);
        run.Approve("one");

        run.Verify("two");
        run.Verify("one");
        run.Verify("one");

        Assert.Equal([$"open {run.Files.ReceivedName}", $"close {run.Files.ReceivedName}"], run.DiffTool.Events);
    }

    [Fact]
    public void A_tool_that_does_not_start_hides_no_difference()
    {
        using var run = new TestRun(Asked) { DiffTool = new RecordedDiffTool { Failure = "no display" } };

        var message = run.Verify("one");

        Assert.StartsWith("Directory: ", message);
        Assert.EndsWith("\nThe diff tool did not open: no display\n", message);
    }
}
