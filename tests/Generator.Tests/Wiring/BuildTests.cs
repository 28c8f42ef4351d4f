using System.Text.Json;
using System.Text.RegularExpressions;
using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Wiring;

/// <summary>What <c>dotnet build</c> makes of the props, the targets and the generator together.</summary>
public class BuildTests
{
    private const string Program = """
        using System.Diagnostics;
        using System.Reflection;

        IReadOnlyList<ExperimentEntry> all = Demo.ExperimentCatalog.All;
        Console.WriteLine(string.Join(" ", all.Select(entry => entry.Definition.Id + "@" + entry.Definition.SourcePath)));
        var assembly = Assembly.GetExecutingAssembly();
        Console.WriteLine(assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "FanIn.ProjectDirectory").Value);
        Console.WriteLine(assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "FanIn.Experiments").Value);
        Console.WriteLine(assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false);
        Console.WriteLine(typeof(Demo.Second).Name);

        """;

    [Fact]
    public void A_project_builds_runs_loses_a_deleted_experiment_and_reports_errors_where_they_are()
    {
        using var project = new TemporaryProject();
        project.Write("Program.cs", Program);
        project.Write("experiments/first.yaml", Yaml.Clean);
        project.Write("experiments/deep/second.yml", Yaml.Clean.Replace("clean", "second"));
        project.Write("experiments/bin/none.yaml", "not an experiment");
        project.Write("elsewhere/none.yaml", "not an experiment");

        var (exitCode, output) = project.Build();
        Assert.True(exitCode == 0, output);
        (_, output) = project.Run();
        Assert.Equal(
            [
                "second@experiments/deep/second.yml clean@experiments/first.yaml",
                project.Directory,
                "experiments/**/*.yaml;experiments/**/*.yml",
                "False",
                "Second",
                "",
            ],
            output.Split('\n'));

        project.Delete("experiments/deep/second.yml");
        (exitCode, output) = project.Build();
        Assert.True(exitCode != 0, "The class of a deleted file is still there.");
        Assert.Contains("Program.cs(10,31): error CS0234", output);

        project.Write("experiments/deep/second.yml", Yaml.Clean.Replace("clean", "second").Replace("tanh", "tanhh"));
        (exitCode, output) = project.Build();
        Assert.NotEqual(0, exitCode);
        var error = Assert.Single(output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct());
        Assert.Matches(@"experiments/deep/second\.yml\(6,17\): error FAN0017: .*'tanhh'.*'tanh'", error);
    }

    [Fact]
    public void What_the_compiler_has_against_a_users_own_type_is_said_in_the_yaml()
    {
        using var project = new TemporaryProject();
        project.Write("Program.cs", "Console.WriteLine(Demo.ExperimentCatalog.All.Count);\n");
        project.Write("experiments/deep/own.yaml", Yaml.Clean.Replace("tanh", "MyLab.Snake"));
        var (exitCode, output) = project.Build();
        Assert.NotEqual(0, exitCode);
        string error = Assert.Single(output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct());
        Assert.StartsWith(
            Path.Combine(project.Directory, "experiments/deep/own.yaml(6,17): error CS0246: "), error, StringComparison.Ordinal);
        Assert.Contains("'MyLab'", error, StringComparison.Ordinal);
    }

    /// <summary>The project treats warnings as errors; what it says of FAN1001 decides of FAN1001 alone.</summary>
    [Theory]
    [InlineData("", "warning FAN1001, warning FAN1004")]
    [InlineData("-p:WarningsAsErrors=FAN1001", "error FAN1001, warning FAN1004")]
    [InlineData("-p:NoWarn=FAN1001", "warning FAN1004")]
    [InlineData(".globalconfig", "warning FAN1004")]
    public void What_theory_expects_is_a_warning_unless_the_project_wants_it_otherwise(string setting, string expected)
    {
        using var project = new TemporaryProject();
        project.Write("Program.cs", "Console.WriteLine(Demo.ExperimentCatalog.All.Count);\n");
        project.Write("experiments/bad.yaml", Yaml.Vanishing);
        if (setting == ".globalconfig")
            project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.FAN1001.severity = none\n");
        var (exitCode, output) = project.Build(setting.StartsWith("-p", StringComparison.Ordinal) ? [setting] : []);
        Assert.Equal(expected.Contains("error", StringComparison.Ordinal), exitCode != 0);
        var found = Regex.Matches(output, @"bad\.yaml\(3,5\): (warning|error) FAN\d+").Select(match => match.Value["bad.yaml(3,5): ".Length..]).Distinct().Order();
        Assert.Equal(expected, string.Join(", ", found));
    }

    [Theory]
    [InlineData("", "FAN1001 FAN1002 FAN1003 FAN1004 FAN1005 FAN1006 FAN1007 FAN1008 FAN1009")]
    [InlineData("FAN1004, fan1006 CS0168", "FAN1001 FAN1002 FAN1003 FAN1005 FAN1007 FAN1008 FAN1009")]
    public void Warnings_that_the_project_names_are_errors(string named, string kept)
    {
        using var project = new TemporaryProject();
        string output = project.MSBuild(
            "-getProperty:WarningsNotAsErrors", $"-p:WarningsAsErrors={named.Replace(",", "%3B").Replace(" ", "%3B")}").Output;
        Assert.Equal(kept.Split(' '), output.Trim().Split(';').Where(id => id.StartsWith("FAN", StringComparison.Ordinal)));
        Assert.Equal(
            FanIn.Dsl.Diagnostics.DiagnosticCatalog.Advice.Select(rule => rule.Id)
                .Where(id => !named.Contains(id, StringComparison.OrdinalIgnoreCase)), kept.Split(' '));
    }

