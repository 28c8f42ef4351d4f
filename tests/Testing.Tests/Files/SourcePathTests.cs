using System.Runtime.CompilerServices;
using FanIn.Testing.Files;
using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests.Files;

public sealed class SourcePathTests : IDisposable
{
    private readonly TemporaryFolder repository = new();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("/_/tests/A/Deep/B.cs")]
    [InlineData("/_1/tests/A/Deep/B.cs")]
    public void A_path_of_a_deterministic_build_is_found_from_the_projects_folder(string path)
    {
        var source = repository.Write("tests/A/Deep/B.cs", "");

        Assert.Equal(source, SourcePath.Resolve(path, [repository.At("tests/A")]));
    }

    [Fact]
    public void A_path_below_the_project_itself_is_found()
    {
        var source = repository.Write("tests/A/B.cs", "");

        Assert.Equal(source, SourcePath.Resolve("/_/B.cs", [repository.At("tests/A")]));
    }

    [Fact]
    public void The_project_that_holds_the_file_is_preferred()
    {
        var here = repository.Write("two/tests/A/B.cs", "");
        repository.Write("one/tests/A/B.cs", "");

        Assert.Equal(here, SourcePath.Resolve("/_/tests/A/B.cs", [repository.At("one/experiments"), repository.At("two/tests/A")]));
    }

    [Fact]
    public void Without_metadata_the_error_says_what_to_add()
    {
        var exception = Assert.Throws<DirectoryNotFoundException>(() => SourcePath.Resolve("/_/tests/A/B.cs", []));

        Assert.Contains("<AssemblyMetadata Include=\"FanIn.ProjectDirectory\" Value=\"$(MSBuildProjectDirectory)\" />", exception.Message);
    }

    [Fact]
    public void A_file_that_is_nowhere_is_an_error_that_names_the_folders()
    {
        var exception = Assert.Throws<DirectoryNotFoundException>(() => SourcePath.Resolve("/_/tests/A/B.cs", [repository.Path]));

        Assert.Contains("'/_/tests/A/B.cs'", exception.Message);
        Assert.Contains(repository.Path, exception.Message);
    }

    [Fact]
    public void The_props_let_this_assembly_find_its_own_sources()
    {
        var here = SourcePath.Resolve(CompiledPath());

        Assert.True(File.Exists(here));
        Assert.Equal(here, SourcePath.Resolve("/_/tests/Testing.Tests/Files/SourcePathTests.cs"));
    }

    private static string CompiledPath([CallerFilePath] string path = "") => path;
}
