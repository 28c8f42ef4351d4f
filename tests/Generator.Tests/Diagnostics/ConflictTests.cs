using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>Two files that want one name: an error in each, and no second helping of errors from C#.</summary>
public class ConflictTests
{
    [Fact]
    public void Two_files_of_one_name_are_an_error_in_both()
    {
        var project = Project.Of(File("a.yaml", Yaml.Clean), File("b.yaml", "# above\n" + Yaml.Clean));
        Assert.Collection(
            project.Diagnostics,
            first => Assert.Matches(@"^/repo/demo/a\.yaml\(1,13\): error FAN0032: .*'clean'.*b\.yaml", first),
            second => Assert.Matches(@"^/repo/demo/b\.yaml\(2,13\): error FAN0032: .*'clean'.*a\.yaml", second));
        Assert.Equal(["ExperimentCatalog.cs", "a.yaml.g.cs"], project.Sources.Keys.Order(StringComparer.Ordinal));
        Compiler.AssertClean(project.Output);
    }

    [Fact]
    public void A_broken_file_takes_part()
    {
        var project = Project.Of(File("a.yaml", Yaml.Clean), File("b.yaml", Yaml.Clean.Replace("tanh", "tanhh")));
        Assert.Equal(
            ["a.yaml FAN0032", "b.yaml FAN0017", "b.yaml FAN0032"],
            project.Result.Diagnostics
                .Select(d => $"{Path.GetFileName(d.Location.GetLineSpan().Path)} {d.Id}").Order(StringComparer.Ordinal));
        Compiler.AssertClean(project.Output);
    }

    [Fact]
    public void Two_names_that_become_one_class_are_an_error_in_both()
    {
        var project = Project.Of(
            File("a.yaml", Yaml.Clean.Replace("experiment: clean", "experiment: a-b")),
            File("b.yaml", Yaml.Clean.Replace("experiment: clean", "experiment: a_b")));
        Assert.Equal(2, project.Diagnostics.Count);
        Assert.All(project.Diagnostics, d => Assert.Contains("AB", d));
        Compiler.AssertClean(project.Output);
    }

    [Fact]
    public void Paths_that_differ_in_case_alone_are_an_error_in_both()
    {
        var project = Project.Of(File("a.yaml", Yaml.Clean), File("A.yaml", Yaml.Clean.Replace("clean", "other")));
        Assert.Null(project.Result.Exception);
        Assert.Collection(
            project.Diagnostics,
            first => Assert.Matches(@"^/repo/demo/A\.yaml\(1,1\): error FAN0032: .*case.*", first),
            second => Assert.Matches(@"^/repo/demo/a\.yaml\(1,1\): error FAN0032: .*case.*", second));
    }

    [Fact]
    public void A_file_that_is_listed_twice_is_an_error()
    {
        var project = Project.Of(File("a.yaml", Yaml.Clean), File("a.yaml", Yaml.Clean), File("b.yaml", Yaml.Matrix));
        Assert.Null(project.Result.Exception);
        Assert.Contains(project.Diagnostics, d => d.Contains("a.yaml(1,1): error FAN0032: The project lists this file twice."));
        Assert.Contains("b.yaml.g.cs", project.Sources.Keys);
    }

    private static TestFile File(string name, string yaml) => new(Project.Directory + name, yaml);
}
