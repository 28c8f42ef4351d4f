using FanIn.Testing.Files;
using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests.Files;

public sealed class SnapshotFolderTests
{
    [Fact]
    public void Sources_are_searched_and_what_tools_make_is_not()
    {
        using var folder = new TemporaryFolder();
        string[] sources = [".hidden.txt", "a.txt", "b/a.txt", "b/c/a.txt", "binary/a.txt"];
        foreach (var name in (string[])[.. sources, "b/a.md", "bin/a.txt", "b/obj/a.txt", "b/Bin/a.txt", ".git/a.txt"])
            folder.Write(name, "");
        Directory.CreateSymbolicLink(folder.At("b/loop"), folder.Path);

        var found = SnapshotFolder.Find(folder.Path, name => name.EndsWith(".txt"));

        Assert.Equal(sources, found.Select(folder.Relative));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() => SnapshotFolder.Find("/no/such/folder", _ => true));
}
