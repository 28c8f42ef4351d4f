using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Verification;

public sealed class MessageTests
{
    [Fact]
    public void A_new_snapshot_has_the_form_of_Verify()
    {
        using var run = new TestRun();

        var message = run.Verify("one\ntwo");

        Assert.Equal(
            $"""
            Directory: {run.Files.Directory}
            New:
              - Received: HistogramTests.Activations.received.txt
                Verified: HistogramTests.Activations.verified.txt

            FileContent:

            New:

            Received: HistogramTests.Activations.received.txt
            one
            two

            Accept it with the `approve` command, or by renaming the received file to the verified one.

            """,
            message);
    }

    [Fact]
    public void Two_texts_are_shown_in_the_form_of_Verify_with_the_first_line_that_differs()
    {
        using var run = new TestRun();
        run.Approve("one\nthree");

        var message = run.Verify("one\ntwo");

        Assert.Equal(
            $"""
            Directory: {run.Files.Directory}
            NotEqual:
              - Received: HistogramTests.Activations.received.txt
                Verified: HistogramTests.Activations.verified.txt

            FileContent:

            NotEqual:

            Received: HistogramTests.Activations.received.txt
            one
            two

            Verified: HistogramTests.Activations.verified.txt
            one
            three

            Line 2 is the first that differs.
              verified: three
              received: two

            Accept it with the `approve` command, or by renaming the received file to the verified one.

            """,
            message);
    }

    [Fact]
    public void Two_results_are_compared_by_layer_and_bin_in_the_form_of_a_comparer_of_Verify()
    {
        using var run = new TestRun();
        run.Approve(SnapshotText.Write(Samples.Variant));

        var message = run.Verify(SnapshotText.Write(Samples.Moved));

        Assert.Equal(
            $"""
            Directory: {run.Files.Directory}
            NotEqual:
              - Received: HistogramTests.Activations.received.txt
                Verified: HistogramTests.Activations.verified.txt

            FileContent:

            NotEqual:

            Received: HistogramTests.Activations.received.txt
            Verified: HistogramTests.Activations.verified.txt
            Compare Result:
            hidden2 activations: 2 counts differ
              [0.500, 0.750)     2 -> 1 (-1)
              [0.750, 1.000]     9 -> 10 (+1)

            Accept it with the `approve` command, or by renaming the received file to the verified one.

            """,
            message);
    }

    [Fact]
    public void Two_results_that_differ_in_layout_alone_are_shown_as_texts()
    {
        using var run = new TestRun();
        var text = SnapshotText.Write(Samples.Variant);
        run.Approve(text.Replace("██████", "#"));

        var message = run.Verify(text.Replace("  ███\n", "\n"));

        Assert.Contains(
            " is the first that differs.\n  verified:   [0.000, 0.250)   3  ███\n  received:   [0.000, 0.250)   3\n",
            message);
    }

    [Fact]
    public void On_a_build_server_the_advice_is_to_approve_elsewhere()
    {
        using var run = new TestRun(new SnapshotSettings { IsBuildServer = true });

        Assert.EndsWith(
            "\nA build server approves nothing: run the test on your own machine, accept, and commit the verified file.\n",
            run.Verify("text"));
    }

    /// <summary>What Verify's parser of messages reads: the lines before <c>FileContent:</c>.</summary>
    [Fact]
    public void The_part_that_plugins_read_holds_sections_and_pairs_alone()
    {
        using var run = new TestRun();
        run.Approve("Directory: elsewhere");

        var lines = run.Verify("New:\n")!.Split('\n').TakeWhile(line => line != "FileContent:").Where(line => line != "");

        Assert.Equal(
            [
                $"Directory: {run.Files.Directory}",
                "NotEqual:",
                "  - Received: HistogramTests.Activations.received.txt",
                "    Verified: HistogramTests.Activations.verified.txt",
            ],
            lines);
    }
}
