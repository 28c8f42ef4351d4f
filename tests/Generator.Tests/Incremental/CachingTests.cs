using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FanIn.Generator.Tests.Incremental;

/// <summary>What an edit makes the generator do again: file one has an error, file two is clean.</summary>
public class CachingTests
{
    private static readonly TestFile One = new(Project.Directory + "experiments/one.yaml", Yaml.Broken);
    private static readonly TestFile Two = new(Project.Directory + "experiments/two.yaml", Yaml.Clean);

    private readonly Project _project = Project.Of(One, Two);

    [Fact]
    public void The_first_run_computes_everything() => AssertReasons(
        _project, new("New/New", "New/New", "New/New", "New/New", "New/New", "New", "New"));

    [Fact]
    public void The_same_compilation_computes_nothing() => AssertReasons(_project.Run(), StepReasons.AllCached);

    [Fact]
    public void An_edit_of_csharp_computes_nothing() => AssertReasons(_project.WithCode("class Mine;"), StepReasons.AllCached);

    [Fact]
    public void Another_reference_computes_nothing() =>
        AssertReasons(_project.WithCompilation(c => c.RemoveReferences(c.References.First())), StepReasons.AllCached);

    [Fact]
    public void The_same_text_in_a_new_object_is_not_parsed_again() => AssertReasons(
        Replace(Two, Two.Copy()), StepReasons.AllCached with { Files = "Cached/Unchanged" });

    [Fact]
    public void A_line_above_an_error_moves_the_diagnostic_and_emits_nothing()
    {
        var edited = Replace(One, One.With("# a comment\n" + Yaml.Broken));
        AssertReasons(edited, StepReasons.AllCached with
        {
            Files = "Modified/Cached",
            Parsed = "Modified/Cached",
            Diagnostics = "Modified/Cached",
            Contents = "Unchanged/Cached",
            Conflicts = "Unchanged",
        });
        Assert.Contains("one.yaml(7,17): error", Assert.Single(edited.Diagnostics));
    }