    [Fact]
    public void A_compiler_that_is_too_old_is_an_error_with_a_sentence()
    {
        using var project = new TemporaryProject();
        var (exitCode, output) = project.MSBuild("-t:FanInVerifyCompilerVersion", "-p:CompilerApiVersion=roslyn4.7");
        Assert.NotEqual(0, exitCode);
        Assert.Matches(@"Demo\.csproj : error : FanIn's generator needs .* \(Roslyn 4\.8\); this build has Roslyn 4\.7\.", output);
    }

    [Theory]
    [InlineData("roslyn4.14")]
    [InlineData("who-knows")]
    public void A_compiler_that_is_new_enough_or_unknown_is_let_pass(string version)
    {
        using var project = new TemporaryProject();
        var (exitCode, output) = project.MSBuild("-t:FanInVerifyCompilerVersion", $"-p:CompilerApiVersion={version}");
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void What_the_props_do_unasked()
    {
        using var evaluation = Evaluate();
        Assert.Equal("true", Property(evaluation, "Optimize"));
        Assert.Equal("false", Property(evaluation, "FileBasedProgramCanSkipMSBuild"));
        Assert.Empty(new[] { "CS8784", "CS8785", "CS9057" }.Except(Property(evaluation, "WarningsAsErrors").Split(';')));
        Assert.Equal(["experiments/first.yaml"], Items(evaluation, "AdditionalFiles"));
        Assert.Equal(["notes.yaml"], Items(evaluation, "None"));
        Assert.Contains("FanIn.Runtime.Results", Items(evaluation, "Using"));
        Assert.Equal(["FanIn.Experiments", "FanIn.ProjectDirectory"], Items(evaluation, "AssemblyMetadata"));
    }

    [Fact]
    public void What_they_leave_alone_when_asked_to()
    {
        using var evaluation = Evaluate(
            "-p:FanInOptimize=false",
            "-p:FanInGuards=false",
            "-p:EnableDefaultFanInItems=false",
            "-p:FanInImplicitUsings=false",
            "-p:FanInEmbedProjectDirectory=false");
        Assert.Equal("false", Property(evaluation, "Optimize"));
        Assert.DoesNotContain("CS8785", Property(evaluation, "WarningsAsErrors"));
        Assert.Empty(Items(evaluation, "AdditionalFiles"));
        Assert.Equal(["experiments/first.yaml", "notes.yaml"], Items(evaluation, "None").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("FanIn.Runtime.Results", Items(evaluation, "Using"));
        Assert.Equal(["FanIn.Experiments"], Items(evaluation, "AssemblyMetadata"));
    }

    private static JsonDocument Evaluate(params string[] options)
    {
        using var project = new TemporaryProject();
        project.Write("experiments/first.yaml", Yaml.Clean);
        project.Write("notes.yaml", "not an experiment");
        const string Properties = "-getProperty:Optimize,WarningsAsErrors,FileBasedProgramCanSkipMSBuild";
        const string ItemTypes = "-getItem:AdditionalFiles,None,Using,AssemblyMetadata";
        return JsonDocument.Parse(project.MSBuild([Properties, ItemTypes, .. options]).Output);
    }

    private static string Property(JsonDocument evaluation, string name) =>
        evaluation.RootElement.GetProperty("Properties").GetProperty(name).GetString()!;

    private static IEnumerable<string> Items(JsonDocument evaluation, string type) =>
        evaluation.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!);

    [Fact]
    public void The_props_and_the_generator_agree_on_their_names()
    {
        string props = File.ReadAllText(Repository.Path("src/Generator/buildTransitive/FanIn.props"));
        Assert.Matches("<CompilerVisibleItemMetadata Include=\"AdditionalFiles\" MetadataName=\"FanInExperiment\" />", props);
        Assert.Matches("<AdditionalFiles .*FanInExperiment=\"true\" />", props);
        Assert.Matches("<CompilerVisibleProperty Include=\"FanInNamespace\" />", props);

        var sources = Directory.GetFiles(Repository.Path("src/Generator/Pipeline"), "*.cs").Select(File.ReadAllText).ToList();
        Assert.Contains(sources, source => source.Contains("build_metadata.AdditionalFiles.FanInExperiment", StringComparison.Ordinal));
        Assert.Contains(sources, source => source.Contains("\"FanInNamespace\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_property_that_the_props_read_has_a_default_or_is_asked_for_by_value()
    {
        string wiring = File.ReadAllText(Repository.Path("src/Generator/buildTransitive/FanIn.props"))
            + File.ReadAllText(Repository.Path("src/Generator/buildTransitive/FanIn.targets"));
        var read = Regex.Matches(wiring, @"\$\((FanIn\w+|EnableDefaultFanInItems)\)").Select(match => match.Groups[1].Value).Distinct();
        Assert.All(read, name => Assert.Matches($@"<{name} Condition|'\$\({name}\)' != 'false'", wiring));
    }
}
