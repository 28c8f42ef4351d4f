using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>What theory expects of a sound file reaches the compiler as warnings of their own category, which options can set.</summary>
public class AdviceTests
{
    private static readonly TestFile File = new(Project.Directory + "experiments/demo.yaml", Yaml.Vanishing);

    private readonly Project _project = Project.Of(File);

    [Fact]
    public void They_are_warnings_at_the_layer_and_the_experiment_is_emitted()
    {
        Assert.Equal(["FAN1001", "FAN1004"], _project.Result.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
        Assert.All(_project.Result.Diagnostics, diagnostic =>
            Assert.Equal((DiagnosticSeverity.Warning, "FanIn.Advice"), (diagnostic.Severity, diagnostic.Descriptor.Category)));
        Assert.All(_project.Diagnostics, text => Assert.StartsWith("/repo/demo/experiments/demo.yaml(3,5): warning FAN100", text));
        Assert.Contains("class Demo", _project.Source("experiments/demo.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, "Error")]
    [InlineData(ReportDiagnostic.Warn, "Warning")]
    [InlineData(ReportDiagnostic.Info, "Info")]
    [InlineData(ReportDiagnostic.Hidden, "Hidden")]
    [InlineData(ReportDiagnostic.Suppress, "")]
    public void Each_has_the_severity_that_the_project_gives_it(ReportDiagnostic option, string expected)
    {
        var project = _project.WithCompilation(compilation => compilation.WithOptions(
            compilation.Options.WithSpecificDiagnosticOptions([new("FAN1001", option)])));
        var severities =
            project.Result.Diagnostics.Where(diagnostic => diagnostic.Id == "FAN1001").Select(diagnostic => diagnostic.Severity.ToString());
        Assert.Equal(expected, string.Concat(severities));
        Assert.Contains(project.Result.Diagnostics, diagnostic => diagnostic is { Id: "FAN1004", Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public void A_comment_moves_them_and_emits_nothing()
    {
        var moved = _project.Edit(driver => driver.ReplaceAdditionalText(File, File.With("# a comment\n" + Yaml.Vanishing)));
        Assert.All(moved.Diagnostics, text => Assert.Contains("demo.yaml(4,5): warning", text));
        Assert.All(moved.Result.TrackedSteps[StepNames.Sources].SelectMany(step => step.Outputs), output =>
            Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void An_edit_of_csharp_predicts_nothing()
    {
        var edited = _project.WithCode("class Mine;");
        Assert.Equal(_project.Diagnostics, edited.Diagnostics);
        Assert.All(
            new[] { StepNames.Parsed, StepNames.Diagnostics, StepNames.Sources }.SelectMany(
                name => edited.Result.TrackedSteps[name]).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void An_allowance_takes_them_away()
    {
        var allowed = _project.Edit(driver => driver.ReplaceAdditionalText(
            File, File.With(Yaml.Vanishing + "allow: [{ id: vanishing_signal }, { id: FAN1004 }]\n")));
        Assert.Empty(allowed.Diagnostics);
    }
}
