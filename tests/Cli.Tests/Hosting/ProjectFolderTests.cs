using System.Reflection;
using System.Reflection.Emit;
using FanIn.Cli.Hosting;

namespace FanIn.Cli.Tests.Hosting;

public sealed class ProjectFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fanin-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_build_notes_the_folder_and_the_patterns()
    {
        var assembly = Noted(("FanIn.ProjectDirectory", _folder.FullName), ("FanIn.Experiments", "**/*.yaml; more/*.yml"));

        var project = ProjectFolder.Find(assembly, "/", []);

        Assert.Equal(_folder.FullName, project?.Directory);
        Assert.Equal(["**/*.yaml", "more/*.yml"], project?.Patterns);
    }

    [Fact]
    public void A_folder_that_is_gone_is_not_the_project()
    {
        var assembly = Noted(("FanIn.ProjectDirectory", Path.Combine(_folder.FullName, "gone")));

        Assert.Null(ProjectFolder.Find(assembly, _folder.FullName, ["mine.yaml"]));
    }

    [Fact]
    public void Without_a_note_the_current_directory_serves_when_it_has_one_of_the_files()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "mine.yaml"), "");

        var project = ProjectFolder.Find(null, _folder.FullName, ["other.yaml", "mine.yaml"]);

        Assert.Equal(_folder.FullName, project?.Directory);
        Assert.Equal(ProjectFolder.DefaultPatterns, project?.Patterns);
    }

    [Theory]
    [InlineData("**/*.yaml", "a.yaml b/c.yaml b/d/E.YAML")]
    [InlineData("*.yaml", "a.yaml")]
    [InlineData("b/**/*.yaml", "b/c.yaml b/d/E.YAML")]
    [InlineData("b/*/?.yaml", "b/d/E.YAML")]
    [InlineData("b\\c.yaml", "b/c.yaml")]
    [InlineData("**/*.yml", "z.yml")]
    [InlineData("nothing/*.yaml", "")]
    public void Patterns_are_msbuilds(string pattern, string expected)
    {
        string[] files =
            ["a.yaml", "b/c.yaml", "b/d/E.YAML", "z.yml", "bin/x.yaml", "obj/x.yaml", "b/bin/x.yaml", ".git/x.yaml", "b/c.yaml.bak"];
        foreach (string path in files)
        {
            string full = Path.Combine(_folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, "");
        }

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), FileGlob.Find(_folder.FullName, [pattern]));
    }

    private static AssemblyBuilder Noted(params (string Key, string Value)[] notes)
    {
        var constructor = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        return AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("noted"),
            AssemblyBuilderAccess.RunAndCollect,
            notes.Select(note => new CustomAttributeBuilder(constructor, [note.Key, note.Value])));
    }
}
