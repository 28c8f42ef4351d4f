using FanIn.Dsl.Text;
using FanIn.Generator.Pipeline;
using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>What should not happen is an error of its file, too: an exception would take every class of the project away.</summary>
public class FailureTests
{
    private static readonly InputFile Input = new("/repo/demo/a.yaml", "a.yaml", "text");

    [Fact]
    public void A_file_that_the_compiler_cannot_read_is_an_error_and_no_other_file_suffers()
    {
        var project = Project.Of(
            TestOptions.For(Project.Directory),
            new Unreadable("gone.yaml", null),
            new Unreadable("locked.yaml", new IOException("locked")),
            new Unreadable("odd.yaml", new InvalidOperationException("odd")),
            new TestFile(Project.Directory + "clean.yaml", Yaml.Clean));

        Assert.Null(project.Result.Exception);
        Assert.Equal(
            ["gone.yaml(1,1): error FAN0002", "locked.yaml(1,1): error FAN0002", "odd.yaml(1,1): error FAN0002"],
            project.Diagnostics.Select(d => d[Project.Directory.Length..(d.IndexOf("FAN0002", StringComparison.Ordinal) + 7)]));
        Assert.Contains("clean.yaml.g.cs", project.Sources.Keys);
    }

    [Fact]
    public void A_reader_that_throws_is_an_internal_error_of_the_file()
    {
        var parsed = ParsedFile.Read(Input, (_, _) => throw new FormatException("what it was"), default);
        Assert.Equal("/repo/demo/a.yaml", parsed.Diagnostics.Path);
        string text = Assert.Single(parsed.Diagnostics.Diagnostics).ToString();
        Assert.StartsWith("a.yaml(1,1): error FAN0001: ", text);
        Assert.Contains("FormatException: what it was", text);
    }

    [Fact]
    public void An_emitter_that_throws_is_an_internal_error_of_the_file()
    {
        var impossible = Models.Single("a", "A", Models.Variant([])) with { Variants = EquatableArray<Dsl.Model.Variant>.Empty };
        var (source, failure) = new SourceFile(new("a.yaml", impossible, null), new("Demo", "")).Emit(default);
        Assert.Null(source);
        Assert.StartsWith("a.yaml(1,1): error FAN0001: ", failure!.ToString());
    }

    [Fact]
    public void Cancellation_is_no_error_of_a_file()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ParsedFile.Read(Input with { Text = Yaml.Clean }, source.Token));
        Assert.Throws<OperationCanceledException>(() => Project.Of().Driver
            .AddAdditionalTexts([new TestFile(Project.Directory + "a.yaml", Yaml.Clean)])
            .RunGenerators(Project.Of().Compilation, source.Token));
    }

    private sealed class Unreadable(string name, Exception? exception) : AdditionalText, IExperimentFile
    {
        public override string Path => Project.Directory + name;

        public bool IsExperiment => true;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => exception is null ? null : throw exception;
    }
}