    [Fact]
    public void A_comment_in_a_clean_file_is_parsed_and_goes_no_further() => AssertReasons(
        Replace(Two, Two.With(Yaml.Clean + "# a comment\n")), StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Unchanged",
        });

    [Fact]
    public void A_line_that_moves_a_clean_file_emits_nothing() => AssertReasons(
        Replace(Two, Two.With("# a comment\n" + Yaml.Clean)), StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Modified",
            Diagnostics = "Cached/Unchanged",
            Contents = "Cached/Unchanged",
            Conflicts = "Unchanged",
        });

    [Fact]
    public void A_line_that_moves_the_users_own_type_emits_that_file_alone()
    {
        var own = Two.With(Yaml.Clean.Replace("tanh", "MyLab.Snake"));
        var project = Replace(Two, own);
        var moved = project.Edit(
            driver => driver.ReplaceAdditionalText(own, own.With("# a comment\n" + Yaml.Clean.Replace("tanh", "MyLab.Snake"))));
        AssertReasons(moved, StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Modified",
            Diagnostics = "Cached/Unchanged",
            Contents = "Cached/Modified",
            Sources = "Cached/Modified",
            Catalog = "Unchanged",
            Conflicts = "Unchanged",
        });
        Assert.Contains("#line (7, 17) - (7, 28)", moved.Source("experiments/two.yaml"));
    }

    [Fact]
    public void The_users_own_types_are_looked_at_with_each_edit_of_csharp_and_nothing_follows_from_it()
    {
        var own = Replace(Two, Two.With(Yaml.Clean.Replace("tanh", "{ MyLab.Snake: { frequency: 2 } }"))).WithCode(Yaml.OwnTypes);
        var edited = own.WithCode("class Mine;");
        AssertReasons(edited, StepReasons.AllCached);
        Assert.Equal("Unchanged", StepReasons.Read(edited.Result, StepNames.UserTypes));
        Assert.Equal("", StepReasons.Read(_project.WithCode("class Mine;").Result, StepNames.UserTypes));
    }

    [Fact]
    public void A_type_that_gets_unfit_takes_its_file_along_and_no_other()
    {
        var own = Replace(Two, Two.With(Yaml.Clean.Replace("tanh", "{ MyLab.Snake: { frequency: 2 } }"))).WithCode(Yaml.OwnTypes);
        var edited = own.WithCompilation(c => c.ReplaceSyntaxTree(
            c.SyntaxTrees.Last(), CSharpSyntaxTree.ParseText(
                Yaml.OwnTypes.Replace("public readonly struct Snake", "public sealed class Snake"), Project.ParseOptions)));
        AssertReasons(
            edited, StepReasons.AllCached with { Contents = "Unchanged/Modified", Sources = "Cached/Modified", Catalog = "Modified" });
        Assert.Contains("throw broken()", edited.Source("experiments/two.yaml"));
        Assert.Equal(2, edited.Faults.Count);
    }

    [Fact]
    public void A_line_that_moves_a_formula_emits_nothing()
    {
        string yaml = Yaml.Clean.Replace("tanh", "{ formula: x * sigmoid(x) }");
        var formula = Two.With(yaml);
        AssertReasons(
            Replace(Two, formula).Edit(driver => driver.ReplaceAdditionalText(formula, formula.With("# a comment\n" + yaml))),
            StepReasons.AllCached with
            {
                Files = "Cached/Modified",
                Parsed = "Cached/Modified",
                Diagnostics = "Cached/Unchanged",
                Contents = "Cached/Unchanged",
                Conflicts = "Unchanged",
            });
    }

    [Fact]
    public void A_value_in_one_file_emits_that_file_alone() => AssertReasons(
        Replace(Two, Two.With(Yaml.Clean.Replace("batch: 8", "batch: 9"))), StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Modified",
            Diagnostics = "Cached/Unchanged",
            Contents = "Cached/Modified",
            Sources = "Cached/Modified",
            Catalog = "Unchanged",
            Conflicts = "Unchanged",
        });

    [Fact]
    public void Another_name_changes_the_catalog() => AssertReasons(
        Replace(Two, Two.With(Yaml.Clean.Replace("experiment: clean", "experiment: cleaner"))), StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Modified",
            Diagnostics = "Cached/Unchanged",
            Contents = "Cached/Modified",
            Sources = "Cached/Modified",
            Catalog = "Modified",
            Conflicts = "Unchanged",
        });

    [Fact]
    public void A_file_that_breaks_becomes_a_stub_and_leaves_the_catalog()
    {
        var edited = Replace(Two, Two.With(Yaml.Clean.Replace("tanh", "tan")));
        AssertReasons(edited, StepReasons.AllCached with
        {
            Files = "Cached/Modified",
            Parsed = "Cached/Modified",
            Diagnostics = "Cached/Modified",
            Contents = "Cached/Modified",
            Sources = "Cached/Modified",
            Catalog = "Modified",
            Conflicts = "Unchanged",
        });
        Assert.DoesNotContain("Clean", edited.Sources["ExperimentCatalog.cs"]);
        Assert.Contains("class Clean", edited.Source("experiments/two.yaml"));
    }

    [Fact]
    public void A_removed_file_takes_its_class_along()
    {
        var edited = _project.Edit(driver => driver.RemoveAdditionalTexts([Two]));
        AssertReasons(edited, StepReasons.AllCached with
        {
            Files = "Cached/Removed",
            Parsed = "Cached/Removed",
            Diagnostics = "Cached/Removed",
            Contents = "Cached/Removed",
            Sources = "Cached/Removed",
            Catalog = "Modified",
            Conflicts = "Unchanged",
        });
        Assert.Equal(["ExperimentCatalog.cs", "experiments/one.yaml.g.cs"], edited.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_added_file_leaves_the_others_alone()
    {
        var three = new TestFile(Project.Directory + "experiments/three.yaml", Yaml.Matrix);
        AssertReasons(_project.Edit(driver => driver.AddAdditionalTexts([three])), new(
            Files: "Cached/Cached/New",
            Parsed: "Cached/Cached/New",
            Diagnostics: "Cached/Cached/New",
            Contents: "Cached/Cached/New",
            Sources: "Cached/Cached/New",
            Catalog: "Modified",
            Conflicts: "Unchanged"));
    }

    [Fact]
    public void A_renamed_file_is_emitted_under_its_new_name()
    {
        var edited = Replace(Two, new TestFile(Project.Directory + "experiments/renamed.yaml", Yaml.Clean));
        Assert.Contains("experiments/renamed.yaml.g.cs", edited.Sources.Keys);
        Assert.DoesNotContain("experiments/two.yaml.g.cs", edited.Sources.Keys);
        Assert.Equal("Cached/Modified", StepReasons.Of(edited.Result).Sources);
    }

    [Fact]
    public void A_file_that_is_no_experiment_is_nothing_to_the_generator()
    {
        var notes = new TestFile(Project.Directory + "notes.yaml", "not: an experiment", isExperiment: false);
        var edited = _project.Edit(driver => driver.AddAdditionalTexts([notes]));
        AssertReasons(edited, StepReasons.AllCached);
        AssertReasons(edited.Edit(driver => driver.ReplaceAdditionalText(notes, notes.With("still: none"))), StepReasons.AllCached);
    }

    [Fact]
    public void New_options_that_say_the_same_compute_nothing() =>
        AssertReasons(WithOptions(TestOptions.For(Project.Directory)), StepReasons.AllCached);

    [Fact]
    public void An_unrelated_property_computes_nothing() => AssertReasons(
        WithOptions(new(("ProjectDir", Project.Directory), ("RootNamespace", "Demo"), ("Configuration", "Release"))),
        StepReasons.AllCached);

    [Fact]
    public void Another_namespace_emits_everything_and_parses_nothing()
    {
        var edited = WithOptions(new(("ProjectDir", Project.Directory), ("RootNamespace", "Demo"), ("FanInNamespace", "Other")));
        AssertReasons(edited, StepReasons.AllCached with { Sources = "Modified/Modified" });
        Assert.All(edited.Sources.Values, source => Assert.Contains("namespace Other;", source));
    }

    [Fact]
    public void A_conflict_takes_the_later_file_out_and_its_end_brings_it_back()
    {
        var twin = new TestFile(Project.Directory + "experiments/two-again.yaml", Yaml.Clean);
        var conflict = _project.Edit(driver => driver.AddAdditionalTexts([twin]));
        Assert.DoesNotContain("experiments/two.yaml.g.cs", conflict.Sources.Keys);
        Assert.Contains("experiments/two-again.yaml.g.cs", conflict.Sources.Keys);

        var resolved = conflict.Edit(driver => driver.RemoveAdditionalTexts([twin]));
        Assert.Equal(_project.Sources, resolved.Sources);
    }

    [Fact]
    public void Outputs_are_recomputed_only_where_their_input_changed()
    {
        var edited = Replace(Two, Two.With(Yaml.Clean.Replace("batch: 8", "batch: 9")));
        var reasons = edited.Result.TrackedOutputSteps.Values
            .SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
        Assert.Equal(1, reasons.Count(reason => reason is IncrementalStepRunReason.Modified));
        Assert.DoesNotContain(IncrementalStepRunReason.New, reasons);
    }

    private Project Replace(TestFile old, TestFile @new) => _project.Edit(driver => driver.ReplaceAdditionalText(old, @new));

    private Project WithOptions(TestOptions options) => _project.Edit(driver => driver.WithUpdatedAnalyzerConfigOptions(options));

    private static void AssertReasons(Project project, StepReasons expected) => Assert.Equal(expected, StepReasons.Of(project.Result));
}
