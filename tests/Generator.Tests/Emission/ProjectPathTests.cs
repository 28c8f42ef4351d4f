using FanIn.Generator.Pipeline;
using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

public class ProjectPathTests
{
    [Theory]
    [InlineData("/repo/demo/experiments/a.yaml", "/repo/demo/", "experiments/a.yaml")]
    [InlineData("/repo/demo/experiments/a.yaml", "/repo/demo", "experiments/a.yaml")]
    [InlineData(@"C:\repo\demo\experiments\a.yaml", @"C:\repo\demo\", "experiments/a.yaml")]
    [InlineData("/repo/shared/a.yaml", "/repo/demo/", "../shared/a.yaml")]
    [InlineData("/repo/demo/../shared/./a.yaml", "/repo/demo/", "../shared/a.yaml")]
    [InlineData(@"D:\shared\a.yaml", @"C:\repo\demo\", "a.yaml")]
    [InlineData("/repo/demo/a.yaml", "", "a.yaml")]
    [InlineData("/a.yaml", "/", "a.yaml")]
    public void Paths_are_relative_to_the_project(string path, string project, string expected) =>
        Assert.Equal(expected, ProjectPath.Relative(path, project));

    [Theory]
    [InlineData("experiments/a.yaml", "experiments/a.yaml.g.cs")]
    [InlineData("my experiments/é#1.yaml", "my(0020)experiments/(00e9)(0023)1.yaml.g.cs")]
    [InlineData("../shared/a.yaml", "(up)/shared/a.yaml.g.cs")]
    public void Hints_spell_out_what_the_compiler_refuses(string path, string expected) => Assert.Equal(expected, ProjectPath.Hint(path));

    [Theory]
    [InlineData("a b.yaml")]
    [InlineData(" a/ b .yaml")]
    [InlineData("é😀#%&'\"<>|*?:;=@!~^$.yaml")]
    [InlineData("a./.b/..c/d...yaml")]
    [InlineData("../../up.yaml")]
    [InlineData("ExperimentCatalog")]
    [InlineData("ExperimentCatalog.cs")]
    public void The_compiler_takes_whatever_a_file_is_called(string relativePath)
    {
        var project = Project.Of(new TestFile(Project.Directory + relativePath, Yaml.Clean));
        Assert.Null(project.Result.Exception);
        Assert.Empty(project.Faults);
        Assert.Equal(2, project.Sources.Count);
    }
}
