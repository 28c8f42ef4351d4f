using FanIn.Testing.Files;
using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests.Files;

public sealed class SnapshotFilesTests
{
    [Theory]
    [InlineData("A.B.received.txt", "A.B", "txt")]
    [InlineData("A.B_x.received.y.received.svg", "A.B_x.received.y", "svg")]
    public void A_received_file_tells_its_name_and_extension(string file, string name, string extension)
    {
        using var folder = new TemporaryFolder();

        var files = SnapshotFiles.FromReceived(folder.At(file));

        Assert.Equal(new SnapshotFiles(folder.Path, name, extension), files);
        Assert.Equal(folder.At(file), files!.ReceivedPath);
        Assert.Equal(folder.At($"{name}.verified.{extension}"), files.VerifiedPath);
    }

    [Theory]
    [InlineData("A.B.verified.txt")]
    [InlineData("A.B.received.txt.0123456789abcdef")]
    [InlineData(".received.txt")]
    [InlineData("A.received.")]
    [InlineData("received.txt")]
    public void Other_files_are_none(string file) => Assert.Null(SnapshotFiles.FromReceived(file));

    [Fact]
    public void What_is_accepted_is_verified_and_no_longer_received()
    {
        using var folder = new TemporaryFolder();
        var files = new SnapshotFiles(folder.Path, "A.B");
        folder.Write("A.B.verified.txt", "old");
        folder.Write("A.B.received.txt", "new");

        files.Accept();

        Assert.Equal("new", File.ReadAllText(files.VerifiedPath));
        Assert.False(File.Exists(files.ReceivedPath));
        Assert.Throws<FileNotFoundException>(files.Accept);
    }

    [Fact]
    public void What_is_rejected_is_gone_and_the_verified_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var files = new SnapshotFiles(folder.Path, "A.B");
        folder.Write("A.B.verified.txt", "old");
        folder.Write("A.B.received.txt", "new");

        files.Reject();
        files.Reject();

        Assert.Equal("old", File.ReadAllText(files.VerifiedPath));
        Assert.False(File.Exists(files.ReceivedPath));
    }

    [Fact]
    public void A_write_that_fails_leaves_no_file_behind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("A.received.txt"));

        Assert.ThrowsAny<Exception>(() => SnapshotEncoding.Write(folder.At("A.received.txt"), "text"));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
