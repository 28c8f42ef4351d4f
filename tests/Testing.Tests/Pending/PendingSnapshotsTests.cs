using FanIn.Testing.Pending;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Pending;

public sealed class PendingSnapshotsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_clean_folder_has_none()
    {
        folder.Write("tests/A.B.verified.txt", "approved");

        Assert.Empty(PendingSnapshots.Find(folder.Path));
    }

    [Fact]
    public void They_are_found_in_every_folder_of_sources_in_the_order_of_their_paths()
    {
        foreach (var name in (string[])["z/A.B.received.txt", "a/A.C.received.svg", "a/A.B.received.txt", "bin/A.B.received.txt"])
            folder.Write(name, "text");
        folder.Write("a/A.B.received.txt.0123abcd", "half written");

        Assert.Equal(
            ["a/A.B.received.txt", "a/A.C.received.svg", "z/A.B.received.txt"],
            PendingSnapshots.Find(folder.Path).Select(pending => folder.Relative(pending.Files.ReceivedPath)));
    }

    [Fact]
    public void A_new_one_has_nothing_to_compare_with()
    {
        folder.Write("A.B.received.txt", SnapshotText.Write(Samples.Variant));

        var pending = Assert.Single(PendingSnapshots.Find(folder.Path));

        Assert.True(pending.IsNew);
        Assert.Equal("A.B", pending.Name);
        Assert.Null(pending.Verified);
        Assert.Equal(SnapshotText.Write(Samples.Variant), pending.Received);
        Assert.Empty(pending.Differences);
        Assert.Equal("", pending.Describe());
    }

    [Fact]
    public void A_changed_one_tells_its_layers_and_bins()
    {
        folder.Write("A.B.received.txt", SnapshotText.Write(Samples.Moved));
        folder.Write("A.B.verified.txt", SnapshotText.Write(Samples.Variant).Replace("\n", "\r\n"));

        var pending = Assert.Single(PendingSnapshots.Find(folder.Path));

        Assert.False(pending.IsNew);
        Assert.Equal("hidden2 activations", Assert.Single(pending.Differences).Place);
        Assert.Equal(
            "hidden2 activations: 2 counts differ\n  [0.500, 0.750)     2 -> 1 (-1)\n  [0.750, 1.000]     9 -> 10 (+1)\n",
            pending.Describe());
    }

    [Fact]
    public void One_that_is_no_result_tells_its_first_line()
    {
        folder.Write("A.B.received.txt", "one\ntwo");
        folder.Write("A.B.verified.txt", "one\nthree");

        var pending = Assert.Single(PendingSnapshots.Find(folder.Path));

        Assert.Empty(pending.Differences);
        Assert.Equal("Line 2 is the first that differs.\n  verified: three\n  received: two\n", pending.Describe());
    }

    [Fact]
    public void One_that_no_longer_differs_says_nothing()
    {
        folder.Write("A.B.received.txt", "\uFEFFone\ntwo");
        folder.Write("A.B.verified.txt", "one\r\ntwo");

        Assert.Equal("", Assert.Single(PendingSnapshots.Find(folder.Path)).Describe());
    }

    [Fact]
    public void Accepting_and_rejecting_decide_on_one_and_leave_the_others()
    {
        foreach (var name in new[] { "A.One", "A.Two", "A.Three" })
        {
            folder.Write($"{name}.received.txt", $"new {name}");
            folder.Write($"{name}.verified.txt", $"old {name}");
        }

        var pending = PendingSnapshots.Find(folder.Path).ToDictionary(snapshot => snapshot.Name);
        pending["A.One"].Accept();
        pending["A.Two"].Reject();

        Assert.Equal("A.Three", Assert.Single(PendingSnapshots.Find(folder.Path)).Name);
        Assert.Equal("new A.One", File.ReadAllText(folder.At("A.One.verified.txt")));
        Assert.Equal("old A.Two", File.ReadAllText(folder.At("A.Two.verified.txt")));
        Assert.Equal("old A.Three", File.ReadAllText(folder.At("A.Three.verified.txt")));
    }

    [Fact]
    public void One_that_is_gone_meanwhile_cannot_be_accepted()
    {
        folder.Write("A.B.received.txt", "text");
        var pending = Assert.Single(PendingSnapshots.Find(folder.Path));
        pending.Reject();

        Assert.Throws<FileNotFoundException>(pending.Accept);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
