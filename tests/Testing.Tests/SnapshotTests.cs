using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests;

/// <summary>The front, with sources that stand in a folder of the test's own.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Source => folder.Write("HistogramTests.cs", "");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_variant_of_a_matrix_is_told_apart_by_its_id() =>
        AssertReceived(
            "HistogramTests.Chapter_demo-tanh-xavier.received.txt",
            () => Snapshot.Verify(Samples.Variant, null, null, Source, "Chapter"));

    [Fact]
    public void An_experiment_without_matrix_needs_no_id() =>
        AssertReceived("HistogramTests.Chapter.received.txt", () => Snapshot.Verify(Samples.Plain, null, null, Source, "Chapter"));

    [Theory]
    [InlineData("", "HistogramTests.Chapter.received.txt")]
    [InlineData("seed=1 std=0.01", "HistogramTests.Chapter_seed=1 std=0.01.received.txt")]
    [InlineData("a/b:c#d", "HistogramTests.Chapter_a-b-c-d.received.txt")]
    public void An_id_of_ones_own_replaces_it(string id, string file) =>
        AssertReceived(file, () => Snapshot.Verify(Samples.Variant, id, null, Source, "Chapter"));

    [Fact]
    public void A_text_may_have_another_extension() =>
        AssertReceived("HistogramTests.Code.received.cs", () => Snapshot.Verify("class A;", null, "cs", null, Source, "Code"));

    [Theory]
    [InlineData("")]
    [InlineData(".txt")]
    [InlineData("a/b")]
    public Task An_extension_is_letters_and_digits(string extension) =>
        Assert.ThrowsAsync<ArgumentException>(() => Snapshot.Verify("text", null, extension, null, Source, "Code"));

    [Fact]
    public void Two_snapshots_of_one_name_in_a_run_are_an_error_that_says_what_to_do()
    {
        void Verify(string id) => Snapshot.Verify("one", id, "txt", null, Source, "Chapter");
        Assert.Throws<SnapshotException>(() => Verify("twice"));

        var exception = Assert.Throws<InvalidOperationException>(() => Verify("TWICE"));

        Assert.Contains("'HistogramTests.Chapter_TWICE.verified.txt' before", exception.Message);
        Assert.Contains("id:", exception.Message);
    }

    [Fact]
    public async Task A_name_that_no_file_can_have_is_refused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Snapshot.Verify("one", new string('x', 250), "txt", null, Source, "Chapter"));

        Assert.Contains("shorter id", exception.Message);
    }

    [Fact]
    public void A_source_whose_folder_is_gone_is_an_error_that_names_it()
    {
        void Verify() => Snapshot.Verify("one", null, "txt", null, "/no/such/folder/A.cs");

        var exception = Assert.Throws<DirectoryNotFoundException>(Verify);

        Assert.Contains("'/no/such/folder/A.cs' does not exist", exception.Message);
    }

    private void AssertReceived(string file, Action verify)
    {
        // Thrown by the call itself and not by its task: a test that forgets to await fails as well.
        Assert.Throws<SnapshotException>(verify);
        Assert.True(File.Exists(folder.At(file)), string.Join(", ", Directory.GetFiles(folder.Path)));
    }
}
