using FanIn.Testing.Files;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Verification;

public sealed class LifeCycleTests
{
    private const string Received = "HistogramTests.Activations.received.txt";
    private const string Verified = "HistogramTests.Activations.verified.txt";

    [Fact]
    public void From_new_to_accepted_to_changed_to_passing_again()
    {
        using var run = new TestRun();
        var before = SnapshotText.Write(Samples.Variant);
        var after = SnapshotText.Write(Samples.Moved);

        Assert.Contains("\nNew:\n", run.Verify(before));
        Assert.Equal([Received], run.Existing);

        run.Files.Accept();
        Assert.Equal([Verified], run.Existing);
        Assert.Null(run.Verify(before));
        Assert.Equal([Verified], run.Existing);

        Assert.Contains("\nNotEqual:\n", run.Verify(after));
        Assert.Equal([Received, Verified], run.Existing);

        Assert.Null(run.Verify(before));
        Assert.Equal([Verified], run.Existing);
    }

    [Fact]
    public void The_received_file_is_utf8_with_byte_order_mark_and_lf_and_nothing_appended()
    {
        using var run = new TestRun();

        run.Verify("σ_w²\r\nsecond\rthird");

        Assert.Equal("\uFEFFσ_w²\nsecond\nthird"u8.ToArray(), File.ReadAllBytes(run.Files.ReceivedPath));
    }

    [Theory]
    [InlineData("\uFEFFone\ntwo")]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("\uFEFFone\r\ntwo\r\n")]
    [InlineData("one\ntwo\n")]
    public void A_verified_file_that_an_editor_or_git_has_touched_passes(string verified)
    {
        using var run = new TestRun();
        run.Approve(verified);

        Assert.Null(run.Verify("one\ntwo"));
    }

    [Theory]
    [InlineData("one\ntwo\n\n")]
    [InlineData("one\ntwo ")]
    [InlineData("\none\ntwo")]
    [InlineData("One\ntwo")]
    [InlineData("one")]
    [InlineData("\uFEFF")]
    public void A_verified_file_that_says_something_else_does_not(string verified)
    {
        using var run = new TestRun();
        run.Approve(verified);

        Assert.Contains("\nNotEqual:\n", run.Verify("one\ntwo"));
    }

    [Fact]
    public void The_last_newline_of_a_text_is_part_of_it()
    {
        using var run = new TestRun();
        run.Approve("one");

        Assert.Contains("\nNotEqual:\n", run.Verify("one\n"));
    }

    [Fact]
    public void A_verified_file_of_no_bytes_is_new() // a diff tool made it
    {
        using var run = new TestRun();
        run.Approve();

        Assert.Contains("\nNew:\n", run.Verify("one"));
    }

    [Fact]
    public void A_verified_file_that_is_not_utf8_differs()
    {
        using var run = new TestRun();
        run.Approve(0xFF, 0xFE, (byte)'o', 0);

        Assert.Contains("\nNotEqual:\n", run.Verify("o"));
    }

    [Fact]
    public void An_empty_text_can_be_approved()
    {
        using var run = new TestRun();

        Assert.Contains("\nNew:\n", run.Verify(""));
        run.Files.Accept();

        Assert.Null(run.Verify(""));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_and_nothing_is_written()
    {
        using var run = new TestRun();

        var exception = Assert.Throws<ArgumentException>(() => run.Verify("ab\uD83D"));

        Assert.Contains("surrogate pair at 2", exception.Message);
        Assert.Empty(run.Existing);
    }

    [Fact]
    public void A_received_file_of_an_earlier_run_is_replaced()
    {
        using var run = new TestRun();
        run.Verify("first");

        run.Verify("second");

        Assert.Equal([Received], run.Existing);
        Assert.Equal("second", SnapshotEncoding.Read(run.Files.ReceivedPath));
    }
}
