using FanIn.Testing.Dangling;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Dangling;

public sealed class DanglingSnapshotsTests : IDisposable
{
    private readonly TemporaryFolder project = new();

    public void Dispose() => project.Dispose();

    private const string Tests = """
        public class HistogramTests
        {
            [Fact]
            public async Task Chapter() => await Snapshot.Verify(new Chapter().Run());

            [Theory]
            public async Task Each_row(string row)
            {
                if (row.Length > 0)
                    await Snapshot.Verify(Run(row), id: row);
            }

            [Fact]
            public async Task Two<T>() where T : class
            {
                await Snapshot.Verify(First(), "first");
                await Snapshot.Verify(Second(a: 1, b: 2), settings: null, id: @"a/b");
            }

            [Fact]
            public void Verifies_nothing() => mock.Verify(x => x.Verify);

            // public Task Commented_out() => Snapshot.Verify("a");
            /* public Task Also() => Snapshot.Verify("a"); */
            private const string Text = "public Task In_a_string() => Snapshot.Verify(1);";
        }
        """;

    [Theory]
    [InlineData("HistogramTests.Chapter.verified.txt")]
    [InlineData("HistogramTests.Each_row_anything-at_all.verified.txt")]
    [InlineData("HistogramTests.Two_first.verified.txt")]
    [InlineData("HistogramTests.Two_a-b.verified.txt")]
    public void A_snapshot_that_a_method_verifies_is_owned(string file)
    {
        project.Write("HistogramTests.cs", Tests);
        project.Write(file, "text");

        Assert.Empty(DanglingSnapshots.Find(project.Path));
    }

    [Theory]
    [InlineData("OtherTests.Chapter.verified.txt", "no source file beside it starts its name")]
    [InlineData("sub/HistogramTests.Chapter.verified.txt", "no source file beside it starts its name")]
    [InlineData("HistogramTests.Gone.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.chapter.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.Chapters.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.Verifies_nothing.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.Commented_out.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.Also.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.In_a_string.verified.txt", "no method of HistogramTests.cs that calls Snapshot.Verify has its name")]
    [InlineData("HistogramTests.Chapter_old.verified.txt", "its method verifies no snapshot of this id")]
    [InlineData("HistogramTests.Two_third.verified.svg", "its method verifies no snapshot of this id")]
    [InlineData("HistogramTests.Two.verified.txt", "its method verifies no snapshot of this id")]
    public void A_snapshot_that_none_verifies_dangles(string file, string reason)
    {
        project.Write("HistogramTests.cs", Tests);
        var path = project.Write(file, "text");

        Assert.Equal([new DanglingSnapshot(path, reason)], DanglingSnapshots.Find(project.Path));
    }

    [Fact]
    public void A_variant_is_owned_under_its_own_id_and_no_other()
    {
        project.Write("HistogramTests.cs", Tests);
        project.Write("HistogramTests.Chapter_demo-tanh-xavier.verified.txt", SnapshotText.Write(Samples.Variant));
        var renamed = project.Write("HistogramTests.Chapter_demo-tanh-he.verified.txt", SnapshotText.Write(Samples.Variant));

        Assert.Equal([renamed], DanglingSnapshots.Find(project.Path).Select(dangling => dangling.Path));
    }

    [Fact]
    public void An_experiment_without_matrix_has_no_id_of_its_own()
    {
        project.Write("HistogramTests.cs", Tests);
        project.Write("HistogramTests.Chapter.verified.txt", SnapshotText.Write(Samples.Plain));
        var dangling = project.Write("HistogramTests.Chapter_plain.verified.txt", SnapshotText.Write(Samples.Plain));

        Assert.Equal([dangling], DanglingSnapshots.Find(project.Path).Select(snapshot => snapshot.Path));
    }

    [Fact]
    public void A_snapshot_of_an_experiment_that_is_gone_dangles_when_those_that_exist_are_told()
    {
        project.Write("HistogramTests.cs", Tests);
        project.Write("HistogramTests.Each_row_he.verified.txt", SnapshotText.Write(Samples.Variant));

        Assert.Empty(DanglingSnapshots.Find(project.Path));
        Assert.Empty(DanglingSnapshots.Find(project.Path, ["demo/tanh-xavier"]));
        Assert.Equal(
            ["there is no experiment 'demo/tanh-xavier'"],
            DanglingSnapshots.Find(project.Path, ["demo/tanh-he"]).Select(dangling => dangling.Reason));
    }

    [Fact]
    public void Helpers_that_take_their_callers_name_verify_for_their_callers()
    {
        project.Write("Support/Approval.cs", """
            static class Approval
            {
                public static Task Approve(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
                    Again(text, file, method);

                static Task Again(string text, string file = "", [CallerMemberName] string method = "") =>
                    Snapshot.Verify(text, null, "txt", null, file, method);
            }
            """);
        project.Write("A.cs", "class A { [Fact] public Task By_helper() => Approval.Approve(\"text\"); Task Not() => Other.Do(); }");
        project.Write("A.By_helper.verified.txt", "text");
        var dangling = project.Write("A.Not.verified.txt", "text");

        Assert.Equal([dangling], DanglingSnapshots.Find(project.Path).Select(snapshot => snapshot.Path));
    }

    [Fact]
    public void The_source_whose_name_has_a_dot_owns_its_own()
    {
        project.Write("A.Deep.cs", "partial class A { Task M() => Snapshot.Verify(1); }");
        project.Write("A.cs", "partial class A { Task N() => Snapshot.Verify(1); }");
        project.Write("A.Deep.M.verified.txt", "");
        project.Write("A.N.verified.txt", "");

        Assert.Empty(DanglingSnapshots.Find(project.Path));
    }

    [Fact]
    public void A_verified_file_of_code_is_a_snapshot_and_no_source()
    {
        project.Write("A.cs", "class A { Task M() => Snapshot.Verify(Emit(), extension: \"cs\"); }");
        project.Write("A.M.verified.cs", "class B { Task Gone() => Snapshot.Verify(1); }");
        var dangling = project.Write("A.M.verified.Gone.verified.txt", "text");

        Assert.Equal([dangling], DanglingSnapshots.Find(project.Path).Select(snapshot => snapshot.Path));
    }

    [Fact]
    public void The_check_fails_in_the_form_of_Verify_with_a_reason_for_each()
    {
        project.Write("Tests.csproj", "<Project />");
        var source = project.Write("sub/SnapshotsTests.cs", "");
        project.Write("sub/A.Gone.verified.txt", "text");

        var exception = Assert.Throws<SnapshotException>(() => Snapshot.CheckDangling(sourceFile: source));

        Assert.Equal(
            $"""
            Directory: {project.Path}
            Delete:
              - sub/A.Gone.verified.txt

            FileContent:

            sub/A.Gone.verified.txt: no source file beside it starts its name

            """,
            exception.Message);
        File.Delete(project.At("sub/A.Gone.verified.txt"));
        Snapshot.CheckDangling(sourceFile: source);
    }
}
