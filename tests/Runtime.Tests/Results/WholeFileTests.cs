using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Results;

/// <summary>Files are whole or as they were.</summary>
public sealed class WholeFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "a.json");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_new_file_takes_the_place_of_the_old()
    {
        var path = Path.Combine(_folder, "a.json");
        File.WriteAllText(path, "something longer");
        WholeFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Folders_on_the_way_are_made()
    {
        var path = Path.Combine(_folder, "b", "c", "a.json");
        WholeFile.Write(path, stream => stream.Write("x"u8));
        Assert.Equal("x", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_an_error_of_input_and_output()
    {
        Assert.ThrowsAny<Exception>(() => WholeFile.Write(_folder, stream => stream.Write("x"u8)));
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
